package org.fourplusone.policy.column;

import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.register.Column;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.jspecify.annotations.Nullable;

/** A leaf with its thresholds as whole numbers, ready to be judged on columns. */
final class LeafRun {

    /** What is asked of a column. */
    private enum Question {
        KNOWN,
        AT_LEAST,
        EQUAL,
        CODE_IN,
        SHARES,
        ONE_OF,
        AGAINST
    }

    private final Leaf leaf;
    private final Question question;
    private final boolean isOpposite;
    private final long threshold;
    private final long[] values;

    LeafRun(Leaf leaf, int policyYear, Encoding encoding) {
        this.leaf = leaf;
        FactDefinition fact = leaf.fact();
        Op op = leaf.op();
        long than = 0;
        long[] listedValues = new long[0];
        if (op == Op.EXISTS) {
            question = fact.type() == FactType.SET ? Question.SHARES : Question.KNOWN;
            than = -1;
            isOpposite = leaf.operand() instanceof Operand.Literal literal
                    && literal.value() instanceof FactValue.Flag expected
                    && !expected.value();
        } else if (leaf.operand() instanceof Operand.Listed listed) {
            boolean isSet = fact.type() == FactType.SET;
            question = isSet ? Question.SHARES : Column.isMasked(fact) ? Question.CODE_IN : Question.ONE_OF;
            listedValues = listed.values().stream()
                    .mapToLong(value -> encoding.find(fact, isSet ? codes(value) : value))
                    .toArray();
            for (long value : listedValues) {
                than |= isSet ? value : 1L << value;
            }
            isOpposite = op == Op.NOT_IN;
        } else if (leaf.operand() instanceof Operand.Other) {
            question = Question.AGAINST;
            isOpposite = false;
        } else {
            than = leaf.operand() instanceof Operand.Literal literal
                    ? encoding.find(fact, literal.value())
                    : policyYear;
            question = op == Op.EQ || op == Op.NE ? Question.EQUAL : Question.AT_LEAST;
            than += op == Op.GT || op == Op.LTE ? 1 : 0;
            isOpposite = op == Op.LT || op == Op.LTE || op == Op.NE;
        }
        threshold = than;
        values = listedValues;
    }

    private static FactValue codes(FactValue value) {
        return value instanceof FactValue.Code one ? new FactValue.Codes(List.of(one.value())) : value;
    }

    Leaf leaf() {
        return leaf;
    }

    /**
     * The rows on which it is true, and those on which it is true or unknown.
     *
     * @param spare words to work with
     */
    void judge(Rows of, long[] truth, long[] possible, long[] spare) {
        int words = of.words();
        FactDefinition planned = leaf.planned();
        Column column = of.column(leaf.fact());
        compare(column, of, truth, possible, spare);
        Column instead = planned == null ? null : of.column(planned);
        if (instead != null) {
            long[] known = column == null ? new long[words] : column.known();
            long[] plannedTruth = new long[words];
            long[] plannedPossible = new long[words];
            compare(instead, of, plannedTruth, plannedPossible, spare);
            for (int word = 0; word < words; word++) {
                truth[word] |= plannedTruth[word] & ~known[word];
                possible[word] &= plannedPossible[word] | known[word];
            }
        }
        if ((of.size() & 63) != 0) {
            possible[words - 1] &= -1L >>> -of.size();
        }
    }

    private void compare(@Nullable Column column, Rows of, long[] truth, long[] possible, long[] spare) {
        int words = of.words();
        if (column == null) {
            Arrays.fill(truth, 0, words, 0);
            Arrays.fill(possible, 0, words, -1);
            return;
        }
        if (leaf.operand() instanceof Operand.Other other) {
            against(column, of.column(other.fact()), words, truth, possible);
            return;
        }
        switch (question) {
            case KNOWN -> System.arraycopy(column.known(), 0, truth, 0, words);
            case AT_LEAST -> column.atLeast(threshold, truth);
            case EQUAL -> column.equalTo(threshold, truth);
            case CODE_IN -> column.codeIn(threshold, truth);
            case SHARES -> column.sharesWith(threshold, truth);
            default -> oneOf(column, words, truth, spare);
        }
        long[] known = column.known();
        long flip = isOpposite ? -1 : 0;
        for (int word = 0; word < words; word++) {
            truth[word] = (truth[word] ^ flip) & known[word];
            possible[word] = truth[word] | ~known[word];
        }
    }

    private void oneOf(Column column, int words, long[] truth, long[] spare) {
        Arrays.fill(truth, 0, words, 0);
        for (long value : values) {
            column.equalTo(value, spare);
            for (int word = 0; word < words; word++) {
                truth[word] |= spare[word];
            }
        }
    }

    /** Against another fact of the same row: unknown where either is. */
    private void against(Column column, @Nullable Column other, int words, long[] truth, long[] possible) {
        if (other == null) {
            Arrays.fill(truth, 0, words, 0);
            Arrays.fill(possible, 0, words, -1);
            return;
        }
        Op op = leaf.op();
        boolean isLess = op == Op.LT || op == Op.GTE;
        boolean isEqual = op == Op.EQ || op == Op.NE;
        (isLess || isEqual ? column : other).below(isLess || isEqual ? other : column, truth);
        if (isEqual) {
            other.below(column, possible);
        }
        boolean isMetUnless = op == Op.EQ || op == Op.GTE || op == Op.LTE;
        for (int word = 0; word < words; word++) {
            long known = column.known()[word] & other.known()[word];
            long met = isEqual ? truth[word] | possible[word] : truth[word];
            truth[word] = isMetUnless ? known & ~met : met;
            possible[word] = truth[word] | ~known;
        }
    }
}
