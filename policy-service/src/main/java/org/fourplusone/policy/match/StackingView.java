package org.fourplusone.policy.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * What an item stacks with.
 *
 * @param key what would be claimed, null where claim lines decide
 * @param keys all of them where things are summed
 */
record StackingView(
        @Nullable String group,
        Item.Stacking.Rule rule,
        String scope,
        Item.Stacking.Key kind,
        @Nullable String key,
        List<String> keys) {

    static StackingView of(Item item, Judgement judged) {
        Set<String> keys = new LinkedHashSet<>();
        for (Judgement.OfRecord each : judged.records()) {
            String key = each.standing().key();
            if (key != null
                    && (each == judged.best()
                            || item.formula().type().equals("SUM_OF_ITEMS") && each.verdict() == Verdict.ELIGIBLE)) {
                keys.add(key);
            }
        }
        return new StackingView(
                item.stacking().group(),
                item.stacking().rule(),
                item.stacking().scope(),
                item.stacking().key(),
                judged.best().standing().key(),
                List.copyOf(keys));
    }
}
