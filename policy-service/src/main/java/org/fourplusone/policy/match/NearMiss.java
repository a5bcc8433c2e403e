package org.fourplusone.policy.match;

import java.util.List;
import java.util.Optional;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SmallestChange;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.text.Text;

/**
 * The least that would have to change for an item that is not met: as few facts as possible, each to the nearest value
 * that meets all its clauses; of equally few the facts that earn more. What is unknown stays so and is no change.
 *
 * @param award what it would pay; a range where facts are missing
 */
record NearMiss(List<Change> changes, Award award) {

    private static final String SOURCE = "NEAR_MISS";

    /**
     * @param from the value now; none where there is none
     * @param clause the clause that asks for it
     */
    record Change(FactDefinition fact, Seen from, FactValue to, Text clause) {}

    /** Empty if nothing is unmet, or if no change of facts would help (such as a claim granted before). */
    static Optional<NearMiss> of(Item item, Judgement.OfRecord judged, Facts ownFacts) {
        if (judged.rule().and(judged.reached()) != Truth.FALSE
                || judged.standing().open() == Truth.FALSE) {
            return Optional.empty();
        }
        // A record that does not exist yet has more facts than the changed ones: they are unknown, not none.
        Facts base = judged.absent() ? ownFacts : judged.facts();
        PlainChange plain = judged.plainChange();
        Optional<NearMiss> found = plain == null ? null : plain.find(judged, base);
        return found != null
                ? found
                : new LeastChange(item, judged.facts(), changes -> of(item, judged, changes, base)).find();
    }

    /** These changes with what they would earn. */
    static NearMiss of(Item item, Judgement.OfRecord judged, List<Change> changes, Facts base) {
        Award award = item.formula().award(new Changed(base, changes));
        return new NearMiss(
                changes, judged.isFirst() ? award : award.less(judged.standing().paid()));
    }

    /** Facts after some changes. */
    private record Changed(Facts base, List<Change> changes) implements Facts {

        @Override
        public Seen see(FactDefinition fact) {
            for (int i = 0; i < changes.size(); i++) {
                Change each = changes.get(i);
                if (each.fact.index() == fact.index()) {
                    return known(each.to);
                }
            }
            return base.see(fact);
        }

        @Override
        public int policyYear() {
            return base.policyYear();
        }
    }

    static Seen known(FactValue value) {
        return new Seen.Known(value, SOURCE, false);
    }

    /** Whether it earns more than another: first what is certain, then what is possible. */
    boolean earnsMoreThan(NearMiss other) {
        int certain = award.low().compareTo(other.award.low());
        if (certain != 0) {
            return certain > 0;
        }
        return other.award.high() != null
                && (award.high() == null || award.high().isMoreThan(other.award.high()));
    }

    /** Whether it stays nearer than another change of the same facts: the first that differs decides, by steps before fractions of them. */
    boolean isNearerThan(NearMiss other) {
        for (int i = 0; i < changes.size(); i++) {
            Change here = changes.get(i);
            Change there = other.changes.get(i);
            int order = Boolean.compare(
                    SmallestChange.isFine(here.fact, here.to), SmallestChange.isFine(there.fact, there.to));
            if (order == 0) {
                order = SmallestChange.distance(here.from, here.to)
                        .compareTo(SmallestChange.distance(there.from, there.to));
            }
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
