package org.fourplusone.policy.benefit;

import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** One level and what it pays. */
public record Tier(String value, Money amount) {

    static Truth reached(FactDefinition by, List<String> values, Facts facts) {
        Seen seen = facts.see(by);
        if (seen instanceof Seen.Unknown) {
            return Truth.UNKNOWN;
        }
        String code = Numbers.code(seen);
        return Truth.of(code != null && values.contains(code));
    }

    static Award award(FactDefinition by, List<Tier> tiers, Facts facts) {
        Seen seen = facts.see(by);
        if (seen instanceof Seen.Unknown) {
            return Award.between(Money.ZERO, highest(tiers));
        }
        String code = Numbers.code(seen);
        for (Tier tier : tiers) {
            if (tier.value.equals(code)) {
                return Award.exactly(tier.amount);
            }
        }
        return Award.NOTHING;
    }

    static Money highest(List<Tier> tiers) {
        return tiers.stream().map(Tier::amount).reduce(Money.ZERO, Money::max);
    }

    static Money sum(List<Tier> tiers) {
        return tiers.stream().map(Tier::amount).reduce(Money.ZERO, Money::plus);
    }

    static Money least(@Nullable Money cap, Money amount) {
        return cap == null ? amount : amount.min(cap);
    }

    static Text words(FactDefinition by, List<Tier> tiers) {
        return Sentence.listed(tiers.stream()
                .map(tier -> {
                    Text name = name(by, tier.value);
                    Text money = Wording.money(tier.amount);
                    return Text.of(name.zh() + money.zh(), name.en() + " " + money.en());
                })
                .toList());
    }

    /** The tier's name as people read it. */
    public static Text name(FactDefinition by, String value) {
        return Wording.value(by, named(by, value));
    }

    /** The value of the fact that a tier's name stands for. */
    public static FactValue named(FactDefinition by, String name) {
        return by.type() == FactType.BOOLEAN
                ? new FactValue.Flag(Boolean.parseBoolean(name))
                : new FactValue.Code(name);
    }
}
