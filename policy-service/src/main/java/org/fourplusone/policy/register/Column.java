package org.fourplusone.policy.register;

import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.jspecify.annotations.Nullable;

/**
 * One fact of consecutive rows as whole numbers (see {@link Encoding}), with a bit for each row whose value is known.
 * Comparisons answer in bits, 64 rows a word; the bit of a row without a value is 0.
 *
 * <p>Numbers of few bits lie bit by bit: a word holds one bit of 64 rows, so that a comparison takes a few operations
 * for all of them. Others are in an array.
 */
public final class Column {

    /** Beyond this a difference of two numbers might not fit in a long. */
    private static final long HUGE = 1L << 61;

    private final long[] known;
    private final long @Nullable [] longs;
    private final int @Nullable [] ints;
    private final long[] planes;
    private final int bits;
    private final long offset;
    private boolean isHuge;

    /** @param rows how many; rounded up to whole words */
    Column(FactDefinition fact, int rows) {
        int words = words(rows);
        known = new long[words];
        offset = isRanged(fact) ? least(fact) : 0;
        bits = bits(fact);
        planes = new long[words * bits];
        boolean isShort = isText(fact) || fact.type() == FactType.YEAR || isSmall(fact);
        longs = bits == 0 && !isShort ? new long[words * 64] : null;
        ints = bits == 0 && isShort ? new int[words * 64] : null;
    }

    private static boolean isText(FactDefinition fact) {
        return fact.type() == FactType.CODE || fact.type() == FactType.TEXT;
    }

    private static boolean isSmall(FactDefinition fact) {
        return fact.type() == FactType.INTEGER && isRanged(fact) && least(fact) >= 0 && most(fact) <= Integer.MAX_VALUE;
    }

    private static boolean isRanged(FactDefinition fact) {
        return (fact.type() == FactType.INTEGER || fact.type() == FactType.YEAR)
                && fact.min() != null
                && fact.max() != null;
    }

    private static long least(FactDefinition fact) {
        return fact.min() == null ? 0 : Encoding.whole(fact.type(), fact.min());
    }

    private static long most(FactDefinition fact) {
        return fact.max() == null ? Long.MAX_VALUE : Encoding.whole(fact.type(), fact.max());
    }

    /** How many bits tell every value apart; 0 if there are too many. */
    private static int bits(FactDefinition fact) {
        long most =
                switch (fact.type()) {
                    case BOOLEAN -> 1;
                    case ENUM -> Math.max(1, fact.values().size() - 1);
                    default -> isRanged(fact) ? Math.max(1, most(fact) - least(fact)) : Long.MAX_VALUE;
                };
        return most < 1 << 14 ? Long.SIZE - Long.numberOfLeadingZeros(most) : 0;
    }

    static int words(int rows) {
        return (rows + 63) >>> 6;
    }

    /** @throws IllegalArgumentException if the dictionary does not allow the value */
    void set(int row, long value) {
        known[row >>> 6] |= 1L << row;
        isHuge |= value > HUGE || value < -HUGE;
        if (longs != null) {
            longs[row] = value;
        } else if (ints != null) {
            ints[row] = (int) value;
        } else {
            long code = value - offset;
            if (code >>> bits != 0) {
                throw new IllegalArgumentException("out of range: " + value);
            }
            for (int bit = 0; bit < bits; bit++) {
                planes[(row >>> 6) * bits + bit] |= (code >>> bit & 1) << row;
            }
        }
    }

    public boolean isKnown(int row) {
        return (known[row >>> 6] >>> row & 1) != 0;
    }

    /** The value of a row where it is known. */
    public long at(int row) {
        if (longs != null) {
            return longs[row];
        }
        if (ints != null) {
            return ints[row];
        }
        long code = 0;
        for (int bit = 0, plane = (row >>> 6) * bits; bit < bits; bit++, plane++) {
            code |= (planes[plane] >>> row & 1) << bit;
        }
        return code + offset;
    }

    /** The rows whose value is known; the caller must not change it. */
    public long[] known() {
        return known;
    }

    /** The rows whose value is known and at least this. */
    public void atLeast(long least, long[] into) {
        if (isHuge || least > HUGE || least < -HUGE) {
            one(row -> at(row) >= least, into);
        } else if (longs != null) {
            for (int word = 0; word < known.length; word++) {
                into[word] = ~below(longs, word << 6, least) & known[word];
            }
        } else if (ints != null) {
            for (int word = 0; word < known.length; word++) {
                into[word] = ~below(ints, word << 6, least) & known[word];
            }
        } else {
            long code = Math.max(0, least - offset);
            for (int word = 0; word < known.length; word++) {
                into[word] = code >>> bits != 0 ? 0 : planesAtLeast(word * bits, code) & known[word];
            }
        }
    }

