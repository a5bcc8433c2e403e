package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.starter.money.Money;

/** An enterprise judged against items with every explanation, as values; {@link MatchView} tells it in words. */
record Match(List<ItemMatch> items, MatchView.CombinationView combination) {

    static Match of(Judge judge, Enterprise.View view, Money yearCap, Map<ProgrammeLine, Money> free) {
        List<Judgement> judgements = judge.all();
        List<ItemMatch> items = new ArrayList<>(judgements.size());
        for (Judgement each : judgements) {
            items.add(ItemMatch.of(each, view.own()));
        }
        return new Match(items, CombinationOf.combination(judgements, view, yearCap, free));
    }
}
