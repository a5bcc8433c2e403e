package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.CompiledItems.CompiledItem;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an item as judged; {@link ClauseView} tells it in words.
 *
 * @param leaf the comparison, or null for an implicit clause
 * @param seen the value that it was judged on
 */
record Clause(Kind kind, @Nullable Comparison leaf, Truth truth, Seen seen) {

    enum Kind {
        /** A comparison of the rule. */
        STATED,
        /** The fact that the formula's tiers read reaches one. */
        TIER,
        /** More than nothing is paid. */
        PAID,
        /** Not granted before. */
        NOT_GRANTED
    }

    /** The rule's comparisons in the order of the text, then what the formula and earlier grants want. */
    static List<Clause> of(Item item, Judgement.OfRecord judged) {
        Clause[] stated = judged.stated();
        List<Clause> clauses = new ArrayList<>(stated.length + 3);
        for (Clause each : stated) {
            clauses.add(each);
        }
        FactDefinition by = item.formula().by();
        if (by != null) {
            clauses.add(
                    new Clause(Kind.TIER, null, judged.reached(), judged.facts().see(by)));
        }
        Truth paid = judged.reached() == Truth.TRUE ? judged.isPaid() : Truth.TRUE;
        if (paid != Truth.TRUE) {
            clauses.add(new Clause(Kind.PAID, null, paid, Seen.NONE));
        }
        if (judged.open() == Truth.FALSE) {
            clauses.add(new Clause(Kind.NOT_GRANTED, null, Truth.FALSE, Seen.NONE));
        }
        return clauses;
    }

    static Clause stated(Comparison leaf, Truth truth, Judgement.OfRecord judged) {
        return new Clause(Kind.STATED, leaf, truth, leaf.seen(judged.facts()));
    }

    /** The clauses that all records of an enterprise share, each made once. */
    static final class Shared {

        private final @Nullable Clause[] clauses;

        Shared(int count) {
            clauses = new Clause[count];
        }

        Clause get(CompiledItem compiled, int at, Reading reading, Judgement.OfRecord judged) {
            int shared = compiled.shared()[at];
            Clause known = shared < 0 ? null : clauses[shared];
            if (known == null) {
                Truth truth = Reading.truth(reading.at(compiled.isOwn()[at], compiled.leaves()[at]));
                known = stated(compiled.item().leaves().get(at), truth, judged);
                if (shared >= 0) {
                    clauses[shared] = known;
                }
            }
            return known;
        }
    }
}
