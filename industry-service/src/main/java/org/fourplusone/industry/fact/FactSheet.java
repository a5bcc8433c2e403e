package org.fourplusone.industry.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.IndustryCode;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one enterprise: the newest version of each of its facts.
 *
 * @param facts facts of the enterprise itself and of its records
 * @param records its records
 * @param knownEmpty kinds of records that it is known not to have; a kind that is neither here nor among the records is
 *     unknown
 */
record FactSheet(List<Fact> facts, Set<RecordRef> records, Set<String> knownEmpty) {

    /** Facts that the register's own entry states; they cannot be declared while the entry has them. */
    static final Set<String> REGISTER_KEYS = Set.of("ent.sizeClass", "ent.industryCode", "ent.industrySection");

    static final String SIZE_CLASS = "ent.sizeClass";

    /** Folds the history of one enterprise, oldest first, and adds what its entry in the register says. */
    static FactSheet of(Enterprise enterprise, List<Fact> history) {
        Map<Fact.Identity, Fact> newest = new LinkedHashMap<>();
        Set<String> empty = new TreeSet<>();
        for (Fact fact : fromRegister(enterprise, history)) {
            RecordRef record = fact.record();
            if (fact.isNoneMarker() && record != null) {
                change(empty, record.kind(), "true".equals(fact.value()));
            } else if (fact.value() == null) {
                newest.remove(fact.identity());
            } else {
                newest.put(fact.identity(), fact);
            }
        }
        List<Fact> facts = List.copyOf(newest.values());
        Set<RecordRef> records = new LinkedHashSet<>();
        for (Fact fact : facts) {
            RecordRef record = fact.record();
            if (record != null) {
                records.add(record);
                empty.remove(record.kind());
            }
        }
        return new FactSheet(facts, records, empty);
    }

    private static List<Fact> fromRegister(Enterprise enterprise, List<Fact> history) {
        List<Fact> all = new ArrayList<>(history);
        if (enterprise.sizeClass() != null) {
            all.add(entry(SIZE_CLASS, enterprise.sizeClass().name()));
        }
        all.add(entry("ent.industryCode", enterprise.industryCode()));
        all.add(entry("ent.industrySection", IndustryCode.section(enterprise.industryCode())));
        return all;
    }

    private static Fact entry(String key, String value) {
        return new Fact(key, null, null, value, "REGISTER", true, null, "register");
    }

    private static void change(Set<String> set, String member, boolean present) {
        if (present) {
            set.add(member);
        } else {
            set.remove(member);
        }
    }

    @Nullable
    Fact find(Fact.Identity identity) {
        for (Fact fact : facts) {
            if (fact.identity().equals(identity)) {
                return fact;
            }
        }
        return null;
    }

    @Nullable
    String value(String key, @Nullable RecordRef record, @Nullable String period) {
        Fact fact = find(new Fact.Identity(record, key, period));
        return fact == null ? null : fact.value();
    }
}
