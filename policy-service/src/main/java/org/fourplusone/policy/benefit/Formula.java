package org.fourplusone.policy.benefit;

import java.util.List;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** How much an item pays. All arithmetic is decimal; an amount is rounded HALF_UP to the fen once, at the end. */
public sealed interface Formula permits Fixed, Rate, Band, Level, RateLevel, Stages, SumOfItems, PerUnit {

    /** The amount on these facts, or its range. Whether the item's conditions are met is not asked here. */
    Award award(Facts facts);

    /**
     * Whether the fact that the tiers read reaches one of them: an implicit clause of the item. True for a formula
     * without tiers.
     */
    default Truth reached(Facts facts) {
        return Truth.TRUE;
    }

    /** The fact that the tiers read, or null for a formula without tiers. */
    default @Nullable FactDefinition by() {
        return null;
    }

    /** The ceiling: the cap, or the highest tier; null if there is none. */
    @Nullable
    Money most();

    /** The most that is paid whatever the formula says, or null. */
    default @Nullable Money cap() {
        return null;
    }

    /** The facts that the amount depends on, in the order of the text. */
    List<FactDefinition> facts();

    /** One sentence in both languages. */
    Text sentence();

    /** The name of the type in the item file. */
    String type();
}
