package org.fourplusone.fund.timeliness;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourplusone.fund.filing.State;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One filing's way to its money, in working days; a stretch counts from the day after it began, as 民法典 Art. 201 has it.
 *
 * @param days by phase; a phase not entered is left out
 * @param total the offices' days: all but the enterprise's
 * @param paidOn the day of the first payment, absent while none has come
 */
record Passage(
        String filing,
        String number,
        String call,
        String itemCode,
        Text title,
        int year,
        LocalDate filedOn,
        @Nullable LocalDate paidOn,
        Map<Phase, Integer> days,
        int total) {

    /** 快申快享: from filing to money. */
    static final int AIM = 60;

    /** A state and the business date on which it was entered. */
    record Entered(State state, LocalDate on) {}

    /** What is known of a filing besides its steps. */
    record Filed(
            String filing,
            String number,
            String call,
            String itemCode,
            Text title,
            int year,
            @Nullable LocalDate paidOn) {}

    boolean isPaid() {
        return paidOn != null;
    }

    boolean isWithinAim() {
        return total <= AIM;
    }

    /**
     * Measures a filing.
     *
     * @param steps the states it entered, in order
     * @param today where an open filing is measured to
     * @return nothing when it was never submitted, or ended without money, or a year's calendar is missing
     */
    static Optional<Passage> of(Filed filed, List<Entered> steps, LocalDate today, DayCount count) {
        LocalDate end = filed.paidOn() == null ? today : filed.paidOn();
        Map<Phase, Integer> days = new EnumMap<>(Phase.class);
        LocalDate filedOn = null;
        for (int i = 0; i < steps.size(); i++) {
            Optional<Phase> phase = Phase.of(steps.get(i).state());
            boolean isLast = i == steps.size() - 1;
            if (phase.isEmpty()) {
                if (isLast) {
                    return Optional.empty();
                }
                continue;
            }
            LocalDate from = steps.get(i).on();
            filedOn = filedOn == null ? from : filedOn;
            LocalDate until = isLast || steps.get(i + 1).on().isAfter(end)
                    ? end
                    : steps.get(i + 1).on();
            OptionalInt spent = from.isAfter(until) ? OptionalInt.of(0) : count.between(from, until);
            if (spent.isEmpty()) {
                return Optional.empty();
            }
            days.merge(phase.get(), spent.getAsInt(), Integer::sum);
        }
        if (filedOn == null) {
            return Optional.empty();
        }
        int total = days.values().stream().mapToInt(Integer::intValue).sum() - days.getOrDefault(Phase.ENTERPRISE, 0);
        return Optional.of(new Passage(
                filed.filing(),
                filed.number(),
                filed.call(),
                filed.itemCode(),
                filed.title(),
                filed.year(),
                filedOn,
                filed.paidOn(),
                days,
                total));
    }
}
