package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.confidentiality.Numbers;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Period.Grain;
import org.fourplusone.industry.statistics.YearNumbers.Side;

/**
 * What the difference of two releases of the same numbers tells. Who has the same number in both drops out of the
 * difference; it is about those who came, left or were corrected so far that the change is nearly the number itself.
 */
final class Changes {

    /** Of the larger of the two numbers, in percent; a smaller change leaves the number open by more than 15 %. */
    private static final int TELLING = 85;

    private Changes() {}

    /** The telling changes from one release to the next; nothing if there are none. */
    static List<Numbers> telling(YearNumbers old, Side oldSide, YearNumbers now, Side nowSide, Measure measure) {
        List<Numbers> changes = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            boolean sameEnd = grain != Grain.YEAR || old.through() == now.through();
            for (int part = 1; sameEnd && part <= Math.min(old.parts(grain), now.parts(grain)); part++) {
                add(
                        changes,
                        grain,
                        old.single(oldSide, measure, grain, part),
                        now.single(nowSide, measure, grain, part));
            }
        }
        int common = Math.min(old.through(), now.through());
        if (old.through() != now.through() && common > 0) {
            add(changes, Grain.YEAR, old.until(oldSide, measure, common), now.until(nowSide, measure, common));
        }
        return changes;
    }

    private static void add(List<Numbers> changes, Grain grain, long[] old, long[] now) {
        long[] telling = new long[now.length];
        boolean any = false;
        for (int i = 0; i < now.length; i++) {
            long change = Math.abs(now[i] - old[i]);
            if (change != 0 && change * 100 >= Math.max(Math.abs(now[i]), Math.abs(old[i])) * TELLING) {
                telling[i] = change;
                any = true;
            }
        }
        if (any) {
            changes.add(new Numbers(YearNumbers.cuts(grain), telling));
        }
    }

    /** What lies between two releases of a year that end in different months, as if it were published by itself. */
    static List<Numbers> between(YearNumbers old, Side oldSide, YearNumbers now, Side nowSide, Measure measure) {
        if (measure.isStock() || old.through() == 0 || old.through() == now.through()) {
            return List.of();
        }
        long[] before = old.until(oldSide, measure, old.through());
        long[] after = now.until(nowSide, measure, now.through());
        for (int i = 0; i < after.length; i++) {
            after[i] -= before[i];
        }
        return List.of(new Numbers(Numbers.YEAR, after));
    }
}
