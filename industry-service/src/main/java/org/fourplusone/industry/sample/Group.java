package org.fourplusone.industry.sample;

/**
 * The four groups of the sample register, in the sizes that the published account names. The groups do not overlap.
 *
 * <p>How much is known of them differs: the chances say of how many the kinds of records are known.
 */
enum Group {
    ABOVE_SCALE('A', 523, 0.93, 0.95),
    PIPE_MAKER('M', 510, 0.80, 0.85),
    PIPE_TRADER('T', 4600, 0.55, 0.80),
    BUILDING_TENANT('B', 8000, 0.55, 0.80);

    final char letter;
    final int size;
    /** Of how many it is known whether they have a kind of record. */
    final double recordsKnown;
    /** How many of the facts beyond the common conditions a department has verified. */
    final double verified;

    Group(char letter, int size, double recordsKnown, double verified) {
        this.letter = letter;
        this.size = size;
        this.recordsKnown = recordsKnown;
        this.verified = verified;
    }

    static int total() {
        int total = 0;
        for (Group group : values()) {
            total += group.size;
        }
        return total;
    }

    /** The group of the enterprise with a number, from 1. */
    static Group of(int number) {
        int last = 0;
        for (Group group : values()) {
            last += group.size;
            if (number <= last) {
                return group;
            }
        }
        throw new IllegalArgumentException("no enterprise " + number);
    }
}
