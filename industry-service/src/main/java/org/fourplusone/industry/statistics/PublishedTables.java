package org.fourplusone.industry.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Answers questions from the frozen cells; what is hidden stays hidden. */
@Service
class PublishedTables {

    private static final Text SAMPLE = Text.of(
            "示例企业库：规模以上企业月度累计报表（由种子生成，非真实数据）",
            "Sample register: monthly cumulative reports of above-scale enterprises (generated from a seed, not real)");
    private static final Text REPORTED =
            Text.of("规模以上企业月度累计报表", "Monthly cumulative reports of above-scale enterprises");

    private final Cells cells;
    private final Vintages vintages;
    private final GroupNames names;
    private final Text source;

    PublishedTables(Cells cells, Vintages vintages, GroupNames names, @Value("${suite.sample:false}") boolean sample) {
        this.cells = cells;
        this.vintages = vintages;
        this.names = names;
        this.source = sample ? SAMPLE : REPORTED;
    }

    Text source() {
        return source;
    }

    /** @throws Problem 400 naming the vintages that there are, if it asks for another */
    @Nullable
    String vintage(@Nullable String wanted) {
        List<String> published = vintages.published();
        if (wanted == null) {
            return published.isEmpty() ? null : published.get(published.size() - 1);
        }
        if (!published.contains(wanted)) {
            throw Problem.invalid(new FieldProblem("vintage", "UNKNOWN_VALUE", String.join(", ", published)));
        }
        return wanted;
    }

    Answer answer(Question question) {
        String vintage = vintage(question.vintage());
        List<Span> spans = vintage == null ? List.of() : spans(question, vintage);
        Map<String, Span> totals = new HashMap<>();
        spans.stream().filter(Span::isTotal).forEach(span -> totals.put(span.period(), span));
        List<Answer.Row> rows = new ArrayList<>();
        List<Answer.Row> totalRows = new ArrayList<>();
        Comparator<Span> order = Comparator.comparing(Span::period)
                .thenComparing(span -> span.newest().code(), names.order(question.combination().cut));
        for (Span span : spans.stream().sorted(order).toList()) {
            (span.isTotal() ? totalRows : rows).add(row(question, span, totals.get(span.period())));
        }
        Measure measure = question.measure();
        return new Answer(
                measure.code(),
                measure.text(),
                question.cumulative() ? "cumulative" : "single",
                unit(measure),
                rows,
                totalRows,
                Definition.of(question),
                source,
                vintage,
                question.link(vintage));
    }

    static Text unit(Measure measure) {
        return measure.isMoney() ? Text.of("元", "CNY") : Text.of("人", "persons");
    }

    /** The cells that were asked for, each with the numbers of its group's period of the year before. */
    private List<Span> spans(Question question, String vintage) {
        Combination combination = question.combination();
        Grain grain = combination.grain;
        int fromYear = question.from() / 12;
        int toYear = question.to() == Integer.MAX_VALUE ? 9999 : question.to() / 12;
        Map<String, Span> all = new HashMap<>();
        List<Span> wanted = new ArrayList<>();
        for (Cell cell : cells.find(vintage, question.measure(), combination.cut, grain, fromYear - 1, toYear)) {
            Span span = Span.of(cell);
            if (question.cumulative() && !question.measure().isStock()) {
                Span sofar = all.get(Span.key(cell, cell.year(), cell.part() - 1));
                span = sofar == null ? span : sofar.with(cell);
            }
            span = span.after(all.get(Span.key(cell, cell.year() - 1, cell.part())));
            all.put(Span.key(cell, cell.year(), cell.part()), span);
            int first = grain.firstMonth(cell.year(), cell.part());
            if (cell.year() >= fromYear && first >= question.from() && first <= question.to()) {
                wanted.add(span);
            }
        }
        return wanted;
    }

    private Answer.Row row(Question question, Span span, @Nullable Span total) {
        Cell cell = span.newest();
        Grain grain = cell.grain();
        Measure measure = question.measure();
        boolean shown = cell.valueHidden() == null;
        boolean based = question.growth() && shown && cell.baseHidden() == null;
        boolean whole = total != null
                && total.newest().valueHidden() == null
                && total.newest().baseHidden() == null;
        Growth growth = based
                ? Growth.of(
                        span.value(),
                        span.base(),
                        whole && total != null ? total.value() : 0,
                        whole && total != null ? total.base() : 0)
                : new Growth(null, null, null);
        String cluster = cell.cut() == Cut.TOTAL || cell.cut() == Cut.INDUSTRY ? null : GroupNames.first(cell.code());
        String segment = cell.cut() == Cut.SEGMENT ? GroupNames.second(cell.code()) : null;
        return new Answer.Row(
                cluster,
                cluster == null ? null : names.ofCluster(cluster),
                segment,
                cluster == null || segment == null ? null : names.ofSegment(cluster, segment),
                cell.cut() == Cut.INDUSTRY ? cell.code() : null,
                cell.cut() == Cut.INDUSTRY ? names.ofIndustry(cell.code()) : null,
                cell.cut() == Cut.CLUSTER_SIZE ? GroupNames.second(cell.code()) : null,
                grain == Grain.MONTH ? span.period() : null,
                grain == Grain.QUARTER ? span.period() : null,
                grain == Grain.YEAR ? span.period() : null,
                grain == Grain.YEAR && cell.through() < 12 ? Grain.MONTH.write(cell.year(), cell.through()) : null,
                shown ? number(measure, span.value()) : null,
                based ? number(measure, span.base()) : null,
                based && span.published() != null ? number(measure, span.published()) : null,
                plain(growth.growth()),
                plain(growth.contribution()),
                plain(growth.pull()),
                !shown,
                question.growth() && shown && cell.baseHidden() != null ? true : null,
                shown && span.value() < 0 ? true : null);
    }

    private static String number(Measure measure, long value) {
        return BigDecimal.valueOf(value, measure.isMoney() ? 2 : 0).toPlainString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
