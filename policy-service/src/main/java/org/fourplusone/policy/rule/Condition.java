package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.List;

/** A condition over facts, judged in three values. */
public sealed interface Condition permits Condition.All, Condition.Any, Condition.Not, Comparison {

    record All(List<Condition> of) implements Condition {}

    record Any(List<Condition> of) implements Condition {}

    record Not(Condition of) implements Condition {}

    default Truth judge(Facts facts) {
        if (this instanceof Comparison leaf) {
            return leaf.compare(facts);
        }
        if (this instanceof Not not) {
            return not.of.judge(facts).not();
        }
        if (this instanceof All all) {
            Truth truth = Truth.TRUE;
            for (Condition each : all.of) {
                truth = truth.and(each.judge(facts));
                if (truth == Truth.FALSE) {
                    return truth;
                }
            }
            return truth;
        }
        Truth truth = Truth.FALSE;
        for (Condition each : ((Any) this).of) {
            truth = truth.or(each.judge(facts));
            if (truth == Truth.TRUE) {
                return truth;
            }
        }
        return truth;
    }

    /** All comparisons, in the order of the text. */
    default List<Comparison> leaves() {
        List<Comparison> leaves = new ArrayList<>();
        collect(this, leaves);
        return leaves;
    }

    private static void collect(Condition condition, List<Comparison> into) {
        if (condition instanceof Comparison leaf) {
            into.add(leaf);
        } else if (condition instanceof Not not) {
            collect(not.of, into);
        } else if (condition instanceof All all) {
            all.of.forEach(each -> collect(each, into));
        } else if (condition instanceof Any any) {
            any.of.forEach(each -> collect(each, into));
        }
    }
}
