package org.fourplusone.policy.column;

import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
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
}
