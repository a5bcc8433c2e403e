package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fourplusone.fund.calendar.WorkingDays;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The clock of a case in working days: how long each step took, against its limit. The day on which a step begins is not
 * counted, the day on which it ends is (民法典 Art. 201), so that the steps of a case add up. The clock of the offices stands
 * still while the enterprise corrects its filing.
 */
@Component
class StepDays {
    private final WorkingDays calendar;
    private final Clock clock;

    StepDays(WorkingDays calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One stay in a state.
     *
     * @param to the day on which it ended; absent while it lasts
     * @param workingDays from its first day, not counted, to its last or to today; absent where no calendar covers them
     * @param limit working days that it may last; absent where nothing is due
     * @param paused whether it waits for the enterprise, so that no office's clock runs
     */
    record Stay(
            State step,
            Text stepName,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer workingDays,
            @Nullable Integer limit,
            boolean paused,
            boolean late) {}

    /** The stays since the filing was submitted, oldest first; none for a draft. */
    List<Stay> of(List<FilingStep> history, LocalDate today) {
        List<FilingStep> moves =
                history.stream().filter(step -> step.to() != null).toList();
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            FilingStep entered = moves.get(i);
            State state = Objects.requireNonNull(entered.to());
            LocalDate left = i + 1 < moves.size() ? day(moves.get(i + 1)) : null;
            if (state != State.DRAFT && !(state.isEnd() || state == State.CLOSED && left == null)) {
                stays.add(stay(state, day(entered), left, entered.dueOn(), left == null ? today : left));
            }
        }
        return stays;
    }

    private Stay stay(
            State state, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate dueOn, LocalDate lastDay) {
        boolean late = dueOn != null && lastDay.isAfter(dueOn);
        Integer limit = dueOn == null ? null : days(from, dueOn);
        boolean paused = state == State.CORRECTION || state == State.CLOSED;
        return new Stay(state, state.title(), from, to, days(from, lastDay), limit, paused, late);
    }

    /** What the offices took; absent where a stay could not be counted. */
    @Nullable
    Integer taken(List<Stay> stays) {
        int taken = 0;
        for (Stay stay : stays) {
            if (stay.workingDays() == null) {
                return null;
            }
            taken += stay.paused() ? 0 : stay.workingDays();
        }
        return taken;
    }

    /** The working days that earlier stays in a state used up. */
    int usedIn(State state, List<FilingStep> history) {
        return of(history, LocalDate.now(clock)).stream()
                .filter(stay -> stay.step() == state && stay.to() != null && stay.workingDays() != null)
                .mapToInt(stay -> Objects.requireNonNull(stay.workingDays()))
                .sum();
    }

    private LocalDate day(FilingStep step) {
        return step.at().atZone(clock.getZone()).toLocalDate();
    }

    @Nullable
    Integer days(LocalDate from, LocalDate to) {
        try {
            return calendar.between(from, to);
        } catch (Problem missing) {
            return null;
        }
    }
}
