package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Level;
import org.fourplusone.policy.benefit.RateLevel;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SmallestChange;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The least that would have to change for an item that is not met: for every unmet clause of a conjunction the nearest
 * value that meets it, of alternatives the one with the fewest changes; and what the item would then pay.
 *
 * @param award what it would pay; a range where facts are missing
 */
record NearMiss(List<Change> changes, Award award) {

    private static final int ROUNDS = 6;
    private static final String SOURCE = "NEAR_MISS";

    /**
     * @param from the value now; unknown or none where there is none
     * @param clause the clause that asks for it
     */
    record Change(FactDefinition fact, Seen from, FactValue to, Text clause) {}

    /** Empty if nothing is unmet, or if no change of facts would help (such as a claim granted before). */
    static Optional<NearMiss> of(Item item, Judgement.OfRecord judged, Facts ownFacts) {
        if (judged.rule().and(judged.reached()) != Truth.FALSE
                || judged.standing().open() == Truth.FALSE) {
            return Optional.empty();
        }
        Map<FactDefinition, Change> changes = new LinkedHashMap<>();
        Facts facts = judged.facts();
        for (int round = 0; round < ROUNDS; round++) {
            Map<FactDefinition, Change> found = new LinkedHashMap<>();
            need(item.rule(), facts, found);
            if (item.formula().reached(facts) == Truth.FALSE) {
                needTier(item, facts, found);
            }
            if (found.isEmpty()) {
                break;
            }
            found.forEach((fact, change) ->
                    changes.put(fact, new Change(fact, judged.facts().see(fact), change.to(), change.clause())));
            facts = judged.facts().with(values(changes));
        }
        if (changes.isEmpty() || item.rule().judge(facts).and(item.formula().reached(facts)) == Truth.FALSE) {
            return Optional.empty();
        }
        Facts after = judged.absent() ? ownFacts.with(values(changes)) : facts;
        Award award = item.formula().award(after).less(judged.standing().paid());
        return award.isPositive() == Truth.FALSE
                ? Optional.empty()
                : Optional.of(new NearMiss(List.copyOf(changes.values()), award));
    }

    private static Map<FactDefinition, Seen> values(Map<FactDefinition, Change> changes) {
        Map<FactDefinition, Seen> values = new LinkedHashMap<>();
        changes.forEach((fact, change) -> values.put(fact, new Seen.Known(change.to(), SOURCE, false)));
        return values;
    }

    /** What an unmet condition needs; nothing where it is met or unknown. */
    private static void need(Condition condition, Facts facts, Map<FactDefinition, Change> into) {
        if (condition.judge(facts) != Truth.FALSE) {
            return;
        }
        if (condition instanceof Comparison leaf) {
            SmallestChange.toMeet(leaf, facts).ifPresent(to -> add(leaf, to, facts, into));
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(each -> need(each, facts, into));
        } else if (condition instanceof Condition.Any any) {
            fewest(any, facts).ifPresent(into::putAll);
        } else if (condition instanceof Condition.Not not) {
            need(negated(not.of()), facts, into);
        }
    }

    private static Optional<Map<FactDefinition, Change>> fewest(Condition.Any any, Facts facts) {
        Map<FactDefinition, Change> best = null;
        for (Condition each : any.of()) {
            Map<FactDefinition, Change> needed = new LinkedHashMap<>();
            need(each, facts, needed);
            if (!needed.isEmpty() && (best == null || needed.size() < best.size())) {
                best = needed;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Condition negated(Condition condition) {
        if (condition instanceof Comparison leaf) {
            return leaf.negated();
        }
        if (condition instanceof Condition.Not not) {
            return not.of();
        }
        if (condition instanceof Condition.All all) {
            return new Condition.Any(all.of().stream().map(NearMiss::negated).toList());
        }
        return new Condition.All(
                ((Condition.Any) condition).of().stream().map(NearMiss::negated).toList());
    }

    private static void add(Comparison leaf, FactValue to, Facts facts, Map<FactDefinition, Change> into) {
        FactDefinition planned = leaf.planned();
        FactDefinition fact = planned != null && facts.see(leaf.fact()) instanceof Seen.Unknown ? planned : leaf.fact();
        into.put(fact, new Change(fact, facts.see(fact), to, leaf.clause()));
    }

    private static void needTier(Item item, Facts facts, Map<FactDefinition, Change> into) {
        Formula formula = item.formula();
        FactDefinition by = formula.by();
        FactValue to = least(formula, facts);
        if (by == null || to == null) {
            return;
        }
        FactDefinition fact =
                formula instanceof Band band && band.planned() != null && facts.see(by) instanceof Seen.Unknown
                        ? band.planned()
                        : by;
        Change change = new Change(fact, facts.see(fact), to, item.clause());
        // A clause on the same fact may ask for more than the lowest tier does.
        into.merge(fact, change, NearMiss::farther);
    }

    private static Change farther(Change one, Change other) {
        return one.to() instanceof FactValue.Num a
                        && other.to() instanceof FactValue.Num b
                        && a.value().compareTo(b.value()) < 0
                ? other
                : one;
    }

    private static @Nullable FactValue least(Formula formula, Facts facts) {
        if (formula instanceof Band band) {
            return band.least(facts);
        }
        if (formula instanceof Level level) {
            return lowest(level.levels());
        }
        if (formula instanceof SumOfItems sum) {
            return lowest(sum.levels());
        }
        if (formula instanceof Stages stages) {
            return new FactValue.Codes(List.of(stages.stages().get(0).value()));
        }
        if (formula instanceof RateLevel rates) {
            String value = rates.levels().get(rates.levels().size() - 1).value();
            return rates.by().type() == FactType.BOOLEAN
                    ? new FactValue.Flag(Boolean.parseBoolean(value))
                    : new FactValue.Code(value);
        }
        return null;
    }

    private static FactValue lowest(List<Tier> tiers) {
        List<Tier> sorted = new ArrayList<>(tiers);
        sorted.sort((a, b) -> a.amount().compareTo(b.amount()));
        return new FactValue.Code(sorted.get(0).value());
    }
}
