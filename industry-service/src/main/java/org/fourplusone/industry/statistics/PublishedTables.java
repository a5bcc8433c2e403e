package org.fourplusone.industry.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Answers questions from the published tables, with small cells hidden. */
@Service
class PublishedTables {

    private static final Text SAMPLE = Text.of(
            "示例企业库：规模以上企业月度累计报表（由种子生成，非真实数据）",
            "Sample register: monthly cumulative reports of above-scale enterprises (generated from a seed, not real)");
    private static final Text REPORTED =
            Text.of("规模以上企业月度累计报表", "Monthly cumulative reports of above-scale enterprises");

    private final Cells cells;
    private final Taxonomies taxonomies;
    private final Text source;

    PublishedTables(Cells cells, Taxonomies taxonomies, @Value("${suite.sample:false}") boolean sample) {
        this.cells = cells;
        this.taxonomies = taxonomies;
        this.source = sample ? SAMPLE : REPORTED;
    }

    Answer answer(Question question) {
        Optional<String> vintage = cells.newestVintage();
        List<Answer.Row> rows = vintage.map(round -> rows(question, round)).orElse(List.of());
        Measure measure = question.measure();
        return new Answer(
                measure.code(),
                measure.text(),
                measure.isMoney() ? Text.of("元", "CNY") : Text.of("人", "persons"),
                rows,
                definition(question),
                source,
                vintage.orElse(null),
                question.link());
    }

    private List<Answer.Row> rows(Question question, String vintage) {
        Grain grain = question.grain();
        int toYear = question.to() == Integer.MAX_VALUE ? 9999 : question.to() / 12;
        Map<String, List<Cell>> periods = new LinkedHashMap<>();
        for (Cell cell : cells.find(vintage, question.measure(), grain, question.from() / 12, toYear)) {
            int first = grain.firstMonth(cell.year(), cell.part());
            if (first >= question.from() && first <= question.to()) {
                periods.computeIfAbsent(grain.write(cell.year(), cell.part()), period -> new ArrayList<>())
                        .add(cell);
            }
        }
        List<String> order = taxonomies.codes();
        List<Answer.Row> rows = new ArrayList<>();
        periods.forEach((period, inPeriod) -> {
            Set<Cell> hidden = Confidentiality.hidden(inPeriod);
            long total = inPeriod.stream().mapToLong(Cell::value).sum();
            long totalBase = inPeriod.stream().mapToLong(Cell::base).sum();
            inPeriod.sort(Comparator.comparingInt(
                    cell -> order.contains(cell.cluster()) ? order.indexOf(cell.cluster()) : order.size()));
            for (Cell cell : inPeriod) {
                rows.add(row(question, period, cell, hidden.contains(cell), total, totalBase));
            }
        });
        return rows;
    }

    private Answer.Row row(Question question, String period, Cell cell, boolean hidden, long total, long totalBase) {
        Grain grain = question.grain();
        boolean grown = question.growth() && !hidden;
        Growth growth = grown ? Growth.of(cell.value(), cell.base(), total, totalBase) : new Growth(null, null, null);
        return new Answer.Row(
                cell.cluster(),
                taxonomies.nameOf(cell.cluster()),
                grain == Grain.MONTH ? period : null,
                grain == Grain.QUARTER ? period : null,
                grain == Grain.YEAR ? period : null,
                grain == Grain.YEAR && cell.through() < 12 ? Grain.MONTH.write(cell.year(), cell.through()) : null,
                hidden ? null : number(question.measure(), cell.value()),
                grown ? number(question.measure(), cell.base()) : null,
                plain(growth.growth()),
                plain(growth.contribution()),
                plain(growth.pull()),
                hidden,
                !hidden && cell.value() < 0 ? true : null);
    }

    private static String number(Measure measure, long value) {
        return BigDecimal.valueOf(value, measure.isMoney() ? 2 : 0).toPlainString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static Text definition(Question question) {
        Measure measure = question.measure();
        String zh = measure.isStock()
                ? "期末数；"
                : question.grain() == Grain.YEAR ? "1月至当年最近已报月份的累计数；" : "由同一年度、同一批次的累计数相减得出的单期数；";
        String en = measure.isStock()
                ? "Count at the end of the period; "
                : question.grain() == Grain.YEAR
                        ? "Cumulative from January to the newest month reported of the year; "
                        : "Single period: cumulative values subtracted within one year and vintage; ";
        String growthZh = question.growth() ? "增速以可比口径的上年同期为基数（%）；贡献率＝该集群增量÷总增量（%）；拉动＝该集群增量÷总量基数（百分点）；" : "";
        String growthEn = question.growth()
                ? "growth on the comparable base of the year before (%); contribution = change of the cluster / change of"
                        + " the total (%); pull = change of the cluster / base of the total (percentage points); "
                : "";
        return Text.of(
                measure.text().zh() + "，规模以上企业按其主集群汇总。" + zh + growthZh + "不足3家企业的单元格及同期次小的单元格不公布。",
                measure.text().en() + " of above-scale enterprises by their primary cluster. " + en + growthEn
                        + "cells of fewer than 3 enterprises are not published, nor is the next smallest of the period.");
    }
}
