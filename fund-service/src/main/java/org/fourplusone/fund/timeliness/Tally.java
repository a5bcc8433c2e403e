package org.fourplusone.fund.timeliness;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often each number of days occurs: what is asked of many filings needs no sorting. */
final class Tally {
    private int[] times = new int[64];
    private int count;
    private int longest = -1;

    /** @param days at least 0 */
    void add(int days) {
        if (days >= times.length) {
            times = Arrays.copyOf(times, Math.max(days + 1, 2 * times.length));
        }
        times[days]++;
        count++;
        longest = Math.max(longest, days);
    }

    int count() {
        return count;
    }

    int within(int days) {
        return Arrays.stream(times, 0, Math.min(days + 1, times.length)).sum();
    }

    @Nullable
    Integer longest() {
        return count == 0 ? null : longest;
    }

    /** With one decimal; of an even number half the sum of the middle two. */
    @Nullable
    BigDecimal median() {
        if (count == 0) {
            return null;
        }
        long twice = (long) at((count - 1) / 2) + at(count / 2);
        return BigDecimal.valueOf(twice * 5, 1);
    }

    /** The days in the place of the ascending order, from 0. */
    private int at(int place) {
        int days = 0;
        for (int passed = times[0]; passed <= place; passed += times[days]) {
            days++;
        }
        return days;
    }
}
