package org.fourplusone.policy.match;

import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;

/** The matcher's verdicts for tests of upper floors. */
public final class Verdicts {

    private Verdicts() {}

    public static Verdict of(Items items, Enterprise.View view, Item item) {
        return new Judge(items, view).judge(item).verdict();
    }
}
