package org.fourplusone.policy.match;

import java.util.List;
import java.util.Objects;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.CompiledItems.CompiledItem;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One item judged for one enterprise.
 *
 * @param records one judgement for each record that the item asks about, or one without a record
 * @param best the record whose verdict is the item's
 * @param sum the item's amount where things are summed, or null where it is the best record's
 */
public record Judgement(
        Item item,
        List<OfRecord> records,
        OfRecord best,
        @Nullable Award sum) {

    /** The item judged on one record. What was granted before and the amount are looked up once they are asked for. */
    public static final class OfRecord {

        private final Judge judge;
        private final Item item;
        private final @Nullable String ref;
        private final boolean absent;
        private final Facts facts;
        private final @Nullable CompiledItem compiled;
        private final @Nullable Reading reading;
        private final Truth rule;
        private final Truth reached;
        private @Nullable Standing standing;
        private @Nullable Award award;
        private @Nullable Truth truth;
        private Clause @Nullable [] stated;

        /** With compiled conditions. */
        OfRecord(Judge judge, CompiledItem compiled, @Nullable String ref, boolean absent, Reading reading) {
            this.judge = judge;
            this.item = compiled.item();
            this.ref = ref;
            this.absent = absent;
            this.facts = reading.facts;
            this.compiled = compiled;
            this.reading = reading;
            rule = Reading.truth(compiled.rule().all(reading));
            reached = compiled.tellsTiers()
                    ? Reading.truth(compiled.reached().all(reading))
                    : item.formula().reached(facts);
        }

        OfRecord(Judge judge, Item item, @Nullable String ref, boolean absent, Facts facts) {
            this.judge = judge;
            this.item = item;
            this.ref = ref;
            this.absent = absent;
            this.facts = facts;
            compiled = null;
            reading = null;
            rule = item.rule().judge(facts);
            reached = item.formula().reached(judge.claimed(facts));
        }

        /** The record's reference; null for facts of the enterprise, or where there is no such record. */
        public @Nullable String ref() {
            return ref;
        }

        /** Whether it is known that there is no such record. */
        boolean absent() {
            return absent;
        }

        /** What the conditions were judged on. */
        public Facts facts() {
            return facts;
        }

        /** The conditions. */
        public Truth rule() {
            return rule;
        }

        /** The implicit clause of the tiers. */
        public Truth reached() {
            return reached;
        }

        /** One of the rule's comparisons, by its place in the text. */
        Truth leaf(int at) {
            Comparison leaf = item.leaves().get(at);
            return compiled == null || reading == null
                    ? leaf.judge(facts)
                    : Reading.truth(reading.at(compiled.isOwn()[at], compiled.leaves()[at]));
        }

        /** The rule's comparisons as judged, in the order of the text. */
        Clause[] stated() {
            if (stated == null) {
                List<Comparison> leaves = item.leaves();
                Clause[] made = new Clause[leaves.size()];
                for (int i = 0; i < made.length; i++) {
                    made[i] = compiled == null || reading == null
                            ? Clause.stated(leaves.get(i), leaf(i), this)
                            : judge.clauses().get(compiled, i, reading, this);
                }
                stated = made;
            }
            return Objects.requireNonNull(stated);
        }

        @Nullable
        PlainChange plainChange() {
            return compiled == null ? null : compiled.plainChange();
        }

        /** Whether nothing at all was granted before. */
        boolean isFirst() {
            return judge.wasGrantedNothing();
        }

        /** What was granted before. */
        public Standing standing() {
            if (standing == null) {
                standing = judge.standing(item, ref, facts);
            }
            return Objects.requireNonNull(standing);
        }

        /** False if it was granted before and cannot be granted again. */
        Truth open() {
            return judge.wasGrantedNothing() ? Truth.TRUE : standing().open();
        }

        /** After what was paid before is deducted. */
        public Award award() {
            if (award == null) {
                award = judge.award(item, facts, this);
            }
            return Objects.requireNonNull(award);
        }

        /** Whether more than nothing is paid; asked only where a tier is reached. */
        Truth isPaid() {
            boolean isTold = compiled != null
                    && reading != null
                    && judge.wasGrantedNothing()
                    && compiled.tellsAmount()
                    && compiled.tiny().any(reading) != Reading.TRUE;
            return isTold && compiled != null && reading != null
                    ? Reading.truth(compiled.amount().all(reading))
                    : award().isPositive();
        }

        Truth truth() {
            if (truth == null) {
                Truth stated = rule.and(reached);
                truth = stated == Truth.FALSE ? stated : stated.and(open()).and(isPaid());
            }
            return Objects.requireNonNull(truth);
        }

        public Verdict verdict() {
            return Verdict.of(truth());
        }
    }

    public Verdict verdict() {
        return best.verdict();
    }

    /** The item's amount: the best record's, or the sum where things are summed. */
    public Award award() {
        return sum == null ? best.award() : sum;
    }
}
