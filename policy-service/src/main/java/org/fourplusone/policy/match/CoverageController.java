package org.fourplusone.policy.match;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
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
    private final Register register;
    private final RegisterFeed feed;
    private final Clock clock;
    private volatile @Nullable Coverage last;

    CoverageController(Items items, Register register, RegisterFeed feed, Clock clock) {
        this.items = items;
        this.register = register;
        this.feed = feed;
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
            @Nullable Money high) {}

    record ItemCount(String code, int version, Text title, int eligible, int undetermined, int ineligible) {}

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
    Page<EligibleView> eligible(@PathVariable String code, Paging paging) {
        LocalDate today = LocalDate.now(clock);
        Item item = items.require(code, today);
        boolean proven = item.track() == Item.Track.NO_APPLICATION;
        feed.catchUp();
        List<EligibleView> eligible = new ArrayList<>();
        for (Enterprise enterprise : register.all()) {
            Judgement judged = new Judge(items, view(enterprise, today, proven)).judge(item);
            if (judged.verdict() == Verdict.ELIGIBLE) {
                boolean exact = judged.award().isExact();
                eligible.add(new EligibleView(
                        enterprise.creditCode(),
                        enterprise.name(),
                        enterprise.cluster(),
                        enterprise.sizeClass(),
                        judged.best().ref(),
                        exact ? judged.award().low() : null,
                        judged.award().low(),
                        judged.award().high()));
            }
        }
        return Page.cut(eligible, paging);
    }

    private Enterprise.View view(Enterprise enterprise, LocalDate day, boolean proven) {
        return enterprise.view(day.getYear(), proven, items.dictionary());
    }

    /** How many enterprises are eligible, undetermined and ineligible for each item today. */
    @GetMapping("/coverage")
    @Operation(summary = "Counts of eligible, undetermined and ineligible enterprises for each item")
    Coverage coverage() {
        RegisterFeed.Freshness freshness = feed.catchUp();
        LocalDate today = LocalDate.now(clock);
        Coverage known = last;
        if (known != null && known.cursor == register.cursor() && known.asOf.equals(today) && !freshness.stale()) {
            return known;
        }
        long cursor = register.cursor();
        List<Item> inForce = items.inForce(today);
        int[][] counts = new int[inForce.size()][Verdict.values().length];
        List<Enterprise> all = register.all();
        for (Enterprise enterprise : all) {
            Judge judge = new Judge(items, view(enterprise, today, false));
            for (int i = 0; i < inForce.size(); i++) {
                counts[i][judge.judge(inForce.get(i)).verdict().ordinal()]++;
            }
        }
        List<ItemCount> rows = new ArrayList<>();
        for (int i = 0; i < inForce.size(); i++) {
            Item item = inForce.get(i);
            rows.add(new ItemCount(
                    item.code(),
                    item.version(),
                    item.title(),
                    counts[i][Verdict.ELIGIBLE.ordinal()],
                    counts[i][Verdict.UNDETERMINED.ordinal()],
                    counts[i][Verdict.INELIGIBLE.ordinal()]));
        }
        Coverage coverage = new Coverage(
                today,
                cursor,
                all.size(),
                inForce.stream().anyMatch(Item::illustrative),
                freshness.stale() ? true : null,
                freshness.asOf(),
                rows);
        last = coverage;
        return coverage;
    }
}
