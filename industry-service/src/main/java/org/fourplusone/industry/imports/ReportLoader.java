package org.fourplusone.industry.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.Writing;
import org.fourplusone.industry.imports.Column.Form;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.report.Report;
import org.fourplusone.industry.report.ReportedAlready;
import org.fourplusone.industry.report.ReportedAlready.Key;
import org.fourplusone.industry.report.Reports;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.text.Text;
import org.springframework.stereotype.Component;

/**
 * Monthly cumulative reports, one enterprise and month a row. A report is added and never changed: another number for the same
 * month comes with a new vintage, and a vintage whose tables are published takes nothing more.
 */
@Component
class ReportLoader implements Loader {

    private static final String BASE = "Base";

    private final Reports reports;
    private final ReportedAlready reported;
    private final Enterprises enterprises;
    private final List<Column> columns = new ArrayList<>();

    ReportLoader(Reports reports, ReportedAlready reported, Enterprises enterprises) {
        this.reports = reports;
        this.reported = reported;
        this.enterprises = enterprises;
        columns.add(Columns.CREDIT_CODE);
        columns.add(
                Column.of("vintage", "发布批次", "Vintage", Form.MONTH, Text.of("必填，如 2026-11", "needed, such as 2026-11"))
                        .needed());
        columns.add(Column.of("year", "年份", "Year", Form.WHOLE, Text.of("必填", "needed"))
                .needed());
        columns.add(Column.of(
                        "month",
                        "截至月份",
                        "Through month",
                        Form.WHOLE,
                        Text.of("必填，1至12，累计", "needed, 1 to 12, cumulative"))
                .needed());
        for (Measure measure : Measure.values()) {
            Form form = measure == Measure.PROFIT_TAX || measure == Measure.VALUE_ADDED
                    ? Form.SIGNED_MONEY
                    : measure.isMoney() ? Form.MONEY : Form.WHOLE;
            Text unit = measure.isMoney()
                    ? Text.of("必填，元，1月起累计", "needed, yuan, cumulative from January")
                    : Text.of("必填，期末人数", "needed, persons at the end");
            Text name = measure.text();
            columns.add(
                    Column.of(measure.code(), name.zh(), name.en(), form, unit).needed());
            columns.add(Column.of(measure.code() + BASE, name.zh() + "可比基数", name.en() + " base", form, unit)
                    .needed());
        }
    }

    @Override
    public ImportKind kind() {
        return ImportKind.REPORTS;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Comparing compare(Findings findings) {
        return new OfReports(findings);
    }

    private final class OfReports implements Comparing {

        private final Findings findings;
        private final String published = reported.newestPublished();
        private final Map<Key, Integer> seen = new HashMap<>();

        OfReports(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void take(List<Line> lines) {
            Map<String, Enterprise> known = enterprises.findAll(
                    lines.stream().map(line -> line.get("creditCode")).collect(Collectors.toSet()));
            Map<String, List<Line>> byVintage =
                    lines.stream().collect(Collectors.groupingBy(line -> line.get("vintage")));
            byVintage.forEach((vintage, some) -> {
                Map<Key, Report> there = reported.of(
                        some.stream().map(line -> line.get("creditCode")).collect(Collectors.toSet()),
                        vintage,
                        some.stream()
                                .map(line -> Integer.valueOf(line.get("year")))
                                .collect(Collectors.toSet()),
                        some.stream()
                                .map(line -> Integer.valueOf(line.get("month")))
                                .collect(Collectors.toSet()));
                some.forEach(line -> found(line, known, there));
            });
            findings.done(lines.size());
        }

        private void found(Line line, Map<String, Enterprise> known, Map<Key, Report> there) {
            Enterprise enterprise = known.get(line.get("creditCode"));
            Report report = report(line.values());
            Report old = there.get(Key.of(report));
            Integer before = seen.putIfAbsent(Key.of(report), line.row());
            if (!CreditCode.isValid(line.get("creditCode"))) {
                wrong(line, "creditCode", "CREDIT_CODE");
            } else if (enterprise == null) {
                wrong(line, "creditCode", "NOT_IN_REGISTER");
            } else if (before != null) {
                wrong(line, "month", "ROW_TWICE", before);
            } else if (report.month() < 1 || report.month() > 12) {
                wrong(line, "month", "RANGE", "1", "12");
            } else if (report.year() < 2000 || report.year() > 2100 || isAfterVintage(report)) {
                wrong(line, "year", "REPORT_AFTER_VINTAGE");
            } else if (old != null && isSame(old, report)) {
                findings.unchanged();
            } else if (report.vintage().compareTo(published) <= 0) {
                wrong(line, "vintage", "VINTAGE_PUBLISHED");
            } else if (old != null) {
                wrong(line, "vintage", "REPORT_EXISTS");
            } else {
                findings.change(change(line, enterprise));
            }
        }

        private void wrong(Line line, String column, String code, Object... arguments) {
            findings.error(line.row(), column, line.find(column), new FieldProblem(column, code, arguments));
        }

        private Change change(Line line, Enterprise enterprise) {
            Map<String, String> key = new LinkedHashMap<>();
            List<Change.Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i).key();
                if (i < 4) {
                    key.put(column, line.get(column));
                } else {
                    cells.add(new Change.Cell(column, null, line.get(column)));
                }
            }
            return new Change(line.row(), true, key, enterprise.name(), null, cells, Map.of());
        }

        @Override
        public void end() {}
    }

    private static boolean isAfterVintage(Report report) {
        return String.format("%04d-%02d", report.year(), report.month()).compareTo(report.vintage()) > 0;
    }

    private static boolean isSame(Report one, Report other) {
        return Arrays.equals(one.values(), other.values()) && Arrays.equals(one.bases(), other.bases());
    }

    private static Report report(Map<String, String> values) {
        Measure[] measures = Measure.values();
        long[] numbers = new long[measures.length];
        long[] bases = new long[measures.length];
        for (int i = 0; i < measures.length; i++) {
            numbers[i] = number(measures[i], text(values, measures[i].code()));
            bases[i] = number(measures[i], text(values, measures[i].code() + BASE));
        }
        return new Report(
                text(values, "creditCode"),
                text(values, "vintage"),
                Integer.parseInt(text(values, "year")),
                Integer.parseInt(text(values, "month")),
                numbers,
                bases);
    }

    private static String text(Map<String, String> values, String column) {
        return Objects.requireNonNull(values.get(column), column);
    }

    private static long number(Measure measure, String text) {
        return measure.isMoney() ? Money.parse(text).fen() : Long.parseLong(text);
    }

    @Override
    public boolean apply(List<Change> changes, Writing writing) {
        List<Report> all = new ArrayList<>();
        for (Change change : changes) {
            Map<String, String> values = new HashMap<>(change.key());
            change.cells().forEach(cell -> values.put(cell.column(), Objects.requireNonNull(cell.after())));
            all.add(report(values));
        }
        String published = reported.newestPublished();
        if (all.stream().anyMatch(report -> report.vintage().compareTo(published) <= 0)) {
            return false;
        }
        reports.addAll(all);
        return true;
    }
}
