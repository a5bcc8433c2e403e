package org.fourplusone.policy.register;

import java.util.Arrays;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Seen;
import org.jspecify.annotations.Nullable;

/** The facts of one enterprise or record in short arrays: which, of which year, what, and what as a number. */
final class StoredFacts {

    static final StoredFacts NONE = new StoredFacts(new short[0], new short[0], new Seen.Known[0], new long[0]);

    private final short[] index;
    private final short[] year;
    private final Seen.Known[] values;
    private final long[] numbers;

    private StoredFacts(short[] index, short[] year, Seen.Known[] values, long[] numbers) {
        this.index = index;
        this.year = year;
        this.values = values;
        this.numbers = numbers;
    }

    /**
     * Those of a year, by position in the dictionary; null where nothing is known.
     *
     * @param verifiedOnly leaves out what the enterprise declares of itself
     */
    @Nullable
    Seen[] of(int policyYear, boolean verifiedOnly, Dictionary dictionary) {
        Seen[] seen = new Seen[dictionary.size()];
        FactDefinition[] facts = dictionary.inOrder();
        for (int i = 0; i < index.length; i++) {
            if (verifiedOnly && !values[i].verified()) {
                continue;
            }
            int at = index[i];
            if (facts[at].annual() ? year[i] == policyYear : year[i] == 0 || seen[at] == null) {
                seen[at] = values[i];
            }
        }
        return seen;
    }

    /** As {@link #of}, each fact as {@link Encoding#number} and left as it was where nothing is known. */
    void fill(long[] into, int policyYear, boolean verifiedOnly, Dictionary dictionary) {
        FactDefinition[] facts = dictionary.inOrder();
        for (int i = 0; i < index.length; i++) {
            int at = index[i];
            boolean isOfYear =
                    facts[at].annual() ? year[i] == policyYear : year[i] == 0 || into[at] == Encoding.UNKNOWN;
            if (isOfYear && (!verifiedOnly || values[i].verified())) {
                into[at] = numbers[i];
            }
        }
    }

    static final class Builder {

        private short[] index = new short[32];
        private short[] year = new short[32];
        private Seen.Known[] values = new Seen.Known[32];
        private long[] numbers = new long[32];
        private int size;

        /** @param ofYear the fact's year, or 0 for a fact without one */
        void add(FactDefinition fact, int ofYear, Seen.Known value) {
            if (size == index.length) {
                index = Arrays.copyOf(index, size * 2);
                year = Arrays.copyOf(year, size * 2);
                values = Arrays.copyOf(values, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            index[size] = (short) fact.index();
            year[size] = (short) ofYear;
            values[size] = value;
            numbers[size++] = Encoding.number(fact, value.value());
        }

        StoredFacts build() {
            return size == 0
                    ? NONE
                    : new StoredFacts(
                            Arrays.copyOf(index, size),
                            Arrays.copyOf(year, size),
                            Arrays.copyOf(values, size),
                            Arrays.copyOf(numbers, size));
        }
    }
}
