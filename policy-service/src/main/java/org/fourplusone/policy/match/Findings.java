package org.fourplusone.policy.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.policy.rule.Wording;
import org.springframework.stereotype.Component;

/** Judges one enterprise on proven facts, with the reasons. */
@Component
public class Findings {

    private static final String CLUSTER = "ent.cluster";

    private final Items items;

    Findings(Items items) {
        this.items = items;
    }

    /** @param asOf the date to speak for; its year is the policy year */
    public Finding of(Enterprise enterprise, Item item, LocalDate asOf) {
        Judgement proven = judge(enterprise, item, asOf, true);
        Judgement.OfRecord best = proven.best();
        boolean certain = proven.verdict() == Verdict.ELIGIBLE;
        boolean exact = certain && proven.award().isExact();
        boolean doubtful = proven.verdict() == Verdict.UNDETERMINED || certain && !exact;
        Judgement declared = doubtful ? judge(enterprise, item, asOf, false) : proven;
        boolean summed =
                item.formula() instanceof SumOfItems && proven.records().size() > 1;
        Truth own = own(item, best.facts()).and(best.reached());
        return new Finding(
                proven.verdict(),
                declared.verdict(),
                summed ? null : best.ref(),
                exact ? proven.award().low() : null,
                own == Truth.TRUE,
                isSpokenFor(item, best.facts()),
                best.rule() == Truth.TRUE
                        && (best.standing().open() == Truth.FALSE
                                || best.standing().paid().isPositive()
                                        && best.award().isPositive() == Truth.FALSE),
                doubtful ? named(DecidingFacts.missing(item, declared.best())) : List.of(),
                doubtful ? named(DecidingFacts.unverified(item, declared.best())) : List.of(),
                commonUnmet(item, best.facts()));
    }

    private Judgement judge(Enterprise enterprise, Item item, LocalDate asOf, boolean provenOnly) {
        return new Judge(items, enterprise.view(asOf.getYear(), provenOnly, items.dictionary())).judge(item);
    }

    /** What the item itself asks, without the conditions that all items share. */
    private static Truth own(Item item, Facts facts) {
        Truth truth = Truth.TRUE;
        List<Condition> parts = item.rule() instanceof Condition.All all ? all.of() : List.of(item.rule());
        for (Condition part : parts) {
            if (!(part instanceof Comparison leaf && leaf.common())) {
                truth = truth.and(part.judge(facts));
            }
        }
        return truth;
    }

    /** Where an item asks for a record, only what is known of such a record speaks for the enterprise. */
    private static boolean isSpokenFor(Item item, Facts facts) {
        return item.leaves().stream()
                .anyMatch(leaf -> !leaf.common()
                        && !leaf.fact().key().equals(CLUSTER)
                        && (item.record() == null || leaf.fact().subject() == item.record())
                        && leaf.judge(facts) == Truth.TRUE);
    }

    private static List<Finding.Named> commonUnmet(Item item, Facts facts) {
        List<Finding.Named> unmet = new ArrayList<>();
        for (Comparison leaf : item.leaves()) {
            if (leaf.common() && leaf.judge(facts) == Truth.FALSE) {
                unmet.add(new Finding.Named(leaf.fact().key(), Wording.sentence(leaf, facts.policyYear())));
            }
        }
        return unmet;
    }

    private static List<Finding.Named> named(List<DecidingFacts.FactRef> facts) {
        return facts.stream()
                .map(fact -> new Finding.Named(fact.key(), fact.name()))
                .toList();
    }
}
