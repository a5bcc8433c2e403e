package org.fourplusone.policy.register;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Facts by position in the dictionary: the enterprise's, those of one record, and those of what it is linked to; as
 * they were stated, and as numbers. For one thread.
 */
public final class FactView implements Facts {

    /** Whose facts are read of which year. */
    record Scope(int policyYear, boolean verifiedOnly, Dictionary dictionary) {}

    private final Scope scope;
    private final StoredFacts stored;
    private final @Nullable FactView enterprise;
    private final @Nullable Subject subject;
    private final @Nullable Subject linkedSubject;
    private final @Nullable StoredFacts linked;
    private final boolean isNone;
    private final long[] numbers;
    private @Nullable Seen @Nullable [] seen;
    private @Nullable Seen @Nullable [] seenLinked;

    private FactView(
            Scope scope,
            StoredFacts stored,
            @Nullable FactView enterprise,
            @Nullable Subject subject,
            @Nullable Subject linkedSubject,
            @Nullable StoredFacts linked,
            boolean isNone,
            long[] numbers) {
        this.scope = scope;
        this.stored = stored;
        this.enterprise = enterprise;
        this.subject = subject;
        this.linkedSubject = linkedSubject;
        this.linked = linked;
        this.isNone = isNone;
        this.numbers = numbers;
    }

    static FactView ofEnterprise(StoredFacts facts, Scope scope) {
        long[] numbers = new long[scope.dictionary.size()];
        Arrays.fill(numbers, Encoding.UNKNOWN);
        facts.fill(numbers, scope.policyYear, scope.verifiedOnly, scope.dictionary);
        return new FactView(scope, facts, null, null, null, null, false, numbers);
    }

    /** @param to the kind of what the record is linked to, with its facts, or null */
    FactView withRecord(Subject of, StoredFacts facts, @Nullable Subject to, @Nullable StoredFacts ofLinked) {
        long[] filled = numbers.clone();
        facts.fill(filled, scope.policyYear, scope.verifiedOnly, scope.dictionary);
        if (ofLinked != null) {
            ofLinked.fill(filled, scope.policyYear, scope.verifiedOnly, scope.dictionary);
        }
        return new FactView(scope, facts, this, of, to, ofLinked, false, filled);
    }

    /** A record of this kind is known not to exist. */
    FactView withoutRecord(Subject of) {
        Subject to = of == Subject.LOAN ? Subject.PROJECT : null;
        long[] filled = numbers.clone();
        for (FactDefinition fact : scope.dictionary.of(of)) {
            filled[fact.index()] = Encoding.NONE;
        }
        for (FactDefinition fact : to == null ? List.<FactDefinition>of() : scope.dictionary.of(to)) {
            filled[fact.index()] = Encoding.NONE;
        }
        return new FactView(scope, StoredFacts.NONE, this, of, to, null, true, filled);
    }

    @Override
    public Seen see(FactDefinition fact) {
        Subject of = fact.subject();
        if (of == Subject.ENTERPRISE) {
            return enterprise == null ? stated(fact) : enterprise.stated(fact);
        }
        if (of == subject) {
            return isNone ? Seen.NONE : stated(fact);
        }
        if (of == linkedSubject) {
            return isNone ? Seen.NONE : statedOfLinked(fact);
        }
        return Seen.UNKNOWN;
    }

    private Seen stated(FactDefinition fact) {
        if (seen == null) {
            seen = stored.of(scope.policyYear, scope.verifiedOnly, scope.dictionary);
        }
        return orUnknown(Objects.requireNonNull(seen)[fact.index()]);
    }

    private Seen statedOfLinked(FactDefinition fact) {
        if (seenLinked == null) {
            seenLinked = Objects.requireNonNull(linked).of(scope.policyYear, scope.verifiedOnly, scope.dictionary);
        }
        return orUnknown(Objects.requireNonNull(seenLinked)[fact.index()]);
    }

    private static Seen orUnknown(@Nullable Seen seen) {
        return seen == null ? Seen.UNKNOWN : seen;
    }

    /**
     * The same facts as {@link Encoding#number}, by position in the dictionary; {@link Encoding#UNKNOWN} or {@link
     * Encoding#NONE} where there is none. The caller must not change it.
     */
    public long[] numbers() {
        return numbers;
    }

    @Override
    public int policyYear() {
        return scope.policyYear;
    }
}
