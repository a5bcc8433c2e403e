package org.fourplusone.industry.statistics;

import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.fourplusone.starter.text.Text;

/** Says in words what a table counts and how. */
final class Definition {

    private static final Text PROTECTION = Text.of(
            "不足3家企业、或一家企业占比超过85%的单元格不公布；凡能由其他单元格（含增速、累计数和以往各批次）推算出来的单元格也不公布。",
            "Cells of fewer than 3 enterprises, or of which one has more than 85 %, are not published, nor are cells that would"
                    + " give them away together with others (growth, cumulative numbers and earlier vintages included).");

    private Definition() {}

    static Text of(Question question) {
        return Text.of(chinese(question), english(question));
    }

    private static String chinese(Question question) {
        Measure measure = question.measure();
        Grain grain = question.combination().grain;
        String by =
                switch (question.combination().cut) {
                    case CLUSTER -> "按主集群";
                    case CLUSTER_SIZE -> "按主集群和企业规模（统计上大中小微型划分，2017）";
                    case SEGMENT -> "按主集群产业链环节（由行业小类确定）";
                    case INDUSTRY -> "按国民经济行业小类（GB/T 4754-2017）";
                    case TOTAL -> "全区";
                };
        String period = measure.isStock()
                ? "期末数；"
                : question.cumulative() || grain == Grain.YEAR
                        ? "1月至当期（当年至最近已报月份）的累计数；"
                        : "由同一年度、同一批次的累计数相减得出的单期数，负数为更正或亏损；";
        String growth = question.growth()
                ? "增速以可比口径（现报）的上年同期为基数（%），另列最初公布的上年同期数；贡献率＝该组增量÷总量增量（%），总量无增量时不计算；拉动＝该组增量÷总量基数（百分点），各组之和等于总量增速；"
                : "";
        return measure.text().zh() + "，规模以上企业" + by + "汇总，企业归类自首次公布起不变。" + period + growth + PROTECTION.zh();
    }

    private static String english(Question question) {
        Measure measure = question.measure();
        Grain grain = question.combination().grain;
        String by =
                switch (question.combination().cut) {
                    case CLUSTER -> "by their primary cluster";
                    case CLUSTER_SIZE -> "by their primary cluster and size class (2017 rules)";
                    case SEGMENT ->
                        "by the segment of their primary cluster's chain, which follows from their industry";
                    case INDUSTRY -> "by industry class (GB/T 4754-2017)";
                    case TOTAL -> "of the zone";
                };
        String period = measure.isStock()
                ? "Count at the end of the period; "
                : question.cumulative() || grain == Grain.YEAR
                        ? "Cumulative from January to the period (a running year to the newest month reported); "
                        : "Single period: cumulative values subtracted within one year and vintage, below zero after a"
                                + " correction or a loss; ";
        String growth = question.growth()
                ? "growth on the comparable base of the year before as reported now (%), beside the value published first;"
                        + " contribution = change of the group / change of the total (%), undefined where the total did not"
                        + " change; pull = change of the group / base of the total (percentage points), adding up to the"
                        + " total's growth; "
                : "";
        return measure.text().en() + " of above-scale enterprises " + by
                + "; an enterprise keeps the place under which it was first published. " + period + growth
                + PROTECTION.en();
    }
}
