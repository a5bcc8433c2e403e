package org.fourplusone.policy.sql;

import java.util.EnumSet;
import java.util.Set;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement reads facts: the enterprise's at {@code e}, those of the record that is judged at {@code r}, and
 * those of a loan's project at {@code p}. Facts of other records are unknown.
 *
 * @param record the kind of record that is judged, or null
 * @param absent true where there is known to be no such record
 * @param policyYear what {@code $POLICY_YEAR} stands for
 */
record Place(@Nullable Subject record, boolean absent, int policyYear) {

    /** Whether the fact is known not to exist. */
    boolean isNone(FactDefinition fact) {
        return absent && isOfRecord(fact);
    }

    private boolean isOfRecord(FactDefinition fact) {
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        if (record != null) {
            subjects.add(record);
            if (record == Subject.LOAN) {
                subjects.add(Subject.PROJECT);
            }
        }
        return subjects.contains(fact.subject());
    }

    /** The fact's value. */
    String value(FactDefinition fact) {
        return at(fact, FactTables.column(fact));
    }

    /** Of a fact that is a set: whether the code is among its values. */
    String holds(FactDefinition set, String code) {
        return set.values().containsKey(code)
                ? at(set, FactTables.column(set, code))
                : Logic.whereKnown(anyColumn(set), false);
    }

    /** A value that is NULL just where the fact is unknown. */
    String anyColumn(FactDefinition fact) {
        return fact.type() == FactType.SET
                ? at(
                        fact,
                        FactTables.column(
                                fact, fact.values().keySet().iterator().next()))
                : value(fact);
    }

    private String at(FactDefinition fact, String column) {
        if (fact.subject() == Subject.ENTERPRISE) {
            return "e." + column;
        }
        if (!isOfRecord(fact) || absent) {
            return "NULL";
        }
        return (fact.subject() == record ? "r." : "p.") + column;
    }
}
