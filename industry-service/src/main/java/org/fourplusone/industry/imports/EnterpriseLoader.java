package org.fourplusone.industry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.KeepManyEntries;
import org.fourplusone.industry.enterprise.KeepManyEntries.Entry;
import org.fourplusone.industry.enterprise.Writing;
import org.fourplusone.industry.imports.Column.Choice;
import org.fourplusone.industry.imports.Column.Form;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enterprises, one a row. An empty cell leaves what the register has; closing and merging are moves, not corrections. */
@Component
class EnterpriseLoader implements Loader {

    private final KeepManyEntries register;
    private final List<Column> columns;

    EnterpriseLoader(KeepManyEntries register, Taxonomies taxonomies) {
        this.register = register;
        List<Choice> clusters = new ArrayList<>(taxonomies.codes().stream()
                .map(code -> new Choice(code, taxonomies.nameOf(code)))
                .toList());
        clusters.add(new Choice("NONE", Text.of("无", "none")));
        this.columns = List.of(
                Columns.CREDIT_CODE,
                Column.of(
                        "name",
                        "企业名称",
                        "Name",
                        Form.TEXT,
                        Text.of("新企业必填，最多120字", "needed for a new one, at most 120 characters")),
                Column.choice(
                        "cluster", "产业集群", "Cluster", Text.of("代码或名称，可空", "code or name, may be empty"), clusters),
                Column.of(
                        "industryCode",
                        "行业代码",
                        "Industry code",
                        Form.CODE,
                        Text.of("新企业必填，GB/T 4754-2017 四位小类", "needed for a new one, four digits of GB/T 4754-2017")),
                Column.of("aboveScale", "规模以上", "Above scale", Form.FLAG, Text.of("是或否", "yes or no")),
                Column.of("street", "街道", "Street", Form.TEXT, Text.of("最多60字", "at most 60 characters")),
                Column.of("address", "地址", "Address", Form.TEXT, Text.of("最多200字", "at most 200 characters")),
                Column.of(
                        "established",
                        "成立日期",
                        "Established",
                        Form.DATE,
                        Text.of("如 2015-06-30", "such as 2015-06-30")));
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ENTERPRISES;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Comparing compare(Findings findings) {
        return new OfEnterprises(findings);
    }

    private final class OfEnterprises implements Comparing {

        private final Findings findings;
        private final Map<String, Integer> seen = new HashMap<>();

        OfEnterprises(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void take(List<Line> lines) {
            List<Line> good = new ArrayList<>();
            for (Line line : lines) {
                String code = line.get("creditCode");
                Integer before = seen.putIfAbsent(code, line.row());
                if (!CreditCode.isValid(code)) {
                    findings.error(line.row(), "creditCode", code, new FieldProblem("creditCode", "CREDIT_CODE"));
                } else if (before != null) {
                    findings.error(line.row(), "creditCode", code, new FieldProblem("creditCode", "ROW_TWICE", before));
                } else {
                    good.add(line);
                }
            }
            List<KeepManyEntries.Compared> compared = register.compare(
                    good.stream().map(line -> entry(line::find)).toList());
            for (int i = 0; i < good.size(); i++) {
                found(good.get(i), compared.get(i));
            }
            findings.done(lines.size());
        }

        private void found(Line line, KeepManyEntries.Compared compared) {
            for (FieldProblem problem : compared.problems()) {
                findings.error(line.row(), problem.field(), line.find(problem.field()), problem);
            }
            if (!compared.problems().isEmpty()) {
                return;
            }
            Enterprise before = compared.before();
            List<Change.Cell> cells =
                    Change.differences(columns, before == null ? Map.of() : values(before), values(compared.after()));
            if (before != null && cells.isEmpty()) {
                findings.unchanged();
                return;
            }
            findings.change(new Change(
                    line.row(),
                    before == null,
                    Map.of("creditCode", line.get("creditCode")),
                    compared.after().name(),
                    null,
                    cells,
                    Map.of()));
        }

        @Override
        public void end() {}
    }

    private static Map<String, @Nullable String> values(Enterprise enterprise) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("name", enterprise.name());
        values.put("cluster", enterprise.cluster() == null ? "NONE" : enterprise.cluster());
        values.put("industryCode", enterprise.industryCode());
        values.put("aboveScale", String.valueOf(enterprise.aboveScale()));
        values.put("street", enterprise.street());
        values.put("address", enterprise.address());
        values.put(
                "established",
                enterprise.established() == null
                        ? null
                        : enterprise.established().toString());
        return values;
    }

    private static Entry entry(Function<String, @Nullable String> cell) {
        String above = cell.apply("aboveScale");
        String established = cell.apply("established");
        return new Entry(
                String.valueOf(cell.apply("creditCode")),
                cell.apply("name"),
                cell.apply("cluster"),
                cell.apply("industryCode"),
                above == null ? null : Boolean.valueOf(above),
                cell.apply("street"),
                cell.apply("address"),
                established == null ? null : LocalDate.parse(established));
    }

    @Override
    public boolean apply(List<Change> changes, Writing writing) {
        return register.write(
                changes.stream()
                        .map(change -> entry(column ->
                                column.equals("creditCode") ? change.key().get(column) : change.after(column)))
                        .toList(),
                writing);
    }
}
