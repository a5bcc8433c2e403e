package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Facts drawn at and beside the thresholds of the catalogue; some unknown, and now and then known that there is no
 * project, honour, loan or lease. The same seed draws the same facts.
 */
public final class RandomFacts {

    /** The policy year of all drawn facts. */
    public static final int YEAR = 2026;

    private final Dictionary dictionary;
    private final Thresholds thresholds;
    private final Random random;

    public RandomFacts(Dictionary dictionary, long seed) {
        this.dictionary = dictionary;
        this.thresholds = new Thresholds(dictionary);
        this.random = new Random(seed);
    }

    /** The next facts: immutable, all of the policy year {@value #YEAR}. */
    public Facts next() {
        return next(65);
    }

    /** Facts without an unknown one; records may still be known to be none. */
    public Facts nextKnown() {
        return next(0);
    }

    private Facts next(int unknownPerMille) {
        Map<Subject, Boolean> none = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            none.put(subject, subject.isRecord() && random.nextInt(12) == 0);
        }
        Seen[] seen = new Seen[dictionary.size()];
        for (FactDefinition fact : dictionary.facts()) {
            seen[fact.index()] = none.get(fact.subject())
                    ? Seen.NONE
                    : random.nextInt(1000) < unknownPerMille
                            ? Seen.UNKNOWN
                            : new Seen.Known(value(fact), "TEST", random.nextBoolean());
        }
        return new Drawn(seen);
    }

    /** One value of this fact. */
    public FactValue value(FactDefinition fact) {
        if (fact.type() != FactType.SET) {
            return thresholds.near(fact, random);
        }
        List<String> codes = new ArrayList<>();
        for (String code : fact.values().keySet()) {
            if (random.nextBoolean()) {
                codes.add(code);
            }
        }
        return new FactValue.Codes(codes);
    }

    private record Drawn(Seen[] seen) implements Facts {

        @Override
        public Seen see(FactDefinition fact) {
            return seen[fact.index()];
        }

        @Override
        public int policyYear() {
            return YEAR;
        }
    }
}
