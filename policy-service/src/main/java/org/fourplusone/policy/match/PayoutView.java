package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** How an award is paid, in which parts. */
record PayoutView(String method, List<InstalmentView> instalments) {

    record InstalmentView(
            String trigger,
            @Nullable String share,
            @Nullable Money amount,
            @Nullable String fact,
            List<String> documents) {}

    static PayoutView of(Item item, Judgement.OfRecord best) {
        List<InstalmentView> instalments = new ArrayList<>();
        Money paid = best.standing().paid();
        for (Item.Instalment each : item.payout().schedule()) {
            Money amount = null;
            if (item.formula() instanceof Stages stages) {
                Money stage = reached(stages, each.trigger(), best.facts());
                Money before = stage.min(paid);
                paid = paid.minus(before);
                amount = stage.minus(before);
            }
            instalments.add(new InstalmentView(each.trigger(), each.share(), amount, each.fact(), each.documents()));
        }
        return new PayoutView(item.payout().method(), instalments);
    }

    /** What the stage pays if it is reached: paid stage by stage, less what was paid for earlier ones. */
    private static Money reached(Stages stages, String stage, Facts facts) {
        boolean isReached = facts.see(stages.by()) instanceof Seen.Known known
                && known.value() instanceof FactValue.Codes codes
                && codes.values().contains(stage);
        return isReached
                ? stages.stages().stream()
                        .filter(tier -> tier.value().equals(stage))
                        .map(Tier::amount)
                        .reduce(Money.ZERO, Money::plus)
                : Money.ZERO;
    }
}
