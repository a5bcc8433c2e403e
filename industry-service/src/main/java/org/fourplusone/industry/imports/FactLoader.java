package org.fourplusone.industry.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.industry.enterprise.Writing;
import org.fourplusone.industry.fact.StateManyFacts;
import org.fourplusone.industry.fact.StateManyFacts.Outcome;
import org.fourplusone.industry.fact.StateManyFacts.Version;
import org.fourplusone.industry.imports.Column.Choice;
import org.fourplusone.industry.imports.Column.Form;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Facts, one a row; all rows about one enterprise are checked together, since facts of one record depend on each other. They
 * come verified by the department that hands them in, unless a row says that the enterprise declares them.
 */
@Component
class FactLoader implements Loader {

    private static final int AT_ONCE = 500;

    private static final Map<String, String> COLUMN_OF = Map.of(
            "key", "fact", "period", "period", "value", "value", "record", "recordKind", "record.ref", "recordRef");

    private final Enterprises enterprises;
    private final StateManyFacts facts;
    private final List<Column> columns = List.of(
            Columns.CREDIT_CODE,
            Column.of("fact", "事实", "Fact", Form.ANY, Text.of("必填，事实字典的代码或名称", "needed, key or name in the dictionary"))
                    .needed(),
            Column.of(
                    "period",
                    "年度",
                    "Year",
                    Form.CODE,
                    Text.of("年度事实的年份，空为本年", "of an annual fact; this year if empty")),
            Column.of(
                            "value",
                            "数值",
                            "Value",
                            Form.ANY,
                            Text.of("必填，按字典的类型和单位", "needed, in the dictionary's type and unit"))
                    .needed(),
            Column.choice(
                    "recordKind",
                    "记录类别",
                    "Record kind",
                    Text.of("项目、荣誉、贷款、租赁的事实填写", "for facts of a project, honour, loan or lease"),
                    List.of(
                            new Choice("PROJECT", Text.of("项目", "project")),
                            new Choice("HONOUR", Text.of("荣誉", "honour")),
                            new Choice("LOAN", Text.of("贷款", "loan")),
                            new Choice("LEASE", Text.of("租赁", "lease")))),
            Column.of("recordRef", "记录编号", "Record reference", Form.CODE, Text.of("记录的编号", "the record's reference")),
            Column.choice(
                    "source",
                    "来源",
                    "Source",
                    Text.of("空为部门核实", "verified by the department if empty"),
                    List.of(
                            new Choice("DEPARTMENT", Text.of("部门核实", "department")),
                            new Choice("ENTERPRISE", Text.of("企业申报", "enterprise")))));

    FactLoader(Enterprises enterprises, StateManyFacts facts) {
        this.enterprises = enterprises;
        this.facts = facts;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.FACTS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Comparing compare(Findings findings) {
        return new OfFacts(findings);
    }

    private final class OfFacts implements Comparing {

        private final Findings findings;
        private final Map<String, List<StateManyFacts.Line>> byEnterprise = new LinkedHashMap<>();
        private final Map<String, String> keys = new LinkedHashMap<>();

        OfFacts(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void take(List<Line> lines) {
            for (Line line : lines) {
                String code = line.get("creditCode");
                String said = line.get("fact");
                String key = keys.computeIfAbsent(said, text -> facts.key(text).orElse(""));
                if (!CreditCode.isValid(code)) {
                    wrong(line, "creditCode", new FieldProblem("creditCode", "CREDIT_CODE"));
                } else if (key.isEmpty()) {
                    wrong(line, "fact", new FieldProblem("fact", "FACT_UNKNOWN", said));
                } else {
                    byEnterprise
                            .computeIfAbsent(code, each -> new ArrayList<>(4))
                            .add(new StateManyFacts.Line(
                                    line.row(),
                                    key,
                                    line.find("period"),
                                    line.get("value"),
                                    line.find("recordKind"),
                                    line.find("recordRef"),
                                    !"ENTERPRISE".equals(line.find("source"))));
                }
            }
        }

        private void wrong(Line line, String column, FieldProblem problem) {
            findings.error(line.row(), column, line.find(column), problem);
            findings.done(1);
        }

        @Override
        public void end() {
            List<String> codes = new ArrayList<>(byEnterprise.keySet());
            for (int from = 0; from < codes.size(); from += AT_ONCE) {
                compare(codes.subList(from, Math.min(codes.size(), from + AT_ONCE)));
            }
        }

        private void compare(List<String> codes) {
            Map<String, Enterprise> known = enterprises.findAll(codes);
            Map<String, Outcome> outcomes = facts.compare(known.values(), byEnterprise);
            for (String code : codes) {
                List<StateManyFacts.Line> lines = Objects.requireNonNull(byEnterprise.remove(code));
                Enterprise enterprise = known.get(code);
                Outcome outcome = outcomes.get(code);
                if (enterprise == null || outcome == null) {
                    lines.forEach(line -> findings.error(
                            line.row(), "creditCode", code, new FieldProblem("creditCode", "NOT_IN_REGISTER")));
                } else {
                    found(enterprise, lines, outcome);
                }
                findings.done(lines.size());
            }
        }

        private void found(Enterprise enterprise, List<StateManyFacts.Line> lines, Outcome outcome) {
            Map<Integer, String> values = new LinkedHashMap<>();
            lines.forEach(line -> values.put(line.row(), line.value()));
            for (StateManyFacts.Mistake mistake : outcome.mistakes()) {
                findings.error(
                        mistake.row(),
                        COLUMN_OF.getOrDefault(mistake.field(), "fact"),
                        values.get(mistake.row()),
                        mistake.problem());
            }
            outcome.versions().forEach(version -> findings.change(change(enterprise, version, outcome.size())));
            for (int same = lines.size() - outcome.versions().size(); same > 0; same--) {
                findings.unchanged();
            }
        }

        private Change change(Enterprise enterprise, Version version, @Nullable SizeClass size) {
            Map<String, String> key = new LinkedHashMap<>();
            key.put("creditCode", enterprise.creditCode());
            key.put("fact", version.key());
            put(key, "period", version.period());
            put(key, "recordKind", version.kind());
            put(key, "recordRef", version.ref());
            Map<String, String> note = new LinkedHashMap<>();
            note.put("source", version.verified() ? "DEPARTMENT" : "ENTERPRISE");
            put(note, "size", size == null ? null : size.name());
            return new Change(
                    version.row(),
                    version.before() == null,
                    key,
                    enterprise.name(),
                    facts.name(version.key()),
                    List.of(new Change.Cell("value", version.before(), version.value())),
                    note);
        }
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    @Override
    public boolean apply(List<Change> changes, Writing writing) {
        Map<String, List<Version>> versions = new LinkedHashMap<>();
        Map<String, String> sizes = new LinkedHashMap<>();
        for (Change change : changes) {
            Map<String, String> key = change.key();
            String code = Objects.requireNonNull(key.get("creditCode"));
            versions.computeIfAbsent(code, each -> new ArrayList<>())
                    .add(new Version(
                            change.row(),
                            Objects.requireNonNull(key.get("fact")),
                            key.get("recordKind"),
                            key.get("recordRef"),
                            key.get("period"),
                            null,
                            Objects.requireNonNull(change.after("value")),
                            "DEPARTMENT".equals(change.note().get("source"))));
            put(sizes, code, change.note().get("size"));
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        versions.forEach((code, list) -> outcomes.put(
                code,
                new Outcome(List.of(), list, sizes.containsKey(code) ? SizeClass.valueOf(sizes.get(code)) : null)));
        return facts.write(outcomes, writing);
    }
}
