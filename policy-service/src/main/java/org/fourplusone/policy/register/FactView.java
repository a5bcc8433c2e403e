package org.fourplusone.policy.register;

import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** Facts by position in the dictionary: the enterprise's, those of one record, and those of what it is linked to. */
final class FactView implements Facts {

    private final int policyYear;
    private final @Nullable Seen[] enterprise;
    private final @Nullable Subject subject;
    private final @Nullable Seen @Nullable [] entry;
    private final @Nullable Subject linkedSubject;
    private final @Nullable Seen @Nullable [] linked;

    private FactView(
            int policyYear,
            @Nullable Seen[] enterprise,
            @Nullable Subject subject,
            @Nullable Seen @Nullable [] entry,
            @Nullable Subject linkedSubject,
            @Nullable Seen @Nullable [] linked) {
        this.policyYear = policyYear;
        this.enterprise = enterprise;
        this.subject = subject;
        this.entry = entry;
        this.linkedSubject = linkedSubject;
        this.linked = linked;
    }

    static FactView ofEnterprise(@Nullable Seen[] facts, int policyYear) {
        return new FactView(policyYear, facts, null, null, null, null);
    }

    FactView withRecord(Subject of, @Nullable Seen[] facts) {
        return new FactView(policyYear, enterprise, of, facts, null, null);
    }

    /** A record of this kind is known not to exist. */
    FactView withoutRecord(Subject of) {
        return new FactView(policyYear, enterprise, of, null, of == Subject.LOAN ? Subject.PROJECT : null, null);
    }

    FactView linkedTo(Subject to, @Nullable Seen[] facts) {
        return new FactView(policyYear, enterprise, subject, entry, to, facts);
    }

    @Override
    public Seen see(FactDefinition fact) {
        if (fact.subject() == Subject.ENTERPRISE) {
            return orUnknown(enterprise[fact.index()]);
        }
        if (fact.subject() == subject) {
            return entry == null ? Seen.NONE : orUnknown(entry[fact.index()]);
        }
        if (fact.subject() == linkedSubject) {
            return linked == null ? Seen.NONE : orUnknown(linked[fact.index()]);
        }
        return Seen.UNKNOWN;
    }

    private static Seen orUnknown(@Nullable Seen seen) {
        return seen == null ? Seen.UNKNOWN : seen;
    }

    @Override
    public int policyYear() {
        return policyYear;
    }
}
