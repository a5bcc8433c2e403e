package org.fourplusone.industry.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Statistics")
class ConcentrationController {

    private static final List<String> PUBLISHED = List.of(Combination.CLUSTER_YEAR.by(), Combination.SEGMENT_YEAR.by());
    private static final Text DEFINITION = Text.of(
            "CR4＝该组前4家企业之和÷该组合计（%，取整）；HHI＝各企业份额平方和（0至10000，取整到十）；只公布合计已公布、企业不少于10家、且不能据此把最大一家推算到15%以内的组。"
                    + "区位商＝该组占全区该指标的比重÷该组占全区从业人员的比重，以全区为参照（本系统不掌握全市、全国的同口径数据）；大于1表示该指标相对集中。",
            "CR4 = the four largest enterprises / the group (%, whole); HHI = sum of squared shares (0 to 10,000, in tens);"
                    + " shown only for groups whose sum is published, of 10 enterprises or more, and only if the largest cannot be"
                    + " placed within 15 % by them. Location quotient = the group's share of the zone's measure / its share of the"
                    + " zone's jobs; the zone is the reference, as the city's and the nation's numbers are not held by these"
                    + " groups; above 1 the measure is concentrated here.");

    private final PublishedTables tables;
    private final Cells cells;
    private final Concentrations concentrations;
    private final GroupNames names;

    ConcentrationController(PublishedTables tables, Cells cells, Concentrations concentrations, GroupNames names) {
        this.tables = tables;
        this.cells = cells;
        this.concentrations = concentrations;
        this.names = names;
    }

    /**
     * One group in one year; a number is absent where it is undefined or hidden.
     *
     * @param cr4 percent
     * @param hhi 0 to 10,000
     * @param locationQuotient the reference is the zone's total
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String cluster,
            Text clusterName,
            @Nullable String segment,
            @Nullable Text segmentName,
            String year,
            @Nullable String cr4,
            @Nullable String hhi,
            @Nullable String locationQuotient) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Table(
            String measure,
            Text measureName,
            List<Row> rows,
            Text definition,
            Text source,
            @Nullable String vintage,
            String link) {}

    @GetMapping("/statistics/concentration")
    @Operation(
            summary = "How concentrated clusters and chain segments are: CR4, HHI and location quotient by year",
            description = "by: cluster,year or segment,year. from and to are years or periods in them.")
    Table table(
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(defaultValue = "cluster,year") String by,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String vintage) {
        Question question = Question.of(new Question.Words(measure, by, from, to, null, null, vintage));
        Combination combination = question.combination();
        if (!PUBLISHED.contains(combination.by())) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "UNPUBLISHED_COMBINATION", String.join("; ", PUBLISHED))
                    .with("allowed", PUBLISHED);
        }
        String round = tables.vintage(vintage);
        return new Table(
                question.measure().code(),
                question.measure().text(),
                round == null ? List.of() : rows(question, round),
                DEFINITION,
                tables.source(),
                round,
                question.link(round).replace("/statistics?", "/statistics/concentration?"));
    }

    private List<Row> rows(Question question, String vintage) {
        Cut cut = question.combination().cut;
        int from = question.from() / 12;
        int to = question.to() == Integer.MAX_VALUE ? 9999 : question.to() / 12;
        Map<String, Concentration> known = new HashMap<>();
        concentrations
                .find(vintage, question.measure(), cut, from, to)
                .forEach(row -> known.put(row.year() + row.code(), row.concentration()));
        Map<String, Cell> jobs = new HashMap<>();
        cells.find(vintage, Measure.JOBS, cut, Grain.YEAR, from, to).forEach(cell -> jobs.put(cell.key(), cell));
        List<Cell> values = new ArrayList<>(cells.find(vintage, question.measure(), cut, Grain.YEAR, from, to));
        Map<Integer, Cell> totals = new HashMap<>();
        values.stream().filter(cell -> cell.cut() == Cut.TOTAL).forEach(cell -> totals.put(cell.year(), cell));
        values.removeIf(cell -> cell.cut() == Cut.TOTAL);
        values.sort(java.util.Comparator.comparingInt(Cell::year).thenComparing(Cell::code, names.order(cut)));
        List<Row> rows = new ArrayList<>();
        for (Cell cell : values) {
            Cell total = totals.get(cell.year());
            String quotient = question.measure() == Measure.JOBS || total == null
                    ? null
                    : quotient(cell, total, jobs.get(cell.key()), jobs.get(total.key()));
            Concentration found = known.get(cell.year() + cell.code());
            String cluster = GroupNames.first(cell.code());
            String segment = cut == Cut.SEGMENT ? GroupNames.second(cell.code()) : null;
            rows.add(new Row(
                    cluster,
                    names.ofCluster(cluster),
                    segment,
                    segment == null ? null : names.ofSegment(cluster, segment),
                    String.valueOf(cell.year()),
                    found == null ? null : String.valueOf(found.cr4()),
                    found == null ? null : String.valueOf(found.hhi()),
                    quotient));
        }
        return rows;
    }

    /** Of shown numbers only; null where a share is undefined. */
    static @Nullable String quotient(Cell part, Cell total, @Nullable Cell partJobs, @Nullable Cell totalJobs) {
        for (Cell cell : new Cell[] {part, total}) {
            if (cell.valueHidden() != null) {
                return null;
            }
        }
        if (partJobs == null
                || totalJobs == null
                || partJobs.valueHidden() != null
                || totalJobs.valueHidden() != null
                || partJobs.value() <= 0
                || total.value() <= 0) {
            return null;
        }
        return BigDecimal.valueOf(part.value())
                .multiply(BigDecimal.valueOf(totalJobs.value()))
                .divide(
                        BigDecimal.valueOf(total.value()).multiply(BigDecimal.valueOf(partJobs.value())),
                        MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
