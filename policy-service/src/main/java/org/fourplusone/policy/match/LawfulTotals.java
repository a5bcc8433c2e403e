package org.fourplusone.policy.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.starter.money.Money;
import org.springframework.stereotype.Component;

/** What one enterprise may lawfully have of some items together. */
@Component
public class LawfulTotals {

    private final Items items;

    LawfulTotals(Items items) {
        this.items = items;
    }

    /**
     * The total of its best lawful combination of these items, least amounts counted: exclusive groups, what it had
     * before, and the yearly cap; free money of lines is not looked at.
     *
     * @param provenOnly takes what it merely declares as unknown
     * @param yearCap what it may have at most in a year
     */
    public Money of(Enterprise enterprise, List<Item> among, LocalDate asOf, boolean provenOnly, Money yearCap) {
        Enterprise.View view = enterprise.view(asOf.getYear(), provenOnly, items.dictionary());
        Judge judge = new Judge(items, view);
        List<Judgement> judged = among.stream().map(judge::judge).toList();
        return CombinationOf.combination(judged, view, yearCap, Map.of()).total();
    }
}
