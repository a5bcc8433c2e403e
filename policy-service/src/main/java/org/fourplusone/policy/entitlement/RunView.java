package org.fourplusone.policy.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is answered.
 *
 * @param stale true if it was judged on the last good register; absent otherwise
 * @param sum of the included enterprises' exact amounts
 * @param version the entity tag's number
 */
record RunView(
        String id,
        String item,
        int itemVersion,
        Text title,
        Item.ProgrammeLine line,
        boolean illustrative,
        int policyYear,
        LocalDate asOf,
        long cursor,
        Instant registerAsOf,
        @Nullable Boolean stale,
        EntitlementRun.State state,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        CountsView counts,
        Money sum,
        long version) {

    /**
     * @param judged enterprises of the register
     * @param excluded listed with a reason
     * @param unfit plainly do not fit, not listed
     * @param unknown nothing in the register speaks for them, not listed
     */
    record CountsView(
            int judged, int included, int excluded, int unfit, int unknown, Map<Exclusion, Integer> reasons) {}

    static RunView of(EntitlementRun run, EntitlementRuns.@Nullable Counts counted) {
        EntitlementRuns.Counts counts = counted == null ? new EntitlementRuns.Counts(0, Map.of(), Money.ZERO) : counted;
        return new RunView(
                run.id(),
                run.item(),
                run.itemVersion(),
                run.title(),
                run.line(),
                run.illustrative(),
                run.policyYear(),
                run.asOf(),
                run.cursor(),
                run.registerAsOf(),
                run.stale() ? true : null,
                run.state(),
                run.createdBy(),
                run.createdAt(),
                run.decidedBy(),
                run.decidedAt(),
                new CountsView(
                        run.judged(),
                        counts.included(),
                        counts.excluded().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        run.unfit(),
                        run.unknown(),
                        new LinkedHashMap<>(counts.excluded())),
                counts.sum(),
                run.version());
    }

    /**
     * @param amount exact; absent where it is not
     * @param reason why it is left out; absent if it is included
     * @param text the reason in words
     * @param takenOut by which officer, when
     */
    record RowView(
            String creditCode,
            String name,
            @Nullable String record,
            @Nullable Money amount,
            boolean included,
            @Nullable Exclusion reason,
            @Nullable Text text,
            @Nullable List<FactView> facts,
            @Nullable TakenView takenOut) {

        static RowView of(Listed row) {
            Exclusion exclusion = row.exclusion();
            Listed.Taken taken = row.taken();
            return new RowView(
                    row.creditCode(),
                    row.name(),
                    row.record(),
                    row.amount(),
                    row.included(),
                    exclusion,
                    exclusion == null ? null : exclusion.text(row.named(), taken == null ? null : taken.why()),
                    row.named().isEmpty()
                            ? null
                            : row.named().stream()
                                    .map(each -> new FactView(each.key(), each.name()))
                                    .toList(),
                    taken == null ? null : new TakenView(taken.by(), taken.name(), taken.at()));
        }
    }

    record FactView(String key, Text name) {}

    record TakenView(String by, String name, Instant at) {}
}
