package org.fourplusone.policy.benefit;

import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;

/** One amount for everybody who meets the conditions. */
public record Fixed(Money amount) implements Formula {

    @Override
    public Award award(Facts facts) {
        return Award.exactly(amount);
    }

    @Override
    public Money most() {
        return amount;
    }

    @Override
    public List<FactDefinition> facts() {
        return List.of();
    }

    @Override
    public Text sentence() {
        Text money = Wording.money(amount);
        return Text.of("一次性奖励" + money.zh(), money.en() + ", once");
    }

    @Override
    public String type() {
        return "FIXED";
    }
}
