package org.fourplusone.policy.register;

import java.util.Arrays;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Seen;
import org.jspecify.annotations.Nullable;

/** Consecutive rows of one kind, enterprises or records, a column for each fact that anybody of them states. */
public final class Rows {

    private final int size;
    private final @Nullable Column[] columns;
    private final int[] owners;

    private Rows(int size, @Nullable Column[] columns, int[] owners) {
        this.size = size;
        this.columns = columns;
        this.owners = owners;
    }

    public int size() {
        return size;
    }

    /** How many words of 64 bits hold a bit for each row. */
    public int words() {
        return Column.words(size);
    }

    /** The column of a fact, or null if nothing is known of it here. */
    public @Nullable Column column(FactDefinition fact) {
        return columns[fact.index()];
    }

    /** The enterprise's row that a record belongs to. */
    public int owner(int row) {
        return owners[row];
    }

    /** Sets the bit of each record whose enterprise's bit is set. */
    public void fromOwners(long[] ofOwners, long[] into) {
        Arrays.fill(into, 0, words(), 0);
        for (int row = 0; row < size; row++) {
            int owner = owners[row];
            into[row >>> 6] |= (ofOwners[owner >>> 6] >>> owner & 1) << row;
        }
    }

    /** Sets the bit of each enterprise that has a record whose bit is set; leaves the others. */
    public void toOwners(long[] ofRows, long[] into) {
        for (int word = 0; word < words(); word++) {
            for (long bits = ofRows[word]; bits != 0; bits &= bits - 1) {
                int owner = owners[(word << 6) + Long.numberOfTrailingZeros(bits)];
                into[owner >>> 6] |= 1L << owner;
            }
        }
    }

    long bytes() {
        long bytes = 4L * owners.length;
        for (Column column : columns) {
            bytes += column == null ? 0 : column.bytes();
        }
        return bytes;
    }

    /** Puts rows together; how many there will be is known before. */
    static final class Builder {

        private final Encoding encoding;
        private final FactDefinition[] facts;
        private final int capacity;
        private final @Nullable Column[] columns;
        private final int[] owners;
        private int size;

        Builder(Dictionary dictionary, Encoding encoding, int capacity, boolean owned) {
            this.encoding = encoding;
            this.facts = dictionary.inOrder();
            this.capacity = capacity;
            this.columns = new Column[facts.length];
            this.owners = new int[owned ? capacity : 0];
        }

        /** Begins the next row. */
        void next(int owner) {
            if (owners.length > 0) {
                owners[size] = owner;
            }
            size++;
        }

        /** Adds to the row that was begun last. */
        void add(@Nullable Seen[] seen) {
            for (int i = 0; i < seen.length; i++) {
                if (seen[i] instanceof Seen.Known known) {
                    Column column = columns[i];
                    if (column == null) {
                        column = new Column(facts[i], capacity);
                        columns[i] = column;
                    }
                    column.set(size - 1, encoding.store(facts[i], known.value()));
                }
            }
        }

        Rows build() {
            return new Rows(size, columns, owners);
        }
    }
}
