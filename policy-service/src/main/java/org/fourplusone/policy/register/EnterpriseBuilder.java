package org.fourplusone.policy.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** Puts an enterprise together, fact by fact. */
public final class EnterpriseBuilder {

    private final Dictionary dictionary;
    private final String creditCode;
    private final String name;
    private final @Nullable String cluster;
    private @Nullable String sizeClass;
    private final StoredFacts.Builder own = new StoredFacts.Builder();
    private final Map<Subject, List<Enterprise.Entry>> records = new EnumMap<>(Subject.class);
    private final List<AwardEntry> awards = new ArrayList<>();

    public EnterpriseBuilder(Dictionary dictionary, String creditCode, String name, @Nullable String cluster) {
        this.dictionary = dictionary;
        this.creditCode = creditCode;
        this.name = name;
        this.cluster = cluster;
    }

    /** The primary cluster as a fact of its own; {@code NONE} where it is known that there is none. */
    public EnterpriseBuilder clusterKnown() {
        dictionary
                .find("ent.cluster")
                .ifPresent(fact -> own.add(
                        fact,
                        0,
                        new Seen.Known(new FactValue.Code(cluster == null ? "NONE" : cluster), "REGISTER", true)));
        return this;
    }

    public EnterpriseBuilder sizeClass(@Nullable String code) {
        this.sizeClass = code;
        return this;
    }

    /** @param year the fact's year, or 0 for a fact without one */
    public EnterpriseBuilder fact(FactDefinition fact, int year, Seen.Known value) {
        own.add(fact, year, value);
        return this;
    }

    /** Records of this kind are known, even if none follows. */
    public EnterpriseBuilder known(Subject subject) {
        records.computeIfAbsent(subject, key -> new ArrayList<>());
        return this;
    }

    EnterpriseBuilder entry(Subject subject, String ref, StoredFacts facts) {
        known(subject);
        List<Enterprise.Entry> entries = records.get(subject);
        if (entries != null) {
            entries.add(new Enterprise.Entry(ref, facts));
        }
        return this;
    }

    public EnterpriseBuilder entry(Subject subject, String ref, int year, Map<FactDefinition, FactValue> facts) {
        StoredFacts.Builder stored = new StoredFacts.Builder();
        facts.forEach((fact, value) ->
                stored.add(fact, fact.annual() ? year : 0, new Seen.Known(value, "ENTERPRISE", false)));
        return entry(subject, ref, stored.build());
    }

    public EnterpriseBuilder award(AwardEntry award) {
        awards.add(award);
        return this;
    }

    public Enterprise build() {
        return new Enterprise(creditCode, name, cluster, sizeClass, own.build(), records, awards);
    }
}