    /** A difference's sign is the answer: there is no branch. */
    private static long below(long[] values, int from, long than) {
        long below = 0;
        for (int i = 0; i < 64; i++) {
            below |= (values[from + i] - than >>> 63) << i;
        }
        return below;
    }

    private static long below(int[] values, int from, long than) {
        long below = 0;
        for (int i = 0; i < 64; i++) {
            below |= (values[from + i] - than >>> 63) << i;
        }
        return below;
    }

    /** From the highest bit down: greater where it first differs and is set, or equal to the end. */
    private long planesAtLeast(int from, long code) {
        long greater = 0;
        long equal = -1;
        for (int bit = bits - 1; bit >= 0; bit--) {
            long plane = planes[from + bit];
            if ((code >>> bit & 1) == 0) {
                greater |= equal & plane;
                equal &= ~plane;
            } else {
                equal &= plane;
            }
        }
        return greater | equal;
    }

    private long planesEqual(int from, long code) {
        long equal = -1;
        for (int bit = 0; bit < bits; bit++) {
            equal &= planes[from + bit] ^ (code >>> bit & 1) - 1;
        }
        return equal;
    }

    private interface Test {
        boolean isMet(int row);
    }

    private void one(Test test, long[] into) {
        for (int word = 0; word < known.length; word++) {
            into[word] = 0;
            for (long rest = known[word]; rest != 0; rest &= rest - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(rest);
                into[word] |= test.isMet(row) ? 1L << row : 0;
            }
        }
    }

    /** The rows whose value is known and this. */
    public void equalTo(long value, long[] into) {
        long[] wide = longs;
        int[] narrow = ints;
        long code = value - offset;
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long equal = 0;
            if (wide != null) {
                for (int i = 0; i < 64; i++) {
                    equal |= (wide[row + i] == value ? 1L : 0L) << i;
                }
            } else if (narrow != null && value >= 0) {
                for (int i = 0; i < 64; i++) {
                    equal |= ((narrow[row + i] ^ value) - 1 >>> 63) << i;
                }
            } else if (code >>> bits == 0) {
                equal = planesEqual(word * bits, code);
            }
            into[word] = equal & known[word];
        }
    }

    /** The rows where both values are known and this one is below the other's. */
    public void below(Column other, long[] into) {
        long[] one = longs;
        long[] two = other.longs;
        if (one == null || two == null || isHuge || other.isHuge) {
            one(row -> other.isKnown(row) && at(row) < other.at(row), into);
            return;
        }
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long below = 0;
            for (int i = 0; i < 64; i++) {
                below |= (one[row + i] - two[row + i] >>> 63) << i;
            }
            into[word] = below & known[word] & other.known[word];
        }
    }

    /** Of a column of listed codes with less than 64 of them: the rows whose code's bit is set in the mask. */
    public void codeIn(long mask, long[] into) {
        if (bits == 0) {
            throw new IllegalStateException("a column of listed codes only");
        }
        for (int word = 0; word < known.length; word++) {
            long in = 0;
            for (long codes = mask; codes != 0; codes &= codes - 1) {
                long code = Long.numberOfTrailingZeros(codes);
                in |= code >>> bits != 0 ? 0 : planesEqual(word * bits, code);
            }
            into[word] = in & known[word];
        }
    }

    /** Of a column of sets: the rows whose set shares a code with the mask. */
    public void sharesWith(long mask, long[] into) {
        if (longs == null) {
            throw new IllegalStateException("a column of sets only");
        }
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long shares = 0;
            for (int i = 0; i < 64; i++) {
                shares |= ((longs[row + i] & mask) != 0 ? 1L : 0L) << i;
            }
            into[word] = shares & known[word];
        }
    }

    /** Bytes of the arrays, without headers. */
    long bytes() {
        return 8L * known.length
                + (longs == null ? 0 : 8L * longs.length)
                + (ints == null ? 0 : 4L * ints.length)
                + 8L * planes.length;
    }

    /** Whether {@link #codeIn} may be asked of this fact's column. */
    public static boolean isMasked(FactDefinition fact) {
        return fact.type() == FactType.ENUM && fact.values().size() < 64;
    }
}
