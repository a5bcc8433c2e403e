package org.fourplusone.policy.match;

import java.util.List;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One item judged for one enterprise.
 *
 * @param records one judgement for each record that the item asks about, or one without a record
 * @param best the record whose verdict is the item's
 * @param award the item's amount: the best record's, or the sum where things are summed
 */
public record Judgement(Item item, List<OfRecord> records, OfRecord best, Award award) {

    /**
     * The item judged on one record.
     *
     * @param ref the record's reference; null for facts of the enterprise, or where there is no such record
     * @param absent true if it is known that there is no such record
     * @param facts what the conditions were judged on
     * @param rule the conditions
     * @param reached the implicit clause of the tiers
     * @param standing what was granted before
     * @param award after what was paid before is deducted
     */
    public record OfRecord(
            @Nullable String ref,
            boolean absent,
            Facts facts,
            Truth rule,
            Truth reached,
            Standing standing,
            Award award) {

        Truth truth() {
            return rule.and(reached).and(standing.open()).and(award.isPositive());
        }

        Verdict verdict() {
            return Verdict.of(truth());
        }
    }

    public Verdict verdict() {
        return best.verdict();
    }
}
