package org.fourplusone.policy.benefit;

import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** The sum of all stages reached so far; what was paid for earlier ones is deducted by the stacking rule. */
public record Stages(
        FactDefinition by, List<Tier> stages, @Nullable Money cap) implements Formula {

    @Override
    public Award award(Facts facts) {
        Seen seen = facts.see(by);
        if (seen instanceof Seen.Unknown) {
            return Award.between(Money.ZERO, Tier.sum(stages)).cappedAt(cap);
        }
        return Award.exactly(Tier.sum(reachedOf(seen))).cappedAt(cap);
    }

    private List<Tier> reachedOf(Seen seen) {
        return seen instanceof Seen.Known known && known.value() instanceof FactValue.Codes codes
                ? stages.stream()
                        .filter(stage -> codes.values().contains(stage.value()))
                        .toList()
                : List.of();
    }

    @Override
    public Truth reached(Facts facts) {
        Seen seen = facts.see(by);
        return seen instanceof Seen.Unknown
                ? Truth.UNKNOWN
                : Truth.of(!reachedOf(seen).isEmpty());
    }

    @Override
    public Money most() {
        return Tier.least(cap, Tier.sum(stages));
    }

    @Override
    public List<FactDefinition> facts() {
        return List.of(by);
    }

    @Override
    public Text sentence() {
        Text words = Tier.words(by, stages);
        return Sentence.capped(Text.of("按已达成阶段合计：" + words.zh(), "Sum of the stages reached: " + words.en()), cap);
    }

    @Override
    public String type() {
        return "STAGES";
    }
}
