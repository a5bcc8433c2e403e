package org.fourplusone.fund.timeliness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How fast money came, against the aim; everything in working days, the enterprises' own corrections not counted.
 *
 * @param aim 60 (快申快享)
 * @param calendar the version of the calendar that it was counted by
 * @param paid filings that have had their first payment, from submission to that day
 * @param open filings under way, from submission to {@code asOf}
 * @param ended filings that ended without money, or were never submitted, or that no calendar covers; not counted above
 * @param phases the paid filings phase by phase
 * @param calls the same for each call that has filings, newest year first
 */
record Timeliness(
        int aim,
        LocalDate asOf,
        String calendar,
        Measure paid,
        Measure open,
        int ended,
        List<PhaseMeasure> phases,
        List<CallMeasure> calls) {

    /**
     * @param within how many lie within the aim
     * @param share the same in percent with one decimal; absent for none
     * @param median of an even number: half the sum of the middle two; absent for none
     */
    record Measure(
            int count,
            int within,
            @Nullable BigDecimal share,
            @Nullable BigDecimal median,
            @Nullable Integer longest) {

        static Measure of(List<Integer> totals) {
            int within =
                    (int) totals.stream().filter(days -> days <= Passage.AIM).count();
            BigDecimal share = totals.isEmpty()
                    ? null
                    : BigDecimal.valueOf(within * 100L)
                            .divide(BigDecimal.valueOf(totals.size()), 1, RoundingMode.HALF_UP);
            return new Measure(
                    totals.size(),
                    within,
                    share,
                    Timeliness.median(totals),
                    totals.stream().max(Comparator.naturalOrder()).orElse(null));
        }
    }

    record PhaseMeasure(
            Phase phase,
            Text name,
            int count,
            @Nullable BigDecimal median,
            @Nullable Integer longest) {

        static PhaseMeasure of(Phase phase, List<Integer> days) {
            Measure measure = Measure.of(days);
            return new PhaseMeasure(phase, phase.title(), days.size(), measure.median(), measure.longest());
        }
    }

    record CallMeasure(String call, String itemCode, Text title, int year, Measure paid, Measure open) {

        static CallMeasure of(List<Passage> filings) {
            Passage one = filings.get(0);
            return new CallMeasure(
                    one.call(),
                    one.itemCode(),
                    one.title(),
                    one.year(),
                    Measure.of(totals(filings, true)),
                    Measure.of(totals(filings, false)));
        }
    }

    static Timeliness of(List<Passage> filings, int ended, LocalDate asOf, String calendar) {
        Map<String, List<Passage>> byCall =
                filings.stream().collect(Collectors.groupingBy(Passage::call, TreeMap::new, Collectors.toList()));
        return new Timeliness(
                Passage.AIM,
                asOf,
                calendar,
                Measure.of(totals(filings, true)),
                Measure.of(totals(filings, false)),
                ended,
                Stream.of(Phase.values())
                        .map(phase -> PhaseMeasure.of(
                                phase,
                                filings.stream()
                                        .filter(Passage::isPaid)
                                        .filter(filing -> filing.days().containsKey(phase))
                                        .map(filing -> filing.days().getOrDefault(phase, 0))
                                        .toList()))
                        .toList(),
                byCall.values().stream()
                        .map(CallMeasure::of)
                        .sorted(Comparator.comparingInt(CallMeasure::year)
                                .reversed()
                                .thenComparing(CallMeasure::itemCode)
                                .thenComparing(CallMeasure::call))
                        .toList());
    }

    private static List<Integer> totals(List<Passage> filings, boolean paid) {
        return filings.stream()
                .filter(filing -> filing.isPaid() == paid)
                .map(Passage::total)
                .toList();
    }

    /** With one decimal. */
    static @Nullable BigDecimal median(List<Integer> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<Integer> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        long twice =
                sorted.size() % 2 == 1 ? 2L * sorted.get(middle) : (long) sorted.get(middle - 1) + sorted.get(middle);
        return BigDecimal.valueOf(twice * 5, 1);
    }
}
