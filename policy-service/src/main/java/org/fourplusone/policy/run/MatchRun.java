package org.fourplusone.policy.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A run of items over the whole register, as stored.
 *
 * @param done blocks of the register that are judged, then items that are stored
 * @param total of these together; before it begins, the items alone
 * @param beatAt when the instance that runs it last said so
 * @param problem a stable code, where it failed
 */
record MatchRun(
        String id,
        State state,
        int done,
        int total,
        Instant startedAt,
        Instant beatAt,
        String startedBy,
        LocalDate asOf,
        Basis basis,
        @Nullable String problem,
        @Nullable Result result) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** DECLARED takes what an enterprise says of itself, PROVEN takes that as unknown. */
    enum Basis {
        DECLARED,
        PROVEN
    }

    /** @param possible absent if nothing bounds it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemResult(
            String code,
            int version,
            Text title,
            int eligible,
            int undetermined,
            int ineligible,
            Money certain,
            @Nullable Money possible) {

        static ItemResult of(ItemRun run) {
            return new ItemResult(
                    run.item().code(),
                    run.item().version(),
                    run.item().title(),
                    run.count(Verdict.ELIGIBLE),
                    run.count(Verdict.UNDETERMINED),
                    run.count(Verdict.INELIGIBLE),
                    Money.ofFen(run.certainFen()),
                    bounded(run.possibleFen()));
        }
    }

    /** What a line's items cost if everybody files for each of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineResult(
            ProgrammeLine line, Money certain, @Nullable Money possible) {}

    /**
     * @param cursor the newest change of the register that was in
     * @param stale true if the last good register answered because industry-service was down
     * @param illustrative true while any item is illustrative
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int enterprises,
            long cursor,
            Instant registerAsOf,
            @Nullable Boolean stale,
            boolean illustrative,
            List<ItemResult> items,
            List<LineResult> lines) {

        static Result of(RegisterRun run) {
            List<LineResult> lines = java.util.Arrays.stream(ProgrammeLine.values())
                    .map(line -> ofLine(line, run))
                    .toList();
            return new Result(
                    run.size(),
                    run.cursor(),
                    run.registerAsOf(),
                    run.stale() ? true : null,
                    run.items().stream().anyMatch(each -> each.item().illustrative()),
                    run.items().stream().map(ItemResult::of).toList(),
                    lines);
        }

        private static LineResult ofLine(ProgrammeLine line, RegisterRun run) {
            long certain = 0;
            long possible = 0;
            for (ItemRun each : run.items()) {
                if (each.item().line() == line) {
                    certain += each.certainFen();
                    long most = each.possibleFen();
                    possible = possible == ItemRun.UNBOUNDED || most == ItemRun.UNBOUNDED
                            ? ItemRun.UNBOUNDED
                            : possible + most;
                }
            }
            return new LineResult(line, Money.ofFen(certain), bounded(possible));
        }
    }

    static @Nullable Money bounded(long fen) {
        return fen == ItemRun.UNBOUNDED ? null : Money.ofFen(fen);
    }
}
