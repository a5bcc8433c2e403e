package org.fourplusone.policy.match;

import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is found on one enterprise and one item on proven facts, and why it is no more than that.
 *
 * @param proven the verdict on proven facts alone
 * @param declared the verdict if what the enterprise declares is believed too
 * @param record the record that carries it; null for facts of the enterprise, or where things are summed
 * @param amount the exact amount on proven facts; null where it is a range or nothing
 * @param ownConditionsMet whether everything that the item itself asks is proven, the common conditions aside
 * @param spokenFor whether anything that the item itself asks of its record, or else of the enterprise, its clusters aside,
 *     is known to be met
 * @param grantedBefore whether an earlier award leaves nothing to grant
 * @param missing facts that decide and that nobody stated
 * @param unverified facts that decide and that the enterprise only declared
 * @param commonUnmet the common conditions that are not met
 */
public record Finding(
        Verdict proven,
        Verdict declared,
        @Nullable String record,
        @Nullable Money amount,
        boolean ownConditionsMet,
        boolean spokenFor,
        boolean grantedBefore,
        List<Named> missing,
        List<Named> unverified,
        List<Named> commonUnmet) {

    /** @param key the fact's key; @param name the fact, or the condition on it, in words */
    public record Named(String key, Text name) {}
}
