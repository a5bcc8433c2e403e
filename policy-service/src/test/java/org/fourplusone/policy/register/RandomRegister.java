package org.fourplusone.policy.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;

/**
 * Enterprises drawn at random, each leaning towards one item of the catalogue so that verdicts of all kinds occur; some
 * facts unknown, some only declared, some of another year, some granted before. The same seed draws the same ones.
 */
public final class RandomRegister {

    private static final String[] CLUSTERS = {"NEV", "BIOFOOD", "SMARTEQ", "HEALTH_LEISURE", "STEELPIPE"};
    private static final String[] SIZES = {"LARGE", "MEDIUM", "SMALL", "MICRO"};
    private static final int YEAR = RandomFacts.YEAR;

    private final Dictionary dictionary;
    private final List<Item> items = CatalogueItems.read();
    private final RandomFacts facts;
    private final Random random;
    private final boolean withAwards;
    private int number;

    public RandomRegister(Dictionary dictionary, long seed) {
        this(dictionary, seed, true);
    }

    /** @param withAwards false for enterprises that were granted nothing before; all else is drawn the same */
    public RandomRegister(Dictionary dictionary, long seed, boolean withAwards) {
        this.withAwards = withAwards;
        this.dictionary = dictionary;
        this.facts = new RandomFacts(dictionary, seed);
        this.random = new Random(seed);
    }

    public List<Enterprise> next(int count) {
        List<Enterprise> enterprises = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            enterprises.add(next());
        }
        return enterprises;
    }

    /** The next one; credit codes ascend. */
    public Enterprise next() {
        Item leaning = items.get(random.nextInt(items.size()));
        Map<FactDefinition, FactValue> wished = wished(leaning);
        String cluster = random.nextInt(10) == 0 ? null : CLUSTERS[random.nextInt(CLUSTERS.length)];
        FactDefinition ofCluster = dictionary.require("ent.cluster");
        if (wished.get(ofCluster) instanceof FactValue.Code code
                && !code.value().equals("NONE")) {
            cluster = code.value();
        }
        EnterpriseBuilder enterprise = new EnterpriseBuilder(
                        dictionary, String.format("9137%014d", number++), "企业" + number, cluster)
                .sizeClass(SIZES[random.nextInt(SIZES.length)]);
        if (random.nextInt(20) > 0) {
            enterprise.clusterKnown();
        }
        for (FactDefinition fact : dictionary.facts()) {
            if (fact.subject() == Subject.ENTERPRISE && !fact.equals(ofCluster)) {
                state(fact, wished, value -> enterprise.fact(fact, year(fact), value));
            }
        }
        for (Subject subject : Subject.values()) {
            if (subject.isRecord() && (subject == leaning.record() || random.nextInt(3) == 0)) {
                records(subject, subject == leaning.record(), wished, enterprise);
            }
        }
        if (random.nextInt(12) == 0) {
            AwardEntry award = new AwardEntry(
                    "F-" + number,
                    items.get(random.nextInt(items.size())).code(),
                    Money.ofYuan(10_000L * (1 + random.nextInt(30))),
                    random.nextInt(5) > 0,
                    YEAR - random.nextInt(3),
                    List.of("RECORD:P-1", "PROJECT:P-1", "HONOUR:H-1"));
            if (withAwards) {
                enterprise.award(award);
            }
        }
        return enterprise.build();
    }

    private void records(
            Subject subject, boolean isWished, Map<FactDefinition, FactValue> wished, EnterpriseBuilder enterprise) {
        enterprise.known(subject);
        int count = random.nextInt(isWished ? 4 : 2);
        for (int i = 1; i <= count; i++) {
            StoredFacts.Builder stored = new StoredFacts.Builder();
            for (FactDefinition fact : dictionary.facts()) {
                if (fact.key().equals("loan.project")) {
                    stored.add(fact, 0, new Seen.Known(new FactValue.Code("P-1"), "BANK", true));
                } else if (fact.subject() == subject) {
                    state(fact, wished, value -> stored.add(fact, year(fact), value));
                }
            }
            enterprise.entry(subject, subject.name().charAt(0) + "-" + i, stored.build());
        }
    }

    private interface Statement {
        void of(Seen.Known value);
    }

    private void state(FactDefinition fact, Map<FactDefinition, FactValue> wished, Statement statement) {
        if (random.nextInt(100) < 6) {
            return;
        }
        FactValue value = random.nextInt(12) > 0 ? wished.get(fact) : null;
        statement.of(new Seen.Known(
                value == null ? facts.value(fact) : value,
                random.nextBoolean() ? "TAX" : "ENTERPRISE",
                random.nextInt(10) > 0));
    }

    private int year(FactDefinition fact) {
        return !fact.annual() ? 0 : random.nextInt(12) == 0 ? YEAR - 1 : YEAR;
    }

    /** For each fact that the item compares a value that meets the comparison. */
    private Map<FactDefinition, FactValue> wished(Item item) {
        Map<FactDefinition, FactValue> wished = new HashMap<>();
        for (Comparison leaf : item.leaves()) {
            for (int i = 0; i < 12; i++) {
                FactValue value = facts.value(leaf.fact());
                if (leaf.judge(only(leaf.fact(), value)) == Truth.TRUE) {
                    wished.put(leaf.fact(), value);
                    break;
                }
            }
        }
        return wished;
    }

    private static Facts only(FactDefinition known, FactValue value) {
        return new Facts() {
            @Override
            public Seen see(FactDefinition fact) {
                return fact.equals(known) ? new Seen.Known(value, "TEST", true) : Seen.UNKNOWN;
            }

            @Override
            public int policyYear() {
                return YEAR;
            }
        };
    }
}
