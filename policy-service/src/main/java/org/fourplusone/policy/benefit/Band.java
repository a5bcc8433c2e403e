package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The amount of the highest band reached, not cumulative.
 *
 * @param planned read while {@code by} is unknown
 * @param crossedFrom a band counts only if this fact was still below it: a milestone passed earlier pays nothing
 * @param bands in ascending order
 */
public record Band(
        FactDefinition by,
        @Nullable FactDefinition planned,
        @Nullable FactDefinition crossedFrom,
        List<Step> bands,
        @Nullable Money cap)
        implements Formula {

    public record Step(BigDecimal from, Money amount) {}

    @Override
    public Award award(Facts facts) {
        BigDecimal value = Numbers.of(by, planned, facts);
        BigDecimal before = crossedFrom == null ? BigDecimal.ONE.negate() : Numbers.of(crossedFrom, facts);
        if (value != null && before != null) {
            return Award.exactly(amount(value, before)).cappedAt(cap);
        }
        if (value == null) {
            return Award.between(Money.ZERO, highest(bands, null)).cappedAt(cap);
        }
        return Award.between(Money.ZERO, highest(bands, value)).cappedAt(cap);
    }

    private Money amount(BigDecimal value, BigDecimal before) {
        Money amount = Money.ZERO;
        for (Step band : bands) {
            if (value.compareTo(band.from) >= 0 && before.compareTo(band.from) < 0) {
                amount = amount.max(band.amount);
            }
        }
        return amount;
    }

    private static Money highest(List<Step> bands, @Nullable BigDecimal value) {
        Money highest = Money.ZERO;
        for (Step band : bands) {
            if (value == null || value.compareTo(band.from) >= 0) {
                highest = highest.max(band.amount);
            }
        }
        return highest;
    }

    @Override
    public Truth reached(Facts facts) {
        BigDecimal value = Numbers.of(by, planned, facts);
        if (value == null) {
            return Truth.UNKNOWN;
        }
        if (value.compareTo(bands.get(0).from) < 0) {
            return Truth.FALSE;
        }
        BigDecimal before = crossedFrom == null ? BigDecimal.ONE.negate() : Numbers.of(crossedFrom, facts);
        return before == null ? Truth.UNKNOWN : Truth.of(amount(value, before).isPositive());
    }

    /** The least value that reaches a band from these facts, or null if every band was passed before. */
    public @Nullable FactValue least(Facts facts) {
        BigDecimal before = crossedFrom == null ? null : Numbers.of(crossedFrom, facts);
        for (Step band : bands) {
            if (before == null || before.compareTo(band.from) < 0) {
                return new FactValue.Num(band.from);
            }
        }
        return null;
    }

    @Override
    public Money most() {
        Money highest = highest(bands, null);
        return cap == null ? highest : highest.min(cap);
    }

    @Override
    public List<FactDefinition> facts() {
        List<FactDefinition> facts = new ArrayList<>(List.of(by));
        if (planned != null) {
            facts.add(planned);
        }
        if (crossedFrom != null) {
            facts.add(crossedFrom);
        }
        return List.copyOf(facts);
    }

    @Override
    public Text sentence() {
        List<Text> parts = bands.stream()
                .map(band -> {
                    Text from = Wording.value(by, new FactValue.Num(band.from));
                    Text money = Wording.money(band.amount);
                    return Text.of("达到" + from.zh() + "奖励" + money.zh(), "from " + from.en() + ": " + money.en());
                })
                .toList();
        Text list = Sentence.listed(parts);
        return Sentence.capped(
                Text.of(
                        "按" + by.name().zh() + "取最高一档：" + list.zh(),
                        "Highest band of: " + by.name().en() + " (" + list.en() + ")"),
                cap);
    }

    @Override
    public String type() {
        return "BAND";
    }
}
