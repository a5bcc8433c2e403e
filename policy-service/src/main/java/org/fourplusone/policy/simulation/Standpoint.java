package org.fourplusone.policy.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How one enterprise stands with one version of an item.
 *
 * @param low the least it pays
 * @param high the most it pays, absent if nothing bounds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standpoint(Verdict verdict, Money low, @Nullable Money high) {

    /** Where there is no such item. */
    static final Standpoint NOTHING = new Standpoint(Verdict.INELIGIBLE, Money.ZERO, Money.ZERO);

    static Standpoint of(@Nullable ItemRun run, int row) {
        if (run == null || run.verdict(row) == Verdict.INELIGIBLE) {
            return NOTHING;
        }
        return new Standpoint(run.verdict(row), Money.ofFen(run.lowFen(row)), Cost.money(run.highFen(row)));
    }
}
