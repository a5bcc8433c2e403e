package org.fourplusone.policy.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What items cost if everybody files for each of them.
 *
 * @param certain the least amounts of those who are eligible
 * @param possible the most for all who are eligible or undetermined; absent if nothing bounds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cost(Money certain, @Nullable Money possible) {

    static final Cost NOTHING = new Cost(Money.ZERO, Money.ZERO);

    static Cost of(ItemRun run) {
        return new Cost(Money.ofFen(run.certainFen()), money(run.possibleFen()));
    }

    Cost plus(Cost other) {
        Money most =
                possible == null || other.possible == null ? null : money(plus(possible.fen(), other.possible.fen()));
        return new Cost(Money.ofFen(plus(certain.fen(), other.certain.fen())), most);
    }

    static @Nullable Money money(long fen) {
        return fen == ItemRun.UNBOUNDED ? null : Money.ofFen(fen);
    }

    /** The sum of two amounts that are not negative, at most {@link ItemRun#UNBOUNDED}. */
    static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? ItemRun.UNBOUNDED : sum;
    }
}
