package org.fourplusone.industry.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.report.Report;

/**
 * Draws the monthly cumulative reports of an above-scale enterprise: eight whole years and the current one as far as it
 * has come. They are a channel of their own; nothing in them is taken into the facts.
 */
final class FirmReports {

    /** Share of a year's business in each month, in per mille: a dip at the Spring Festival, a push at the year's end. */
    private static final int[] SEASON = {76, 62, 86, 82, 83, 90, 80, 81, 88, 84, 90, 98};

    private final long seed;
    private final YearMonth last;

    /** @param last the newest month that has been reported */
    FirmReports(long seed, YearMonth last) {
        this.seed = seed;
        this.last = last;
    }

    List<Report> draw(Firm firm) {
        Draw draw = new Draw(seed + 2, firm.number());
        int from = last.getYear() - 8;
        int years = last.getYear() - from + 1;
        double[] level = new double[years + 1];
        level[years] = firm.revenue();
        for (int i = years - 1; i >= 0; i--) {
            double growth = i == years - 1 ? firm.growth() : draw.between(-0.10, 0.24);
            level[i] = level[i + 1] / (1 + growth);
        }
        Shares shares = Shares.draw(firm, draw);
        long[][] before = year(firm, level[0], shares, new Draw(seed + 3, firm.number() * 100L));
        // One in ten has since changed what it counts: its base is not what it published a year ago.
        double footing = draw.happens(0.1) ? draw.between(0.96, 1.03) : 1;
        List<Report> reports = new ArrayList<>();
        for (int i = 1; i <= years; i++) {
            long[][] now = year(firm, level[i], shares, new Draw(seed + 3, firm.number() * 100L + i));
            int months = from + i - 1 == last.getYear() ? last.getMonthValue() : 12;
            for (int month = 0; month < months; month++) {
                long[] bases = before[month].clone();
                for (int measure = 0; measure < bases.length; measure++) {
                    bases[measure] = measure == Measure.JOBS.ordinal()
                            ? bases[measure]
                            : Math.round(bases[measure] / 100.0 * footing) * 100;
                }
                reports.add(new Report(
                        firm.enterprise().creditCode(), last.toString(), from + i - 1, month + 1, now[month], bases));
            }
            before = now;
        }
        return reports;
    }

    /** What an enterprise's measures are of its revenue. */
    private record Shares(
            double output, double valueAdded, double profitTax, double investment, double rd, double exports) {

        static Shares draw(Firm firm, Draw draw) {
            boolean industry = firm.isIndustry();
            return new Shares(
                    industry ? draw.between(0.97, 1.05) : 0,
                    draw.between(0.18, 0.34),
                    draw.between(-0.01, 0.16),
                    draw.happens(0.35) ? draw.between(0.02, 0.18) : 0,
                    draw.happens(0.6) ? draw.onLogScale(0.008, 0.06) : 0,
                    firm.exportShare());
        }
    }

    /** Cumulative values of the twelve months of a year, in fen; jobs as they stand. */
    private static long[][] year(Firm firm, double revenue, Shares shares, Draw draw) {
        double[] parts = new double[12];
        double sum = 0;
        for (int month = 0; month < 12; month++) {
            parts[month] = SEASON[month] * draw.between(0.88, 1.12);
            sum += parts[month];
        }
        double[] total = new double[Measure.values().length];
        long[][] values = new long[12][];
        double staff = firm.staff() * Math.pow(revenue / firm.revenue(), 0.5);
        for (int month = 0; month < 12; month++) {
            double sales = revenue * parts[month] / sum;
            total[Measure.OUTPUT.ordinal()] += sales * shares.output * draw.between(0.97, 1.03);
            total[Measure.VALUE_ADDED.ordinal()] += sales * shares.valueAdded;
            total[Measure.REVENUE.ordinal()] += sales;
            total[Measure.PROFIT_TAX.ordinal()] += sales * (shares.profitTax + draw.between(-0.02, 0.02));
            total[Measure.INVESTMENT.ordinal()] += sales * shares.investment;
            total[Measure.RD.ordinal()] += sales * shares.rd;
            total[Measure.EXPORTS.ordinal()] += sales * shares.exports;
            long[] row = new long[total.length];
            for (int measure = 0; measure < total.length; measure++) {
                row[measure] = Math.round(total[measure]) * 100;
            }
            row[Measure.JOBS.ordinal()] = Math.max(1, Math.round(staff * draw.between(0.97, 1.03)));
            values[month] = row;
        }
        return values;
    }
}
