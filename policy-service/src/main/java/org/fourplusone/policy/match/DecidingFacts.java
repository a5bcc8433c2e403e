package org.fourplusone.policy.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** The facts that an item's verdict and amount hang on, where they are not settled. */
final class DecidingFacts {

    private DecidingFacts() {}

    record FactRef(String key, @Nullable String record, Text name) {}

    /** Those that the enterprise only declared. */
    static List<FactRef> unverified(Item item, Judgement.OfRecord judged) {
        return deciding(item).stream()
                .filter(fact -> judged.facts().see(fact) instanceof Seen.Known known && !known.verified())
                .map(fact -> ref(fact, judged))
                .toList();
    }

    /** Those that nobody stated. */
    static List<FactRef> missing(Item item, Judgement.OfRecord judged) {
        return deciding(item).stream()
                .filter(fact -> judged.facts().see(fact) instanceof Seen.Unknown)
                .filter(fact -> !isStoodFor(fact, item, judged.facts()))
                .map(fact -> ref(fact, judged))
                .toList();
    }

    /** A measured fact whose planned one is known is not missing yet, nor the planned one once it is measured. */
    private static boolean isStoodFor(FactDefinition fact, Item item, Facts facts) {
        for (Comparison leaf : item.leaves()) {
            FactDefinition planned = leaf.planned();
            if (planned != null
                    && (fact.equals(leaf.fact()) || fact.equals(planned))
                    && !(leaf.seen(facts) instanceof Seen.Unknown)) {
                return true;
            }
        }
        return false;
    }

    private static Set<FactDefinition> deciding(Item item) {
        Set<FactDefinition> facts = new LinkedHashSet<>();
        item.leaves().forEach(leaf -> facts.add(leaf.fact()));
        facts.addAll(item.formula().facts());
        return facts;
    }

    private static FactRef ref(FactDefinition fact, Judgement.OfRecord judged) {
        return new FactRef(fact.key(), fact.subject() == Subject.ENTERPRISE ? null : judged.ref(), fact.name());
    }
}
