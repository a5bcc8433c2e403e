package org.fourplusone.policy.register;

import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;

/**
 * One fact of consecutive rows as whole numbers (see {@link Encoding}), with a bit for each row whose value is known.
 * Comparisons answer in bits, 64 rows a word; the bit of a row without a value is 0.
 */
public final class Column {

    private final long[] known;
    private final long @org.jspecify.annotations.Nullable [] longs;
    private final int @org.jspecify.annotations.Nullable [] ints;
    private final byte @org.jspecify.annotations.Nullable [] bytes;
    private final long @org.jspecify.annotations.Nullable [] flags;

    /** @param rows how many; rounded up to whole words */
    Column(FactDefinition fact, int rows) {
        int words = words(rows);
        known = new long[words];
        Width width = Width.of(fact);
        longs = width == Width.LONG ? new long[words * 64] : null;
        ints = width == Width.INT ? new int[words * 64] : null;
        bytes = width == Width.BYTE ? new byte[words * 64] : null;
        flags = width == Width.BIT ? new long[words] : null;
    }

    /** The narrowest array that holds every value of a fact. */
    private enum Width {
        BIT,
        BYTE,
        INT,
        LONG;

        private static final int MOST_IN_A_BYTE = 127;

        static Width of(FactDefinition fact) {
            return switch (fact.type()) {
                case BOOLEAN -> BIT;
                case ENUM -> fact.values().size() <= MOST_IN_A_BYTE ? BYTE : INT;
                case YEAR, CODE, TEXT -> INT;
                case INTEGER -> isSmall(fact) ? INT : LONG;
                case MONEY, DECIMAL, RATIO, SET -> LONG;
            };
        }

        private static boolean isSmall(FactDefinition fact) {
            return fact.min() != null
                    && fact.max() != null
                    && fact.min().signum() >= 0
                    && fact.max().precision() - fact.max().scale() <= 9;
        }
    }

    static int words(int rows) {
        return (rows + 63) >>> 6;
    }

    void set(int row, long value) {
        known[row >>> 6] |= 1L << row;
        if (longs != null) {
            longs[row] = value;
        } else if (ints != null) {
            ints[row] = (int) value;
        } else if (bytes != null) {
            bytes[row] = (byte) value;
        } else if (flags != null && value != 0) {
            flags[row >>> 6] |= 1L << row;
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
        if (bytes != null) {
            return bytes[row];
        }
        return flags == null ? 0 : flags[row >>> 6] >>> row & 1;
    }

    /** The rows whose value is known; the caller must not change it. */
    public long[] known() {
        return known;
    }

    /** The rows whose value is known and at least this. */
    public void atLeast(long least, long[] into) {
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long bits = 0;
            if (longs != null) {
                for (int i = 0; i < 64; i++) {
                    bits |= (longs[row + i] >= least ? 1L : 0L) << i;
                }
            } else if (ints != null) {
                for (int i = 0; i < 64; i++) {
                    bits |= (ints[row + i] >= least ? 1L : 0L) << i;
                }
            } else if (bytes != null) {
                for (int i = 0; i < 64; i++) {
                    bits |= (bytes[row + i] >= least ? 1L : 0L) << i;
                }
            }
            into[word] = bits & known[word];
        }
    }

    /** The rows whose value is known and this. */
    public void equalTo(long value, long[] into) {
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long bits = 0;
            if (flags != null) {
                bits = value == 0 ? ~flags[word] : value == 1 ? flags[word] : 0;
            } else if (longs != null) {
                for (int i = 0; i < 64; i++) {
                    bits |= (longs[row + i] == value ? 1L : 0L) << i;
                }
            } else if (ints != null) {
                for (int i = 0; i < 64; i++) {
                    bits |= (ints[row + i] == value ? 1L : 0L) << i;
                }
            } else if (bytes != null) {
                for (int i = 0; i < 64; i++) {
                    bits |= (bytes[row + i] == value ? 1L : 0L) << i;
                }
            }
            into[word] = bits & known[word];
        }
    }

    /** Of a column of listed codes with less than 64 of them: the rows whose code's bit is set in the mask. */
    public void codeIn(long mask, long[] into) {
        if (bytes == null) {
            throw new IllegalStateException("a column of listed codes only");
        }
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long bits = 0;
            for (int i = 0; i < 64; i++) {
                bits |= (mask >>> bytes[row + i] & 1L) << i;
            }
            into[word] = bits & known[word];
        }
    }

    /** Of a column of sets: the rows whose set shares a code with the mask. */
    public void sharesWith(long mask, long[] into) {
        if (longs == null) {
            throw new IllegalStateException("a column of sets only");
        }
        for (int word = 0, row = 0; word < known.length; word++, row += 64) {
            long bits = 0;
            for (int i = 0; i < 64; i++) {
                bits |= ((longs[row + i] & mask) != 0 ? 1L : 0L) << i;
            }
            into[word] = bits & known[word];
        }
    }

    /** Bytes of the arrays, without headers. */
    long bytes() {
        return 8L * known.length
                + (longs == null ? 0 : 8L * longs.length)
                + (ints == null ? 0 : 4L * ints.length)
                + (bytes == null ? 0 : bytes.length)
                + (flags == null ? 0 : 8L * flags.length);
    }

    /** Whether {@link #codeIn} may be asked of this fact's column. */
    public static boolean isMasked(FactDefinition fact) {
        return fact.type() == FactType.ENUM && fact.values().size() < 64;
    }
}
