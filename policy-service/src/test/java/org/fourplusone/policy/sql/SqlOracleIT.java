package org.fourplusone.policy.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.register.Enterprise.RecordView;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.RandomRules;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random rules and formulas on random facts: the database server's own three-valued logic judges as ours does. */
class SqlOracleIT {

    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final int ROWS = 2_500;
    private static final int RULES = 420;
    private static final int FORMULAS = 120;
    private static final List<String> PAID =
            List.of("0.00", "0.01", "10000.00", "99999.99", "100000.00", "500000.00", "2000000.00");
    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final List<Facts> FACTS = new ArrayList<>();
    private static final List<Money> PAID_BEFORE = new ArrayList<>();

    private static Connection connection;

    @BeforeAll
    static void drawFacts() throws SQLException {
        TestDatabase database = TestDatabase.fresh("oracle");
        connection = DriverManager.getConnection(database.url(), database.ownerUsername(), database.ownerPassword());
        RandomFacts drawing = new RandomFacts(DICTIONARY, SEED);
        Random random = new Random(SEED);
        try (FactRows rows = new FactRows(connection, DICTIONARY);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE paid (credit_code VARCHAR(18) PRIMARY KEY, yuan DECIMAL(21,2) NOT NULL)");
            for (int row = 0; row < ROWS; row++) {
                Set<Subject> unknown = EnumSet.noneOf(Subject.class);
                Facts drawn = drawing.next();
                Map<Subject, List<RecordView>> records = new EnumMap<>(Subject.class);
                for (Subject subject : Subject.values()) {
                    if (subject.isRecord() && random.nextInt(15) == 0) {
                        unknown.add(subject);
                    } else if (subject.isRecord()) {
                        records.put(subject, isNone(drawn, subject) ? List.of() : List.of(new RecordView("1", drawn)));
                    }
                }
                String code = "%06d".formatted(row);
                Money paid = Money.parse(PAID.get(random.nextInt(PAID.size())));
                rows.add(code, without(drawn, unknown), records, List.of());
                statement.execute("INSERT INTO paid VALUES ('" + code + "', " + paid.yuan() + ")");
                FACTS.add(without(drawn, unknown));
                PAID_BEFORE.add(paid);
            }
            rows.flush();
        }
    }

    private static boolean isNone(Facts facts, Subject subject) {
        return DICTIONARY.facts().stream()
                .filter(fact -> fact.subject() == subject)
                .allMatch(fact -> facts.see(fact) instanceof Seen.None);
    }

