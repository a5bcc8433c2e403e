package org.fourplusone.policy.simulation;

import java.util.EnumMap;
import java.util.Map;
import org.fourplusone.policy.simulation.Simulation.Group;
import org.fourplusone.policy.simulation.Simulation.Side;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** Counts and costs of one group of enterprises, before and after. */
final class Tally {

    private static final class Counted {
        int eligible;
        int undetermined;
        int ineligible;
        long certain;
        long possible;

        void add(Standpoint stands) {
            switch (stands.verdict()) {
                case ELIGIBLE -> {
                    eligible++;
                    certain = Cost.plus(certain, stands.low().fen());
                }
                case UNDETERMINED -> undetermined++;
                case INELIGIBLE -> ineligible++;
            }
            Money high = stands.high();
            possible = high == null ? Long.MAX_VALUE : Cost.plus(possible, high.fen());
        }

        Side side(@Nullable Integer version) {
            return new Side(version, eligible, undetermined, ineligible, Money.ofFen(certain), Cost.money(possible));
        }
    }

    private final Counted before = new Counted();
    private final Counted after = new Counted();
    private final Map<Shift, Integer> shifts = new EnumMap<>(Shift.class);

    void add(Standpoint was, Standpoint becomes, @Nullable Shift shift) {
        before.add(was);
        after.add(becomes);
        if (shift != null) {
            shifts.merge(shift, 1, Integer::sum);
        }
    }

    int count(Shift shift) {
        return shifts.getOrDefault(shift, 0);
    }

    Side before(int version) {
        return before.side(version);
    }

    Side after() {
        return after.side(null);
    }

    Group group(String code) {
        return new Group(
                code,
                before.side(null),
                after.side(null),
                count(Shift.NEWLY_IN),
                count(Shift.NEWLY_OUT),
                count(Shift.NEWLY_UNDETERMINED),
                count(Shift.RULED_OUT),
                count(Shift.CHANGED_AMOUNT));
    }

    boolean isEmpty() {
        return before.eligible + before.undetermined + after.eligible + after.undetermined == 0;
    }
}
