package org.fourplusone.policy.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The wide tables that the statements read: the facts of one policy year, one column for each fact of the dictionary.
 *
 * <p>A column is named by the fact's key with {@code _} for each dot; NULL means unknown. A fact with several codes has
 * one BOOLEAN column for each code, {@code key_CODE}; all of them are NULL while it is unknown. An annual fact is that
 * of the policy year. Whether an enterprise's records are known at all stands in {@code knows_project},
 * {@code knows_honour}, {@code knows_loan} and {@code knows_lease}: false means unknown, true without a row known to be
 * none. Texts are compared character by character, so that the tables need a binary collation without padding.
 *
 * @param all in the order in which they can be created
 */
record FactTables(List<Table> all) {

    static final String ENTERPRISE = table(Subject.ENTERPRISE);
    static final String AWARD = "facts_award";
    static final String CLAIM = "facts_award_claim";
    static final String CREDIT_CODE = "credit_code";

    /** Each server takes the collation that it knows and reads the other as a comment. */
    private static final String OPTIONS = ") DEFAULT CHARACTER SET utf8mb4"
            + " /*M!100000 COLLATE utf8mb4_nopad_bin */ /*!80017 COLLATE utf8mb4_0900_bin */";

    private static final String CODE = "VARCHAR(200)";

    /** @param ddl creates the table on MariaDB 11.4 and on MySQL 8.4 and 9.7 */
    record Table(String name, String ddl, List<Column> columns) {}

    /**
     * @param fact the key of the fact that the column holds, if it holds one
     * @param code the code whose presence it tells, if the fact is a set
     */
    record Column(
            String name,
            String type,
            @Nullable String fact,
            @Nullable String code,
            Text means) {}

    static FactTables of(Dictionary dictionary) {
        List<Table> tables = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            List<Column> columns = new ArrayList<>();
            columns.add(required(CREDIT_CODE, "VARCHAR(18)", "统一社会信用代码", "Unified social credit code"));
            if (subject.isRecord()) {
                columns.add(required("ref", "VARCHAR(100)", "记录编号", "The record's reference"));
            }
            dictionary.facts().stream()
                    .filter(fact -> fact.subject() == subject)
                    .forEach(fact -> columns.addAll(columns(fact)));
            if (!subject.isRecord()) {
                for (Subject record : Subject.values()) {
                    if (record.isRecord()) {
                        columns.add(required(knows(record), "BOOLEAN", "此类记录是否已知", "Whether such records are known"));
                    }
                }
            }
            tables.add(table(table(subject), columns, subject.isRecord() ? "credit_code, ref" : CREDIT_CODE));
        }
        tables.add(table(
                AWARD,
                List.of(
                        required(CREDIT_CODE, "VARCHAR(18)", "统一社会信用代码", "Unified social credit code"),
                        required("filing", "VARCHAR(64)", "申报编号", "The filing"),
                        required("item", "VARCHAR(20)", "事项代码", "The item's code"),
                        required("policy_year", "INT", "政策年度", "The policy year"),
                        required("amount", "DECIMAL(21,2)", "金额（元），不为负", "The amount in yuan, not negative"),
                        required("counts", "BOOLEAN", "追回后为假", "False once it was recovered")),
                "credit_code, filing"));
        tables.add(table(
                CLAIM,
                List.of(
                        required(CREDIT_CODE, "VARCHAR(18)", "统一社会信用代码", "Unified social credit code"),
                        required("filing", "VARCHAR(64)", "申报编号", "The filing"),
                        required("claim", CODE, "申报对象，如 PROJECT:P-00012", "What was claimed, such as PROJECT:P-00012")),
                "credit_code, filing, claim"));
        return new FactTables(List.copyOf(tables));
    }

    static String table(Subject subject) {
        return "facts_" + subject.name().toLowerCase(Locale.ROOT);
    }

    static String knows(Subject record) {
        return "knows_" + record.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the key cannot name a column */
    static String column(FactDefinition fact) {
        return named(fact.key().replace('.', '_'));
    }

    static String column(FactDefinition set, String code) {
        return named(column(set) + "_" + code);
    }

    private static String named(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            throw new IllegalArgumentException("no name of a column: " + name);
        }
        return name;
    }

    private static List<Column> columns(FactDefinition fact) {
        return switch (fact.type()) {
            case SET ->
                fact.values().entrySet().stream()
                        .map(code -> new Column(
                                column(fact, code.getKey()), "BOOLEAN", fact.key(), code.getKey(), code.getValue()))
                        .toList();
            case BOOLEAN -> List.of(new Column(column(fact), "BOOLEAN", fact.key(), null, fact.name()));
            case ENUM, CODE, TEXT -> List.of(new Column(column(fact), CODE, fact.key(), null, fact.name()));
            case MONEY, INTEGER, DECIMAL, RATIO, YEAR ->
                List.of(new Column(column(fact), "DECIMAL(21,6)", fact.key(), null, fact.name()));
        };
    }

    private static Column required(String name, String type, String zh, String en) {
        return new Column(name, type + " NOT NULL", null, null, Text.of(zh, en));
    }

    private static Table table(String name, List<Column> columns, String key) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> {
            if (!names.add(column.name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two facts for the column " + column.name);
            }
        });
        String ddl = columns.stream()
                .map(column -> "  " + column.name + " " + column.type + " COMMENT " + Literal.words(column.means.zh()))
                .collect(Collectors.joining(
                        ",\n", "CREATE TABLE " + name + " (\n", ",\n  PRIMARY KEY (" + key + ")\n" + OPTIONS));
        return new Table(name, ddl, List.copyOf(columns));
    }
}