    private static Facts without(Facts drawn, Set<Subject> unknown) {
        return new Facts() {
            @Override
            public Seen see(FactDefinition fact) {
                return unknown.contains(fact.subject()) ? Seen.UNKNOWN : drawn.see(fact);
            }

            @Override
            public int policyYear() {
                return drawn.policyYear();
            }
        };
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void aMillionRulesAndFactsAreJudgedAlike() throws SQLException {
        System.out.println("seed " + SEED);
        RandomRules drawing = new RandomRules(DICTIONARY, SEED);
        int[] seen = new int[Truth.values().length];
        int unlikeWhenStrict = 0;
        int unlikeWhenUnknownIsFalse = 0;
        for (int i = 0; i < RULES; i++) {
            Condition rule = drawing.next();
            Subject record = record(rule);
            String sql = query(
                    record,
                    new RuleSql(new Place(record, false, RandomFacts.YEAR)).of(rule),
                    new RuleSql(new Place(record, true, RandomFacts.YEAR)).of(rule));
            Truth[] expected = judged(row -> rule.judge(FACTS.get(row)).ordinal());
            assertThat(differences(sql, expected))
                    .as("rule %s of seed %s: %s", i, SEED, sql)
                    .isEmpty();
            for (Truth each : expected) {
                seen[each.ordinal()]++;
            }
            if (i % 20 == 0) {
                unlikeWhenStrict +=
                        differences(sql.replace(" >= ", " > "), expected).size();
                unlikeWhenUnknownIsFalse += differences(
                                sql.replace(" AS truth", ", FALSE) AS truth").replace("SELECT ", "SELECT COALESCE("),
                                expected)
                        .size();
            }
        }
        System.out.println("rules and facts judged alike (false, unknown, true): " + Arrays.toString(seen)
                + ", caught: " + unlikeWhenStrict + " and " + unlikeWhenUnknownIsFalse);
        assertThat(Arrays.stream(seen).sum()).isGreaterThan(1_000_000);
        assertThat(Arrays.stream(seen).min().orElse(0)).isGreaterThan(20_000);
        assertThat(unlikeWhenStrict).as("a wrong comparison is caught").isPositive();
        assertThat(unlikeWhenUnknownIsFalse)
                .as("unknown taken as false is caught")
                .isPositive();
    }

    @Test
    void formulasPayMoreThanNothingOrThanWasPaidBeforeAlike() throws SQLException {
        System.out.println("seed " + SEED);
        RandomFormulas drawing = new RandomFormulas(DICTIONARY, SEED);
        int[] seen = new int[Truth.values().length];
        int caught = 0;
        for (int i = 0; i < FORMULAS; i++) {
            Subject record = drawing.nextRecord();
            Formula formula = drawing.next(record);
            for (boolean topUp : new boolean[] {false, true}) {
                String paid = topUp ? "d.yuan" : null;
                String sql = query(
                        record,
                        Logic.and(new FormulaSql(new Place(record, false, RandomFacts.YEAR), paid).clauses(formula)),
                        Logic.and(new FormulaSql(new Place(record, true, RandomFacts.YEAR), paid).clauses(formula)));
                Truth[] expected = judged(row -> pays(formula, row, topUp).ordinal());
                assertThat(differences(sql, expected))
                        .as("formula %s of seed %s: %s%n%s", i, SEED, formula, sql)
                        .isEmpty();
                for (Truth each : expected) {
                    seen[each.ordinal()]++;
                }
                caught += differences(sql.replace("0.005", "0.011"), expected).size();
            }
        }
        System.out.println("formulas and facts judged alike (false, unknown, true): " + Arrays.toString(seen)
                + ", caught: " + caught);
        assertThat(Arrays.stream(seen).min().orElse(0)).isGreaterThan(10_000);
        assertThat(caught).as("a fen too little is caught").isPositive();
    }

    private static Truth pays(Formula formula, int row, boolean topUp) {
        Facts facts = FACTS.get(row);
        Money paid = topUp ? PAID_BEFORE.get(row) : Money.ZERO;
        return formula.reached(facts).and(formula.award(facts).less(paid).isPositive());
    }

    private static Truth[] judged(ToIntFunction<Integer> truth) {
        Truth[] judged = new Truth[ROWS];
        for (int row = 0; row < ROWS; row++) {
            judged[row] = Truth.values()[truth.applyAsInt(row)];
        }
        return judged;
    }

    private static Subject record(Condition rule) {
        for (Comparison leaf : rule.leaves()) {
            if (leaf.fact().subject().isRecord()) {
                return leaf.fact().subject();
            }
            if (leaf.operand() instanceof Operand.Other other
                    && other.fact().subject().isRecord()) {
                return other.fact().subject();
            }
        }
        return Subject.PROJECT;
    }

    private static String query(Subject record, String present, String absent) {
        return "SELECT CASE WHEN e." + FactTables.knows(record) + " AND r.ref IS NULL THEN " + absent + " ELSE "
                + present + " END AS truth FROM facts_enterprise e JOIN paid d ON d.credit_code = e.credit_code"
                + " LEFT JOIN " + FactTables.table(record)
                + " r ON r.credit_code = e.credit_code AND e." + FactTables.knows(record)
                + " ORDER BY e.credit_code";
    }

    private static List<String> differences(String sql, Truth[] expected) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            for (int row = 0; rows.next(); row++) {
                BigDecimal truth = rows.getBigDecimal(1);
                Truth judged = truth == null ? Truth.UNKNOWN : Truth.of(truth.signum() != 0);
                if (judged != expected[row]) {
                    differences.add("row " + row + ": " + judged + " instead of " + expected[row]);
                }
            }
        }
        return differences;
    }
}
