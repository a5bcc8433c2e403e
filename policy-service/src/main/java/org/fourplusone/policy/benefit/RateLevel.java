package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** A share of a base; the level that a fact names gives the share. */
public record RateLevel(
        FactDefinition by,
        FactDefinition base,
        List<Share> levels,
        @Nullable Months months,
        @Nullable Money cap) implements Formula {

    public record Share(String value, BigDecimal rate) {}

    @Override
    public Award award(Facts facts) {
        BigDecimal amount = Numbers.of(base, facts);
        Seen seen = facts.see(by);
        if (!(seen instanceof Seen.Unknown)) {
            String code = Numbers.code(seen);
            for (Share level : levels) {
                if (level.value.equals(code)) {
                    return Rate.of(amount, level.rate, months, cap, facts);
                }
            }
            return Award.NOTHING;
        }
        Award lowest = null;
        Award highest = Award.NOTHING;
        for (Share level : levels) {
            Award award = Rate.of(amount, level.rate, months, cap, facts);
            lowest = lowest == null || award.low().compareTo(lowest.low()) < 0 ? award : lowest;
            highest = highest.high() != null
                            && award.high() != null
                            && award.high().compareTo(highest.high()) <= 0
                    ? highest
                    : award;
        }
        return new Award(lowest == null ? Money.ZERO : lowest.low(), highest.high(), highest.atMost());
    }

    @Override
    public Truth reached(Facts facts) {
        return Tier.reached(by, levels.stream().map(Share::value).toList(), facts);
    }

    @Override
    public @Nullable Money most() {
        return cap;
    }

    @Override
    public List<FactDefinition> facts() {
        List<FactDefinition> facts = new ArrayList<>(List.of(by, base));
        if (months != null) {
            facts.add(months.claimed());
            facts.add(months.before());
        }
        return List.copyOf(facts);
    }

    @Override
    public Text sentence() {
        Text words = Sentence.listed(levels.stream()
                .map(level -> {
                    Text name = Tier.name(by, level.value);
                    String percent = Sentence.percent(level.rate);
                    return Text.of(name.zh() + percent, name.en() + " " + percent);
                })
                .toList());
        Text sentence = Text.of(
                "按" + base.name().zh() + "的比例补助：" + words.zh(),
                "A share of " + base.name().en() + ": " + words.en());
        return Sentence.capped(months == null ? sentence : Sentence.joined(sentence, months.words()), cap);
    }

    @Override
    public String type() {
        return "RATE_LEVEL";
    }
}
