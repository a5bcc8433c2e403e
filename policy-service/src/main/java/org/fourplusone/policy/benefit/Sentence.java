package org.fourplusone.policy.benefit;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** Parts of the sentences in which formulas state themselves. */
final class Sentence {

    private Sentence() {}

    static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    static Text joined(Text one, Text other) {
        return Text.of(one.zh() + other.zh(), one.en() + other.en());
    }

    static Text capped(Text sentence, @Nullable Money cap) {
        if (cap == null) {
            return sentence;
        }
        Text money = Wording.money(cap);
        return joined(sentence, Text.of("，最高" + money.zh(), ", at most " + money.en()));
    }

    static Text listed(List<Text> parts) {
        return Text.of(
                parts.stream().map(Text::zh).collect(Collectors.joining("、")),
                parts.stream().map(Text::en).collect(Collectors.joining("; ")));
    }
}
