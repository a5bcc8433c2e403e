package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * So much for each unit, summed over kinds of units, up to a cap and not above (a share of) another fact.
 *
 * @param unit the unit's name, or null where the sentence names the size
 */
public record PerUnit(
        List<Unit> units,
        @Nullable Text unit,
        @Nullable Ceiling notAbove,
        @Nullable Money cap) implements Formula {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /**
     * @param factors multiplied with one another give the number of units
     * @param size whole multiples of it count, the rest does not; null counts everything
     */
    public record Unit(List<Factor> factors, @Nullable BigDecimal size, Money amount) {

        @Nullable
        BigDecimal count(Facts facts) {
            BigDecimal count = BigDecimal.ONE;
            boolean unknown = false;
            for (Factor factor : factors) {
                BigDecimal number = factor.number(facts);
                if (number == null) {
                    unknown = true;
                } else if (number.signum() <= 0) {
                    return BigDecimal.ZERO;
                } else {
                    count = count.multiply(number);
                }
            }
            return unknown ? null : size == null ? count : count.divideToIntegralValue(size);
        }
    }

    /**
     * @param planned read while the fact is unknown
     * @param max the most that counts, together with what {@code less} has used up; null for no limit
     * @param less what earlier years have used up of the most
     */
    public record Factor(
            FactDefinition fact,
            @Nullable FactDefinition planned,
            @Nullable BigDecimal max,
            @Nullable FactDefinition less) {

        @Nullable
        BigDecimal number(Facts facts) {
            BigDecimal number = Numbers.of(fact, planned, facts);
            if (max == null || number != null && number.signum() <= 0) {
                return number;
            }
            BigDecimal used = less == null ? BigDecimal.ZERO : Numbers.of(less, facts);
            if (used != null && used.compareTo(max) >= 0) {
                return BigDecimal.ZERO;
            }
            return number == null || used == null ? null : number.min(max.subtract(used));
        }
    }

    /** Not above this share of the fact. */
    public record Ceiling(FactDefinition fact, BigDecimal share) {}

    @Override
    public Award award(Facts facts) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean unknown = false;
        for (Unit each : units) {
            BigDecimal count = each.count(facts);
            if (count == null) {
                unknown = true;
            } else {
                sum = sum.add(count.multiply(each.amount.yuan()));
            }
        }
        // Products of several facts may be larger than any amount of money.
        sum = sum.min(cap == null ? MOST : cap.yuan());
        Award award = unknown
                ? new Award(Money.ofYuan(sum), cap, true).cappedAt(cap)
                : Award.exactly(sum).cappedAt(cap);
        return notAbove == null ? award : limited(award, Numbers.of(notAbove.fact, facts), notAbove.share);
    }

    private static Award limited(Award award, @Nullable BigDecimal base, BigDecimal share) {
        if (base == null) {
            return award.high() != null && award.high().isZero()
                    ? award
                    : new Award(Money.ZERO, award.high(), award.atMost());
        }
        Money limit = Money.ofYuan(base.max(BigDecimal.ZERO).multiply(share));
        Money high = award.high() == null ? limit : award.high().min(limit);
        return new Award(award.low().min(limit), high, award.atMost() && !high.equals(limit));
    }

    @Override
    public @Nullable Money most() {
        return cap;
    }

    @Override
    public List<FactDefinition> facts() {
        List<FactDefinition> facts = new ArrayList<>();
        for (Unit each : units) {
            for (Factor factor : each.factors) {
                facts.add(factor.fact);
                if (factor.planned != null) {
                    facts.add(factor.planned);
                }
                if (factor.less != null) {
                    facts.add(factor.less);
                }
            }
        }
        if (notAbove != null) {
            facts.add(notAbove.fact);
        }
        return List.copyOf(facts);
    }

    @Override
    public Text sentence() {
        Text sentence = Sentence.listed(units.stream().map(this::words).toList());
        if (notAbove != null) {
            boolean whole = notAbove.share.compareTo(BigDecimal.ONE) == 0;
            String percent = Sentence.percent(notAbove.share);
            Text base = notAbove.fact.name();
            sentence = Sentence.joined(
                    sentence,
                    Text.of(
                            "，不超过" + base.zh() + (whole ? "" : "的" + percent),
                            ", not above " + (whole ? "" : percent + " of: ") + base.en()));
        }
        return Sentence.capped(sentence, cap);
    }

    private Text words(Unit each) {
        Text money = Wording.money(each.amount);
        Text name = Text.of(
                String.join(
                        "×", each.factors.stream().map(f -> f.fact.name().zh()).toList()),
                String.join(
                        " × ",
                        each.factors.stream().map(f -> f.fact.name().en()).toList()));
        if (each.size != null) {
            Text size = Wording.value(each.factors.get(0).fact, new FactValue.Num(each.size));
            return Text.of(
                    name.zh() + "每满" + size.zh() + "奖励" + money.zh(),
                    money.en() + " for each whole " + size.en() + " of: " + name.en());
        }
        return unit == null
                ? Text.of(name.zh() + "，每单位" + money.zh(), name.en() + ", " + money.en() + " a unit")
                : Text.of(
                        name.zh() + "，每" + unit.zh() + money.zh(), name.en() + ", " + money.en() + " per " + unit.en());
    }

    @Override
    public String type() {
        return "PER_UNIT";
    }
}
