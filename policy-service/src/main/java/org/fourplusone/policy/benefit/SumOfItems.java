package org.fourplusone.policy.benefit;

import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of all things that meet the conditions, summed, up to a cap. {@link #award} answers for one record; the
 * match adds them with {@link #sum}.
 */
public record SumOfItems(
        FactDefinition by, List<Tier> levels, @Nullable Money cap) implements Formula {

    @Override
    public Award award(Facts facts) {
        return Tier.award(by, levels, facts).cappedAt(cap);
    }

    /** The whole of several things, capped. */
    public Award sum(List<Award> things) {
        return things.stream().reduce(Award.NOTHING, Award::plus).cappedAt(cap);
    }

    @Override
    public Truth reached(Facts facts) {
        return Tier.reached(by, levels.stream().map(Tier::value).toList(), facts);
    }

    @Override
    public @Nullable Money most() {
        return cap;
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
                        "逐件按" + by.name().zh() + "奖励后合计：" + words.zh(),
                        "Sum over all things, by " + by.name().en() + ": " + words.en()),
                cap);
    }

    @Override
    public String type() {
        return "SUM_OF_ITEMS";
    }
}
