package org.fourplusone.policy.match;

import java.util.List;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Level;
import org.fourplusone.policy.benefit.RateLevel;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SmallestChange;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** What an item asks of one fact. */
sealed interface Demand {

    /** The fact that would have to change. */
    FactDefinition fact();

    /** The fact that it is compared with, or null. */
    @Nullable
    FactDefinition than();

    boolean isUnmet(Facts facts);

    /** The values at which the answer changes. */
    List<FactValue> turns(Facts facts);

    Text clause();

    /** A comparison that must not be false, or must not be true. */
    record Clause(Comparison leaf, boolean holds, FactDefinition fact) implements Demand {

        static Clause of(Comparison leaf, boolean holds, Facts facts) {
            FactDefinition planned = leaf.planned();
            boolean isPlanned = planned != null && facts.see(leaf.fact()) instanceof Seen.Unknown;
            return new Clause(leaf, holds, isPlanned && planned != null ? planned : leaf.fact());
        }

        @Override
        public @Nullable FactDefinition than() {
            return leaf.operand() instanceof Operand.Other other ? other.fact() : null;
        }

        @Override
        public boolean isUnmet(Facts facts) {
            return leaf.judge(facts) == (holds ? Truth.FALSE : Truth.TRUE);
        }

        @Override
        public List<FactValue> turns(Facts facts) {
            if (leaf.operand() instanceof Operand.Listed listed) {
                return listed.values();
            }
            FactValue threshold = leaf.op() == Op.EXISTS ? null : leaf.threshold(facts);
            return threshold != null
                    ? List.of(threshold)
                    : fact.type().isNumber() ? List.of(SmallestChange.any(fact, facts.policyYear())) : List.of();
        }

        @Override
        public Text clause() {
            return leaf.clause();
        }
    }

    /** One of the formula's tiers must be reached, or not be known to be missed. */
    record Tiers(Item item, FactDefinition fact) implements Demand {

        /** Null for a formula without tiers. */
        static @Nullable Tiers of(Item item, Facts facts) {
            FactDefinition by = item.formula().by();
            if (by == null) {
                return null;
            }
            FactDefinition planned = item.formula() instanceof Band band ? band.planned() : null;
            return new Tiers(item, planned != null && facts.see(by) instanceof Seen.Unknown ? planned : by);
        }

        @Override
        public @Nullable FactDefinition than() {
            return item.formula() instanceof Band band ? band.crossedFrom() : null;
        }

        @Override
        public boolean isUnmet(Facts facts) {
            return item.formula().reached(facts) == Truth.FALSE;
        }

        /** Of levels the one that pays least comes first: it is the least to ask for. */
        @Override
        public List<FactValue> turns(Facts facts) {
            Formula formula = item.formula();
            if (formula instanceof Band band) {
                return band.bands().stream()
                        .<FactValue>map(step -> new FactValue.Num(step.from()))
                        .toList();
            }
            if (formula instanceof RateLevel rates) {
                return rates.by().type() == FactType.BOOLEAN
                        ? List.of()
                        : rates.levels().stream()
                                .sorted((one, other) -> one.rate().compareTo(other.rate()))
                                .<FactValue>map(share -> new FactValue.Code(share.value()))
                                .toList();
            }
            List<Tier> tiers = formula instanceof Level level
                    ? level.levels()
                    : formula instanceof SumOfItems sum
                            ? sum.levels()
                            : formula instanceof Stages stages ? stages.stages() : List.of();
            return tiers.stream()
                    .sorted((one, other) -> one.amount().compareTo(other.amount()))
                    .<FactValue>map(tier -> new FactValue.Code(tier.value()))
                    .toList();
        }

        @Override
        public Text clause() {
            return item.clause();
        }
    }
}
