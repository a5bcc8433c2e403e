package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A share of a base, up to a cap.
 *
 * @param months the months over which an interest subsidy runs, or null
 */
public record Rate(
        FactDefinition base,
        BigDecimal rate,
        @Nullable Months months,
        @Nullable Money cap) implements Formula {

    @Override
    public Award award(Facts facts) {
        return of(Numbers.of(base, facts), rate, months, cap, facts);
    }

    static Award of(
            @Nullable BigDecimal base, BigDecimal rate, @Nullable Months months, @Nullable Money cap, Facts facts) {
        Months.Share share = months == null ? new Months.Share(BigDecimal.ONE, BigDecimal.ONE) : months.share(facts);
        if (base != null && base.signum() <= 0
                || share != null && share.counted().signum() == 0) {
            return Award.NOTHING;
        }
        if (base == null) {
            return Award.upTo(cap);
        }
        if (share == null) {
            return Award.between(Money.ZERO, Money.ofYuan(base.multiply(rate))).cappedAt(cap);
        }
        return Award.rounded(base.multiply(rate).multiply(share.counted()), share.claimed())
                .cappedAt(cap);
    }

    @Override
    public @Nullable Money most() {
        return cap;
    }

    @Override
    public List<FactDefinition> facts() {
        List<FactDefinition> facts = new ArrayList<>(List.of(base));
        if (months != null) {
            facts.add(months.claimed());
            facts.add(months.before());
        }
        return List.copyOf(facts);
    }

    @Override
    public Text sentence() {
        String percent = Sentence.percent(rate);
        Text sentence = Text.of(
                "按" + base.name().zh() + "的" + percent + "补助",
                percent + " of: " + base.name().en());
        return Sentence.capped(months == null ? sentence : Sentence.joined(sentence, months.words()), cap);
    }

    @Override
    public String type() {
        return "RATE";
    }
}
