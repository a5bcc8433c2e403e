package org.fourplusone.policy.benefit;

import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** The amount of the level that the fact names. */
public record Level(
        FactDefinition by, List<Tier> levels, @Nullable Money cap) implements Formula {

    @Override
    public Award award(Facts facts) {
        return Tier.award(by, levels, facts).cappedAt(cap);
    }

    @Override
    public Truth reached(Facts facts) {
        return Tier.reached(by, levels.stream().map(Tier::value).toList(), facts);
    }

    @Override
    public Money most() {
        return Tier.least(cap, Tier.highest(levels));
    }

    @Override
    public List<FactDefinition> facts() {
        return List.of(by);
    }

    @Override
    public Text sentence() {
        Text words = Tier.words(by, levels);
        return Sentence.capped(
                Text.of(
                        "按" + by.name().zh() + "奖励：" + words.zh(),
                        "By " + by.name().en() + ": " + words.en()),
                cap);
    }

    @Override
    public String type() {
        return "LEVEL";
    }
}
