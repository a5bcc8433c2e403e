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
interface RowAmount {

    /** Goes on to this block. */
    void enter(Block block);

    /**
     * Fills in the least and the most ({@link ItemRun#UNBOUNDED} for no limit).
     *
     * @return false if this row needs the formula itself
     * @throws ArithmeticException likewise, where a product is too large for a long
     */
    boolean at(int row, long[] lowAndHigh);

    /** A fact of the row, or of the enterprise that the row's record belongs to. */
    final class Cell {

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
