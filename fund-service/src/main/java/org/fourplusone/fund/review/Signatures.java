package org.fourplusone.fund.review;

import java.time.Instant;
import java.util.List;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.TopUp;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who has signed an award so far, and how many still have to. */
@Component
class Signatures {
    /** @param onBehalfOf the approver who delegated, where one did */
    record Signature(
            @Nullable String person,
            @Nullable String onBehalfOf,
            Instant at,
            Money amount,
            @Nullable String minute) {}

    /**
     * @param yearTotal what the enterprise has been awarded in the policy year, without this filing
     * @param total the year's total and the amount together: what the limits are compared with
     * @param most what may be approved now; null before the review and once it is approved
     * @param granted what other filings of the same top-up group were approved for; null where the item is no top-up
     * @param needed how many different approvers have to sign that amount
     */
    record Progress(
            Money amount,
            Money yearTotal,
            Money total,
            @Nullable Money most,
            @Nullable Money granted,
            int needed,
            boolean minuteNeeded,
            List<Signature> given,
            ApprovalLimits limits) {}

    private final Decisions decisions;
    private final YearTotal years;
    private final TopUp topUps;
    private final LimitBook book;

    Signatures(Decisions decisions, YearTotal years, TopUp topUps, LimitBook book) {
        this.decisions = decisions;
        this.years = years;
        this.topUps = topUps;
        this.book = book;
    }

    /** The signatures under the newest review, oldest first. */
    List<Signature> of(String filing) {
        List<Decisions.Decision> all = decisions.of(filing);
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() == Decisions.Kind.REVIEW) {
                from = i + 1;
            }
        }
        return all.subList(from, all.size()).stream()
                .filter(decision -> decision.kind() == Decisions.Kind.APPROVAL)
                .map(Signatures::read)
                .toList();
    }

    /** How far the approval of this amount is; without one, of the amount that was signed or reviewed. */
    Progress progress(Filing filing, @Nullable Money asked) {
        List<Signature> given = of(filing.id());
        Money held = years.of(filing);
        boolean isCounted = filing.approved() != null && !filing.state().isWithoutMoney();
        Money before = isCounted ? held.minus(filing.award()).max(Money.ZERO) : held;
        TopUp.Room room = room(filing);
        Money signed = amountOf(filing, given);
        Money amount = asked != null ? asked : room == null ? signed : signed.min(room.most());
        ApprovalLimits limits = book.today();
        Money total = before.plus(amount);
        return new Progress(
                amount,
                before,
                total,
                room == null ? null : room.most(),
                room == null ? null : room.granted(),
                limits.needed(total),
                limits.needsMinute(total),
                given,
                limits);
    }

    private TopUp.@Nullable Room room(Filing filing) {
        Money reviewed = filing.reviewed();
        return reviewed == null || filing.approved() != null ? null : topUps.of(filing, reviewed);
    }

    private static Money amountOf(Filing filing, List<Signature> given) {
        if (!given.isEmpty()) {
            return given.get(0).amount();
        }
        Money amount = filing.amount();
        return amount == null ? Money.ZERO : amount;
    }

    private static Signature read(Decisions.Decision decision) {
        JsonNode body = decision.body();
        return new Signature(
                decision.person(),
                text(body, "onBehalfOf"),
                decision.at(),
                Money.parse(body.path("amount").asString("0")),
                text(body, "minute"));
    }

    private static @Nullable String text(JsonNode body, String name) {
        return body.hasNonNull(name) ? body.path(name).asString() : null;
    }
}
