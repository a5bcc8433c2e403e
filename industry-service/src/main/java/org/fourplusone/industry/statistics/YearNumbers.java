package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.confidentiality.Numbers;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.report.Report;
import org.fourplusone.industry.report.Reports;
import org.fourplusone.industry.statistics.Period.Grain;

/**
 * What enterprises reported for a year as of a vintage, as single periods: what is cumulative is subtracted within the
 * year; a month that was not reported counts with the next one that was.
 */
final class YearNumbers {

    /** What was reported: the year's values, or the comparable bases of the year before. */
    enum Side {
        VALUE,
        BASE
    }

    private static final int MONTHS = 12;

    private final int through;
    private final int size;
    private final long[][][][] reported;

    private YearNumbers(int through, int size, long[][][][] reported) {
        this.through = through;
        this.size = size;
        this.reported = reported;
    }

    /** @param members enterprises with their places in all arrays */
    static YearNumbers load(Reports reports, String vintage, int year, Map<String, Integer> members) {
        int size = members.size();
        long[][][][] reported = new long[Side.values().length][Measure.values().length][MONTHS + 1][size];
        boolean[][] present = new boolean[MONTHS + 1][size];
        int[] through = {0};
        reports.upTo(vintage, year, report -> {
            Integer member = members.get(report.creditCode());
            if (member != null) {
                through[0] = Math.max(through[0], report.month());
                present[report.month()][member] = true;
                set(reported, report, member);
            }
        });
        for (Measure measure : Measure.values()) {
            for (int month = 1; month <= MONTHS && !measure.isStock(); month++) {
                for (Side side : Side.values()) {
                    long[][] months = reported[side.ordinal()][measure.ordinal()];
                    for (int i = 0; i < size; i++) {
                        if (!present[month][i]) {
                            months[month][i] = months[month - 1][i];
                        }
                    }
                }
            }
        }
        return new YearNumbers(through[0], size, reported);
    }

    private static void set(long[][][][] reported, Report report, int member) {
        for (int measure = 0; measure < report.values().length; measure++) {
            reported[Side.VALUE.ordinal()][measure][report.month()][member] = report.values()[measure];
            reported[Side.BASE.ordinal()][measure][report.month()][member] = report.bases()[measure];
        }
    }

    /** The newest month that anybody reported. */
    int through() {
        return through;
    }

    /** How many months or quarters are whole; 1 for a year, which is taken as far as it has come. */
    int parts(Grain grain) {
        return switch (grain) {
            case MONTH -> through;
            case QUARTER -> through / 3;
            case YEAR -> through == 0 ? 0 : 1;
        };
    }

    /** The last month of a part, numbered from 1. */
    int lastMonth(Grain grain, int part) {
        return switch (grain) {
            case MONTH -> part;
            case QUARTER -> part * 3;
            case YEAR -> through;
        };
    }

    /** Every enterprise's number of a single period. */
    long[] single(Side side, Measure measure, Grain grain, int part) {
        int before = grain == Grain.YEAR ? 0 : lastMonth(grain, part - 1);
        return single(side, measure, before, lastMonth(grain, part));
    }

    /** Every enterprise's number from January to a month. */
    long[] until(Side side, Measure measure, int month) {
        return single(side, measure, 0, month);
    }

    private long[] single(Side side, Measure measure, int before, int last) {
        long[][] months = reported[side.ordinal()][measure.ordinal()];
        long[] single = months[last].clone();
        if (!measure.isStock() && before > 0) {
            for (int i = 0; i < size; i++) {
                single[i] -= months[before][i];
            }
        }
        return single;
    }

    /** All numbers of one side that are published of a year, with the groups that they are published by. */
    List<Numbers> all(Side side, Measure measure) {
        List<Numbers> all = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            for (int part = 1; part <= parts(grain); part++) {
                all.add(new Numbers(cuts(grain), single(side, measure, grain, part)));
            }
        }
        return all;
    }

    /** A year's size classes are the sum of its quarters, so they are as good as published. */
    static Set<Cut> cuts(Grain grain) {
        return switch (grain) {
            case MONTH -> Numbers.MONTH;
            case QUARTER -> Numbers.QUARTER;
            case YEAR -> Numbers.YEAR;
        };
    }
}
