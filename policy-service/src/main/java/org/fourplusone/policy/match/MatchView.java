package org.fourplusone.policy.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A match answer.
 *
 * @param asOf the date it speaks for
 * @param stale true if industry-service was down and the last good register answered
 * @param registerAsOf when the register was last current; null for facts in the request
 */
record MatchView(
        EnterpriseView enterprise,
        LocalDate asOf,
        int policyYear,
        boolean illustrative,
        @Nullable Boolean stale,
        @Nullable Instant registerAsOf,
        List<ItemView> items,
        CombinationView combination) {

    record EnterpriseView(
            @Nullable String creditCode,
            @Nullable String name,
            @Nullable String cluster,
            @Nullable String sizeClass) {}

    /**
     * @param capLeft what the yearly cap of the enterprise leaves
     * @param linesIgnored true if no free money was given: then the lines do not limit the choice
     * @param proven true if no lawful combination pays more
     */
    record CombinationView(
            Money total,
            List<ChosenView> chosen,
            List<LeftView> left,
            Money yearCap,
            Money capLeft,
            boolean linesIgnored,
            boolean proven) {}

    record ChosenView(String code, Money amount, @Nullable String record) {}

    /** @param why a stable code for the reason */
    record LeftView(String code, Text reason, String why) {}

    static MatchView of(Match match, LocalDate asOf, EnterpriseView enterprise) {
        return new MatchView(
                enterprise,
                asOf,
                asOf.getYear(),
                match.items().stream().anyMatch(each -> each.judged().item().illustrative()),
                null,
                null,
                match.items().stream().map(ItemView::of).toList(),
                match.combination());
    }

    MatchView asOf(boolean isStale, Instant register) {
        return new MatchView(
                enterprise, asOf, policyYear, illustrative, isStale ? true : null, register, items, combination);
    }
}
