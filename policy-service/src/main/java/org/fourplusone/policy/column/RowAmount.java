package org.fourplusone.policy.column;

import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Column;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A formula on columns: the same amounts as {@link org.fourplusone.policy.benefit.Formula#award}, in whole fen, for the
 * cases that make up the bulk. It declines the others, and the formula itself answers.
 */
abstract class RowAmount {

    private final Cell[] cells;

    /** @param cells all that it reads */
    RowAmount(Cell... cells) {
        this.cells = cells;
    }

    /** Goes on to this block. */
    final void enter(Block block) {
        for (Cell cell : cells) {
            cell.enter(block);
        }
    }

    /** The enterprises of a word on which nothing is known that it reads; only of enterprises' own facts. */
    final long unknown(int word) {
        long unknown = -1;
        for (Cell cell : cells) {
            unknown &= cell.column == null ? -1 : ~cell.column.known()[word];
        }
        return unknown;
    }

    /**
     * Fills in the least and the most ({@link ItemRun#UNBOUNDED} for no limit).
     *
     * @return false if this row needs the formula itself
     * @throws ArithmeticException likewise, where a product is too large for a long
     */
    abstract boolean at(int row, long[] lowAndHigh);

    /** As {@link #at}, where a product that is too large is no error. */
    final boolean tell(int row, long[] lowAndHigh) {
        try {
            return at(row, lowAndHigh);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /**
     * Finds the amounts of some enterprises of a word, of which nothing was found before. There is no branch on values:
     * nobody could foretell it.
     *
     * @param met those that meet all else
     * @return those that need the formula itself
     */
    final long find(int word, long rows, long met, Room room) {
        long[] award = room.award;
        long most = 0;
        long least = 0;
        long declined = 0;
        for (long bits = rows; bits != 0; bits &= bits - 1) {
            int bit = Long.numberOfTrailingZeros(bits);
            if (!tell((word << 6) + bit, award)) {
                declined |= 1L << bit;
                continue;
            }
            room.low[(word << 6) + bit] = award[0];
            room.high[(word << 6) + bit] = award[1];
            least |= -award[0] >>> 63 << bit;
            most |= -award[1] >>> 63 << bit;
        }
        room.isTrue[word] |= least & most & met;
        room.isPossible[word] |= most;
        room.isKept[word] |= most;
        return declined;
    }

    /** A fact of the row, or of the enterprise that the row's record belongs to. */
    static final class Cell {

        private final FactDefinition fact;
        private final Subject rows;
        private @Nullable Column column;
        private @Nullable Rows owned;

        Cell(FactDefinition fact, Subject rows) {
            this.fact = fact;
            this.rows = rows;
        }

        void enter(Block block) {
            boolean own = fact.subject() == Subject.ENTERPRISE;
            owned = own && rows != Subject.ENTERPRISE ? block.records(rows) : null;
            column = (own || rows == Subject.ENTERPRISE ? block.own() : block.records(rows)).column(fact);
        }

        boolean isKnown(int row) {
            return column != null && column.isKnown(owned == null ? row : owned.owner(row));
        }

        long at(int row) {
            return column == null ? 0 : column.at(owned == null ? row : owned.owner(row));
        }
    }
}
