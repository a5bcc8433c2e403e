package org.fourplusone.policy.combination;

import java.util.Arrays;

/**
 * What is already known of places in a search: the most that can still be earned from there. A fixed number of places,
 * a later one replaces an earlier one of the same slot; whole keys are compared, so nothing is mistaken.
 */
final class KnownRests {

    static final long UNKNOWN = Long.MAX_VALUE;

    private final int slots;

    private final int width;
    private final long[] table;

    /**
     * @param length of a key; one of zeros only does not occur
     * @param places the power of two that is their number
     */
    KnownRests(int length, int places) {
        slots = 1 << places;
        width = length + 1;
        table = new long[slots * width];
    }

    /** The most that can be earned from the place at the end of the keys, or unknown. */
    long most(long[] keys, int from) {
        int slot = slot(keys, from);
        return Arrays.equals(table, slot, slot + width - 1, keys, from, from + width - 1)
                ? table[slot + width - 1]
                : UNKNOWN;
    }

    void put(long[] keys, int from, long most) {
        int slot = slot(keys, from);
        System.arraycopy(keys, from, table, slot, width - 1);
        table[slot + width - 1] = most;
    }

    private int slot(long[] keys, int from) {
        long hash = 0;
        for (int i = from; i < from + width - 1; i++) {
            hash = (hash ^ keys[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 17 & slots - 1) * width;
    }
}
