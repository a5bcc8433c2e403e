package org.fourplusone.fund.timeliness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

        static Measure of(Tally days) {
            int within = days.within(Passage.AIM);
            BigDecimal share = days.count() == 0
                    ? null
                    : BigDecimal.valueOf(within * 100L)
                            .divide(BigDecimal.valueOf(days.count()), 1, RoundingMode.HALF_UP);
            return new Measure(days.count(), within, share, days.median(), days.longest());
        }
    }

    record PhaseMeasure(
            Phase phase,
            Text name,
            int count,
            @Nullable BigDecimal median,
            @Nullable Integer longest) {

        static PhaseMeasure of(Phase phase, Tally days) {
            return new PhaseMeasure(phase, phase.title(), days.count(), days.median(), days.longest());
        }
    }

    record CallMeasure(String call, String itemCode, Text title, int year, Measure paid, Measure open) {}

    /** The days of some filings. */
    private record Totals(Passage one, Tally paid, Tally open) {
        void add(Passage filing) {
            (filing.isPaid() ? paid : open).add(filing.total());
        }

        CallMeasure measure() {
            return new CallMeasure(
                    one.call(), one.itemCode(), one.title(), one.year(), Measure.of(paid), Measure.of(open));
        }
    }

    static Timeliness of(List<Passage> filings, int ended, LocalDate asOf, String calendar) {
        Tally paid = new Tally();
        Tally open = new Tally();
        Map<Phase, Tally> phases = new EnumMap<>(Phase.class);
        Map<String, Totals> calls = new HashMap<>();
        for (Passage filing : filings) {
            (filing.isPaid() ? paid : open).add(filing.total());
            calls.computeIfAbsent(filing.call(), call -> new Totals(filing, new Tally(), new Tally()))
                    .add(filing);
            if (filing.isPaid()) {
                filing.days().forEach((phase, days) -> phases.computeIfAbsent(phase, each -> new Tally())
                        .add(days));
            }
        }
        return new Timeliness(
                Passage.AIM,
                asOf,
                calendar,
                Measure.of(paid),
                Measure.of(open),
                ended,
                Stream.of(Phase.values())
                        .map(phase -> PhaseMeasure.of(phase, phases.getOrDefault(phase, new Tally())))
                        .toList(),
                calls.values().stream()
                        .map(Totals::measure)
                        .sorted(Comparator.comparingInt(CallMeasure::year)
                                .reversed()
                                .thenComparing(CallMeasure::itemCode)
                                .thenComparing(CallMeasure::call))
                        .toList());
    }
}
