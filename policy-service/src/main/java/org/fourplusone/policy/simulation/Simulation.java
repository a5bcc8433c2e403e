package org.fourplusone.policy.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a stress test; stored as it is and never changed.
 *
 * @param hash SHA-256 of the canonical inputs, in hex
 * @param registerAsOf when the register was last known to be current
 * @param cursor the newest change of the register that was in
 * @param stale true if the last good register answered because industry-service was down
 * @param enterprises how many were judged
 * @param illustrative true while any item is illustrative
 * @param lines every programme line with all items in force
 * @param lawful absent where too many enterprises are touched; a note says so
 * @param notes how to read the figures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Simulation(
        String id,
        String hash,
        Instant createdAt,
        String createdBy,
        LocalDate asOf,
        Basis basis,
        Instant registerAsOf,
        long cursor,
        @Nullable Boolean stale,
        int enterprises,
        boolean illustrative,
        List<ItemImpact> items,
        List<LineImpact> lines,
        Totals totals,
        @Nullable Lawful lawful,
        List<Text> notes) {

    /** DECLARED takes what an enterprise says of itself, PROVEN takes that as unknown. */
    enum Basis {
        DECLARED,
        PROVEN
    }

    enum Kind {
        CHANGED,
        NEW,
        CLOSED
    }

    /**
     * Counts of verdicts and the cost.
     *
     * @param version the item's published version; absent for what is not published, and in groups
     * @param possible absent if nothing bounds it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            @Nullable Integer version,
            int eligible,
            int undetermined,
            int ineligible,
            Money certain,
            @Nullable Money possible) {}

    /** @param code a cluster or size class, NONE where an enterprise has none */
    record Group(
            String code,
            Side before,
            Side after,
            int newlyIn,
            int newlyOut,
            int newlyUndetermined,
            int ruledOut,
            int changedAmount) {}

    /**
     * One changed item.
     *
     * @param before absent where it is new
     * @param after absent where it is closed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemImpact(
            String code,
            Text title,
            ProgrammeLine line,
            Kind kind,
            @Nullable String draft,
            @Nullable Side before,
            @Nullable Side after,
            int newlyIn,
            int newlyOut,
            int newlyUndetermined,
            int ruledOut,
            int changedAmount,
            List<Group> byCluster,
            List<Group> bySizeClass) {}

    /**
     * By how much free money is short; a member is absent where it is not short.
     *
     * @param unbounded true if nothing bounds the possible cost
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Short(
            @Nullable Money certain,
            @Nullable Money possible,
            @Nullable Boolean unbounded) {}

    /** What one item takes of a line after the change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(
            String code,
            Text title,
            boolean changed,
            Money certain,
            @Nullable Money possible) {}

    /**
     * @param free absent where it was not given: then nothing is compared
     * @param shortBefore absent where free money was enough before
     * @param shortAfter absent where free money is enough
     * @param items the items that take the line's money after the change, dearest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineImpact(
            ProgrammeLine line,
            Cost before,
            Cost after,
            @Nullable Money free,
            @Nullable Short shortBefore,
            @Nullable Short shortAfter,
            List<Share> items) {}

    /** @param free absent unless it was given for every line */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Totals(Cost before, Cost after, @Nullable Money free) {}

    /**
     * The certain cost of the enterprises that the change touches, each with its best lawful combination of all items:
     * exclusive groups, what it had before, and the yearly cap.
     */
    record Lawful(int enterprises, Money before, Money after) {}
}
