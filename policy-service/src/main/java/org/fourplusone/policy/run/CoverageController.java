package org.fourplusone.policy.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.column.ConditionCounts;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.column.WholeRegister;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paged;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The whole register against items: who is eligible for one, and how many for each. */
@RestController
@Tag(name = "Register")
class CoverageController {

    private final Items items;
    private final WholeRegister whole;
    private final Clock clock;

    CoverageController(Items items, WholeRegister whole, Clock clock) {
        this.items = items;
        this.whole = whole;
        this.clock = clock;
    }

    record EligibleView(
            String creditCode,
            String name,
            @Nullable String cluster,
            @Nullable String sizeClass,
            @Nullable String record,
            @Nullable Money amount,
            Money low,
            @Nullable Money high) {

        static EligibleView of(Enterprise enterprise, Judgement judged) {
            Award award = judged.award();
            return new EligibleView(
                    enterprise.creditCode(),
                    enterprise.name(),
                    enterprise.cluster(),
                    enterprise.sizeClass(),
                    judged.best().ref(),
                    award.isExact() ? award.low() : null,
                    award.low(),
                    award.high());
        }
    }

    /**
     * @param version of the item that was judged
     * @param provenOnly true where nobody applies: then only proven facts count
     */
    record Eligible(
            String code,
            int version,
            LocalDate asOf,
            boolean provenOnly,
            boolean illustrative,
            @Nullable Boolean stale,
            Instant registerAsOf,
            @JsonUnwrapped Page<EligibleView> page)
            implements Paged {}

    record ItemCount(String code, int version, Text title, int eligible, int undetermined, int ineligible) {

        static ItemCount of(ItemRun run) {
            return new ItemCount(
                    run.item().code(),
                    run.item().version(),
                    run.item().title(),
                    run.count(Verdict.ELIGIBLE),
                    run.count(Verdict.UNDETERMINED),
                    run.count(Verdict.INELIGIBLE));
        }
    }

    /**
     * @param enterprises how many were judged, each against every item
     * @param illustrative true while any item is illustrative
     */
    record Coverage(
            LocalDate asOf,
            long cursor,
            int enterprises,
            boolean illustrative,
            @Nullable Boolean stale,
            Instant registerAsOf,
            List<ItemCount> items) {}

    /**
     * The enterprises that are eligible for an item today, by credit code. Where nobody applies, only proven facts
     * count: what an enterprise merely declares proves nothing.
     */
    @GetMapping("/items/{code}/eligible")
    @Operation(summary = "Enterprises of the register that are eligible for an item today, one page")
    Eligible eligible(@PathVariable String code, Paging paging) {
        LocalDate today = LocalDate.now(clock);
        Item item = items.require(code, today);
        boolean proven = item.track() == Item.Track.NO_APPLICATION;
        RegisterRun run = whole.verdicts(List.of(item), today, proven);
        ItemRun judged = run.items().get(0);
        List<Enterprise> eligible = new ArrayList<>();
        for (int row = 0; row < run.size(); row++) {
            if (judged.verdict(row) == Verdict.ELIGIBLE) {
                eligible.add(run.enterprise(row));
            }
        }
        return new Eligible(
                item.code(),
                item.version(),
                today,
                proven,
                item.illustrative(),
                run.stale() ? true : null,
                run.registerAsOf(),
                Page.cut(eligible, paging).map(each -> EligibleView.of(each, whole.judge(each, item, today, proven))));
    }

    /** What keeps the register out of an item, condition by condition. */
    @GetMapping("/items/{code}/conditions")
    @Operation(
            summary =
                    "How many of the register meet each condition of an item, and for how many it is the only obstacle")
    ConditionCounts conditions(@PathVariable String code) {
        LocalDate today = LocalDate.now(clock);
        return whole.conditions(items.require(code, today), today, false);
    }

    /** How many enterprises are eligible, undetermined and ineligible for each item today. */
    @GetMapping("/coverage")
    @Operation(summary = "Counts of eligible, undetermined and ineligible enterprises for each item")
    Coverage coverage() {
        LocalDate today = LocalDate.now(clock);
        RegisterRun run = whole.verdicts(items.inForce(today), today, false);
        return new Coverage(
                today,
                run.cursor(),
                run.size(),
                run.items().stream().anyMatch(each -> each.item().illustrative()),
                run.stale() ? true : null,
                run.registerAsOf(),
                run.items().stream().map(ItemCount::of).toList());
    }
}
