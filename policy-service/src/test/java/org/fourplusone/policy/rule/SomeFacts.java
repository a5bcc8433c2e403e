package org.fourplusone.policy.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Facts for a test: what is put is known, what is none is known not to exist, all else is unknown. */
public final class SomeFacts implements Facts {

    private final Dictionary dictionary;
    private final Map<String, Seen> seen = new HashMap<>();
    private int year = 2026;

    public SomeFacts(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    public SomeFacts put(String key, Object value) {
        FactDefinition fact = dictionary.require(key);
        seen.put(key, new Seen.Known(fact.read(value), "TEST", true));
        return this;
    }

    public SomeFacts none(String... keys) {
        Set.of(keys).forEach(key -> seen.put(key, Seen.NONE));
        return this;
    }

    public SomeFacts year(int policyYear) {
        this.year = policyYear;
        return this;
    }

    /** The same facts, to be changed by themselves. */
    SomeFacts copy() {
        SomeFacts copy = new SomeFacts(dictionary);
        copy.seen.putAll(seen);
        copy.year = year;
        return copy;
    }

    @Override
    public Seen see(FactDefinition fact) {
        return seen.getOrDefault(fact.key(), Seen.UNKNOWN);
    }

    @Override
    public int policyYear() {
        return year;
    }
}
