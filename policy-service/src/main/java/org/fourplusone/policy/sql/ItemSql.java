package org.fourplusone.policy.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.text.Text;

/**
 * One item as one statement over the {@link FactTables}: the verdict of every enterprise, {@code credit_code} and
 * {@code verdict}, the best record's where the item asks about records.
 */
final class ItemSql {

    private static final String INDENT = "           ";

    private final Item item;
    private final int policyYear;
    private final Granted granted;
    private final Place present;

    private ItemSql(Item item, int policyYear, List<String> group) {
        this.item = item;
        this.policyYear = policyYear;
        this.granted = Granted.of(item, policyYear, group);
        this.present = new Place(item.record(), false, policyYear);
    }

    /**
     * @param policyYear the year whose facts the tables hold
     * @param group the codes of all items whose awards count as this one's; its own where it has no group
     */
    static String of(Item item, int policyYear, List<String> group) {
        return new ItemSql(item, policyYear, group).statement();
    }

    private String statement() {
        return heading() + "SELECT v.credit_code,\n"
                + "       CASE MAX(CASE WHEN v.fits THEN 2 WHEN NOT v.fits THEN 0 ELSE 1 END)\n"
                + "         WHEN 2 THEN 'ELIGIBLE' WHEN 1 THEN 'UNDETERMINED' ELSE 'INELIGIBLE' END AS verdict\n"
                + "FROM (\n"
                + "  SELECT e.credit_code,\n"
                + fits()
                + "  FROM facts_enterprise e\n"
                + records()
                + granted.join()
                + ") v\n"
                + "GROUP BY v.credit_code\n"
                + "ORDER BY v.credit_code\n";
    }

    private String heading() {
        return line(
                        "",
                        Text.of(
                                item.code() + " 第" + item.version() + "版 "
                                        + item.title().zh(),
                                "version " + item.version() + ": "
                                        + item.title().en()))
                + line(
                        "",
                        Text.of(
                                "政策年度 " + policyYear + "；NULL 为未知，不等于否",
                                "policy year " + policyYear + "; NULL is unknown, which is not false"))
                + (item.illustrative() ? line("", Text.of("示例事项，非现行政策", "illustrative, no policy in force")) : "");
    }

    private static String line(String indent, Text text) {
        return indent + Literal.comment(text) + "\n";
    }

    private String fits() {
        Subject record = item.record();
        if (record == null) {
            return "         (\n" + clauses() + "         ) AS fits\n";
        }
        return "         CASE\n"
                + "           -- 已知没有此类记录 / there is known to be no such record\n"
                + "           WHEN e." + FactTables.knows(record) + " AND r.ref IS NULL THEN " + withoutRecord() + "\n"
                + "           ELSE (\n" + clauses()
                + "         ) END AS fits\n";
    }

    private String withoutRecord() {
        Place absent = new Place(item.record(), true, policyYear);
        List<String> clauses = new ArrayList<>(List.of(new RuleSql(absent).of(item.rule()), granted.open()));
        clauses.addAll(new FormulaSql(absent, granted.paid()).clauses(item.formula()));
        return Logic.and(clauses);
    }

    /** Each condition that has to be met under its sentence, then what the formula and earlier awards ask for. */
    private String clauses() {
        List<String> lines = new ArrayList<>();
        for (Condition each : conditions(item.rule())) {
            add(lines, each.leaves(), new RuleSql(present).of(each));
        }
        List<String> pays = new FormulaSql(present, granted.paid()).clauses(item.formula());
        if (!pays.isEmpty()) {
            lines.add(Literal.comment(Text.of(
                    "有可拨金额：" + item.formula().sentence().zh(),
                    "something is paid: " + item.formula().sentence().en())));
            pays.forEach(each -> lines.add(clause(lines, each)));
        }
        if (!granted.open().equals(Logic.TRUE)) {
            lines.add(Literal.comment(Text.of("此前未就同一对象兑现", "not granted for the same before")));
            lines.add(clause(lines, granted.open()));
        }
        return INDENT + String.join("\n" + INDENT, lines) + "\n";
    }

    private void add(List<String> lines, List<Comparison> leaves, String condition) {
        leaves.forEach(leaf -> lines.add(Literal.comment(sentence(leaf))));
        lines.add(clause(lines, condition));
    }

    private Text sentence(Comparison leaf) {
        Text sentence = Wording.sentence(leaf, policyYear);
        return Text.of(leaf.clause().zh() + "：" + sentence.zh(), leaf.clause().en() + ": " + sentence.en());
    }

    private static String clause(List<String> before, String condition) {
        return before.stream().allMatch(each -> each.startsWith("--")) ? condition : "AND " + condition;
    }

    private static List<Condition> conditions(Condition rule) {
        return rule instanceof Condition.All all
                ? all.of().stream().flatMap(each -> conditions(each).stream()).toList()
                : List.of(rule);
    }

    /** The records that the item asks about: of honours those of its kind, or whose kind is unknown. */
    private String records() {
        Subject record = item.record();
        if (record == null) {
            return "";
        }
        Optional<String> kind = item.kind().map(new RuleSql(present)::of);
        String join = "  LEFT JOIN " + FactTables.table(record) + " r ON r.credit_code = e.credit_code AND e."
                + FactTables.knows(record)
                + kind.map(is -> "\n    AND COALESCE(" + is + ", TRUE)").orElse("") + "\n";
        return record != Subject.LOAN
                ? join
                : join + "  LEFT JOIN " + FactTables.table(Subject.PROJECT)
                        + " p ON p.credit_code = r.credit_code AND p.ref = r.loan_project\n";
    }
}
