package org.fourplusone.policy.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.register.AwardEntry;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.EnterpriseBuilder;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SomeFacts;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;

/**
 * Enterprises with projects, honours, loans, leases and earlier awards, each close to fitting some items: most of the
 * conditions are met, some just missed, some unknown.
 */
final class RandomEnterprises {

    private static final List<String> AMOUNTS = List.of("0.00", "50000.00", "100000.00", "1000000.00", "5000000.00");

    private final Dictionary dictionary;
    private final List<Item> items;
    private final RandomFacts values;
    private final Random random;
    private int drawn;

    RandomEnterprises(Dictionary dictionary, List<Item> items, long seed) {
        this.dictionary = dictionary;
        this.items = items;
        this.values = new RandomFacts(dictionary, seed);
        this.random = new Random(seed);
    }

    Enterprise next() {
        String code = "%018d".formatted(++drawn);
        EnterpriseBuilder enterprise = new EnterpriseBuilder(dictionary, code, "示例", null);
        List<Item> targets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            targets.add(items.get(random.nextInt(items.size())));
        }
        facts(Subject.ENTERPRISE, targets, 300)
                .forEach((fact, value) -> enterprise.fact(
                        fact,
                        fact.annual() ? RandomFacts.YEAR : 0,
                        new Seen.Known(value, "TEST", random.nextBoolean())));
        List<String> claims = new ArrayList<>(List.of("ENTERPRISE", "YEAR:2026", "INVOICE:1"));
        for (Subject subject : Subject.values()) {
            if (subject.isRecord() && random.nextInt(8) != 0) {
                enterprise.known(subject);
                for (int i = random.nextInt(4); i > 0; i--) {
                    Item target = target(targets, subject);
                    String ref = subject.name().charAt(0) + "-" + i;
                    Map<FactDefinition, FactValue> facts = facts(subject, List.of(target), 150);
                    dictionary
                            .find("loan.project")
                            .filter(facts::containsKey)
                            .ifPresent(link -> facts.put(
                                    link, new FactValue.Code("P-" + (1 + random.nextInt(3) * random.nextInt(2)))));
                    enterprise.entry(subject, ref, RandomFacts.YEAR, facts);
                    claims.add(subject + ":" + ref);
                    claims.add("RECORD:" + ref);
                    dictionary
                            .find("honour.object")
                            .map(facts::get)
                            .ifPresent(object -> claims.add("OBJECT:" + ((FactValue.Code) object).value()));
                }
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Item granted = random.nextBoolean()
                    ? targets.get(random.nextInt(targets.size()))
                    : items.get(random.nextInt(items.size()));
            enterprise.award(new AwardEntry(
                    code + "-" + i,
                    granted.code(),
                    Money.parse(AMOUNTS.get(random.nextInt(AMOUNTS.size()))),
                    random.nextInt(4) != 0,
                    RandomFacts.YEAR - random.nextInt(2),
                    List.of(claims.get(random.nextInt(claims.size())))));
        }
        return enterprise.build();
    }

    /** One of them, if possible one that reads such records. */
    private Item target(List<Item> targets, Subject subject) {
        List<Item> reading = targets.stream()
                .filter(item ->
                        item.leaves().stream().anyMatch(leaf -> leaf.fact().subject() == subject))
                .toList();
        List<Item> some = reading.isEmpty() ? targets : reading;
        return some.get(random.nextInt(some.size()));
    }

    private Map<FactDefinition, FactValue> facts(Subject subject, List<Item> targets, int unknownPerMille) {
        Map<FactDefinition, FactValue> facts = new HashMap<>();
        for (FactDefinition fact : dictionary.facts()) {
            if (fact.subject() == subject && random.nextInt(1000) >= unknownPerMille) {
                facts.put(fact, values.value(fact));
            }
        }
        for (Item target : targets) {
            for (Comparison leaf : target.leaves()) {
                if (leaf.fact().subject() == subject && random.nextInt(100) < 97) {
                    met(leaf).ifPresent(value -> facts.put(leaf.fact(), value));
                }
            }
        }
        return facts;
    }

    /** Some value that meets the comparison, if one is soon found. */
    private Optional<FactValue> met(Comparison leaf) {
        for (int i = 0; i < 16; i++) {
            FactValue value = values.value(leaf.fact());
            SomeFacts facts = new SomeFacts(dictionary).year(RandomFacts.YEAR);
            facts.put(leaf.fact().key(), value.json());
            if (leaf.judge(facts) == Truth.TRUE) {
                boolean orMore = leaf.op() == Op.GT || leaf.op() == Op.GTE;
                return Optional.of(orMore && random.nextBoolean() ? more(leaf.fact(), (FactValue.Num) value) : value);
            }
        }
        return Optional.empty();
    }

    private FactValue more(FactDefinition fact, FactValue.Num least) {
        BigDecimal most = fact.max() == null ? least.value() : fact.max();
        return new FactValue.Num(
                least.value().add(BigDecimal.valueOf(random.nextInt(3_000_000))).min(most));
    }
}
