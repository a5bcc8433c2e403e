package org.fourplusone.fund.timeliness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.fund.filing.ReadAhead;
import org.fourplusone.fund.filing.Watermark;
import org.fourplusone.fund.timeliness.Histories.History;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Measures filings by their history and their payments. All measures are kept in memory; what was written down of a filing
 * since the last time is read anew whenever they are asked for, so they are those of the database.
 */
@Component
class Passages implements ReadAhead {
    /** @param history of a filing that was paid without its steps: it is measured for good, until something is written down */
    private record Kept(History history, @Nullable Passage passage) {

        static Kept of(History history, LocalDate today, DayCount count) {
            Passage passage =
                    Passage.of(history.filed(), history.steps(), today, count).orElse(null);
            boolean paid = history.filed().paidOn() != null;
            return new Kept(paid ? new History(history.filed(), List.of()) : history, passage);
        }

        boolean isOf(@Nullable String call, @Nullable String item) {
            return (call == null || call.equals(history.filed().call()))
                    && (item == null || item.equals(history.filed().itemCode()));
        }
    }

    /** What was measured, by filing: {@code ended} counts the filings that were not. */
    record Measured(List<Passage> filings, int ended, LocalDate asOf, String calendar) {}

    private final Histories histories;
    private final WorkingDays calendar;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Kept> all = new TreeMap<>();
    private final Watermark mark;
    private final DayCount count;
    private LocalDate today = LocalDate.MIN;

    Passages(Histories histories, WorkingDays calendar, Clock clock, RealTime time) {
        this.histories = histories;
        this.calendar = calendar;
        this.clock = clock;
        this.mark = new Watermark(time);
        this.count = new DayCount(calendar);
    }

    /** Filings of a call, of an item, of both, or all. */
    Measured of(@Nullable String call, @Nullable String item) {
        reading.lock();
        try {
            catchUp();
            List<Passage> filings = new ArrayList<>();
            int ended = 0;
            for (Kept each : all.values()) {
                if (each.isOf(call, item) && each.passage() != null) {
                    filings.add(each.passage());
                } else if (each.isOf(call, item)) {
                    ended++;
                }
            }
            return new Measured(filings, ended, today, calendar.version());
        } finally {
            reading.unlock();
        }
    }

    /** Nothing for a filing that is not measured. */
    Optional<Passage> of(String filing) {
        List<Passage> measured = new ArrayList<>();
        DayCount days = new DayCount(calendar);
        histories.of(
                List.of(filing), history -> Passage.of(history.filed(), history.steps(), LocalDate.now(clock), days)
                        .ifPresent(measured::add));
        return measured.stream().findFirst();
    }

    @Override
    public void readAhead() {
        of(null, null);
    }

    private void catchUp() {
        if (!today.equals(LocalDate.now(clock))) {
            today = LocalDate.now(clock);
            all.replaceAll((id, kept) -> kept.history().filed().paidOn() == null ? measured(kept.history()) : kept);
        }
        mark.readOn(histories::newestStep, () -> histories.all(this::keep), this::readAfter);
    }

    private void readAfter(long step) {
        List<String> changed = histories.changedAfter(step);
        changed.forEach(all::remove);
        histories.of(changed, this::keep);
    }

    private void keep(History history) {
        all.put(history.filed().filing(), measured(history));
    }

    private Kept measured(History history) {
        return Kept.of(history, today, count);
    }
}
