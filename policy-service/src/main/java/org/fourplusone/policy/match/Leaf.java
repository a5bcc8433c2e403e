package org.fourplusone.policy.match;

import java.util.List;
import org.fourplusone.policy.register.Column;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for columns: what it compares, whatever clause asks for it, so that items share it.
 *
 * @param rows the kind of rows that it is judged on
 */
record Leaf(FactDefinition fact, @Nullable FactDefinition planned, Op op, Operand operand, Subject rows) {

    static Leaf of(Comparison comparison, Subject rows) {
        return new Leaf(comparison.fact(), comparison.planned(), comparison.op(), comparison.operand(), rows);
    }

    /**
     * The rows on which it is true, and those on which it is true or unknown.
     *
     * @param spare words to work with
     */
    void judge(Rows of, int policyYear, Encoding encoding, long[] truth, long[] possible, long[] spare) {
        int words = of.words();
        Column column = of.column(fact);
        compare(column, of, policyYear, encoding, truth, possible, spare);
        Column instead = planned == null ? null : of.column(planned);
        if (instead != null) {
            long[] known = column == null ? new long[words] : column.known();
            long[] plannedTruth = new long[words];
            long[] plannedPossible = new long[words];
            compare(instead, of, policyYear, encoding, plannedTruth, plannedPossible, spare);
            for (int word = 0; word < words; word++) {
                truth[word] |= plannedTruth[word] & ~known[word];
                possible[word] &= plannedPossible[word] | known[word];
            }
        }
        if ((of.size() & 63) != 0) {
            possible[words - 1] &= -1L >>> -of.size();
        }
    }

    private void compare(
            @Nullable Column column,
            Rows of,
            int policyYear,
            Encoding encoding,
            long[] truth,
            long[] possible,
            long[] spare) {
        int words = of.words();
        if (column == null) {
            for (int word = 0; word < words; word++) {
                truth[word] = 0;
                possible[word] = -1;
            }
            return;
        }
        long[] known = column.known();
        if (operand instanceof Operand.Other other) {
            against(column, of.column(other.fact()), of.size(), truth, possible);
            return;
        }
        boolean isOpposite = meets(column, policyYear, encoding, words, truth, spare);
        for (int word = 0; word < words; word++) {
            truth[word] = isOpposite ? known[word] & ~truth[word] : truth[word];
            possible[word] = truth[word] | ~known[word];
        }
    }

    /** Fills in the rows that meet the comparison, or those that do not: then the answer is true. */
    private boolean meets(Column column, int policyYear, Encoding encoding, int words, long[] truth, long[] spare) {
        if (op == Op.EXISTS) {
            if (fact.type() == FactType.SET) {
                column.sharesWith(-1, truth);
            } else {
                System.arraycopy(column.known(), 0, truth, 0, words);
            }
            return operand instanceof Operand.Literal literal
                    && literal.value() instanceof FactValue.Flag expected
                    && !expected.value();
        }
        if (operand instanceof Operand.Listed listed) {
            oneOf(column, listed.values(), encoding, words, truth, spare);
            return op == Op.NOT_IN;
        }
        long threshold = operand instanceof Operand.Literal literal ? encoding.find(fact, literal.value()) : policyYear;
        switch (op) {
            case GTE, LT -> column.atLeast(threshold, truth);
            case GT, LTE -> column.atLeast(threshold + 1, truth);
            default -> column.equalTo(threshold, truth);
        }
        return op == Op.LT || op == Op.LTE || op == Op.NE;
    }

    private void oneOf(
            Column column, List<FactValue> values, Encoding encoding, int words, long[] truth, long[] spare) {
        if (fact.type() == FactType.SET || Column.isMasked(fact)) {
            long mask = 0;
            for (FactValue value : values) {
                long code = encoding.find(
                        fact,
                        fact.type() == FactType.SET && value instanceof FactValue.Code one
                                ? new FactValue.Codes(List.of(one.value()))
                                : value);
                mask |= fact.type() == FactType.SET ? code : 1L << code;
            }
            if (fact.type() == FactType.SET) {
                column.sharesWith(mask, truth);
            } else {
                column.codeIn(mask, truth);
            }
            return;
        }
        java.util.Arrays.fill(truth, 0, words, 0);
        for (FactValue value : values) {
            column.equalTo(encoding.find(fact, value), spare);
            for (int word = 0; word < words; word++) {
                truth[word] |= spare[word];
            }
        }
    }

    /** Against another fact of the same row: unknown where either is. */
    private void against(Column column, @Nullable Column other, int size, long[] truth, long[] possible) {
        int words = (size + 63) >>> 6;
        java.util.Arrays.fill(truth, 0, words, 0);
        java.util.Arrays.fill(possible, 0, words, 0);
        for (int row = 0; row < size; row++) {
            long bit = 1L << row;
            if (!column.isKnown(row) || other == null || !other.isKnown(row)) {
                possible[row >>> 6] |= bit;
            } else if (isMet(Long.compare(column.at(row), other.at(row)))) {
                truth[row >>> 6] |= bit;
                possible[row >>> 6] |= bit;
            }
        }
    }

    private boolean isMet(int order) {
        return switch (op) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            default -> throw new IllegalStateException(op + " takes no other fact");
        };
    }
}
