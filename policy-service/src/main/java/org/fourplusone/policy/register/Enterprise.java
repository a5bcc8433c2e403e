package org.fourplusone.policy.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** One enterprise with its facts, records and awards, as last read. Immutable. */
public final class Enterprise {

    private static final int SUBJECTS = Subject.values().length;

    private final String creditCode;
    private final String name;
    private final @Nullable String cluster;
    private final @Nullable String sizeClass;
    private final StoredFacts facts;
    private final Map<Subject, List<Entry>> records;
    private final List<AwardEntry> awards;

    /** A project, honour, loan or lease. */
    record Entry(String ref, StoredFacts facts) {}

    Enterprise(
            String creditCode,
            String name,
            @Nullable String cluster,
            @Nullable String sizeClass,
            StoredFacts facts,
            Map<Subject, List<Entry>> records,
            List<AwardEntry> awards) {
        this.creditCode = creditCode;
        this.name = name;
        this.cluster = cluster;
        this.sizeClass = sizeClass;
        this.facts = facts;
        this.records = records.isEmpty() ? Map.of() : new EnumMap<>(records);
        this.awards = List.copyOf(awards);
    }

    public String creditCode() {
        return creditCode;
    }

    public String name() {
        return name;
    }

    public @Nullable String cluster() {
        return cluster;
    }

    public @Nullable String sizeClass() {
        return sizeClass;
    }

    public List<AwardEntry> awards() {
        return awards;
    }

    StoredFacts stored() {
        return facts;
    }

    /** The records of a kind; null if it is not known whether there are any. */
    @Nullable
    List<Entry> entries(Subject subject) {
        return records.get(subject);
    }

    private @Nullable Entry linked(Entry loan, FactView.Scope scope) {
        return linked(loan.facts.of(scope.policyYear(), scope.verifiedOnly(), scope.dictionary()), scope.dictionary());
    }

    /** The project that a loan with these facts was taken for, or null if that is not known. */
    @Nullable
    Entry linked(@Nullable Seen[] loan, Dictionary dictionary) {
        Seen seen =
                dictionary.find("loan.project").map(fact -> loan[fact.index()]).orElse(null);
        if (seen instanceof Seen.Known known && known.value() instanceof FactValue.Code project) {
            for (Entry entry : records.getOrDefault(Subject.PROJECT, List.of())) {
                if (entry.ref.equals(project.value())) {
                    return entry;
                }
            }
        }
        return null;
    }

    /**
     * These facts for a policy year.
     *
     * @param verifiedOnly takes what the enterprise declares of itself as unknown
     */
    public View view(int policyYear, boolean verifiedOnly, Dictionary dictionary) {
        return new View(this, policyYear, verifiedOnly, dictionary);
    }

    /** One enterprise's facts as rules see them in one policy year. */
    public static final class View {

        private final Enterprise enterprise;
        private final FactView.Scope scope;
        private final FactView own;
        private final @Nullable List<RecordView>[] records;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private View(Enterprise enterprise, int policyYear, boolean verifiedOnly, Dictionary dictionary) {
            this.enterprise = enterprise;
            this.scope = new FactView.Scope(policyYear, verifiedOnly, dictionary);
            this.own = FactView.ofEnterprise(enterprise.facts, scope);
            this.records = new List[SUBJECTS];
        }

        public Enterprise enterprise() {
            return enterprise;
        }

        public int policyYear() {
            return scope.policyYear();
        }

        /** The enterprise's own facts; those of records are unknown. */
        public FactView own() {
            return own;
        }

        /** Whether anything is known of such records: false means unknown, true with an empty list known to be none. */
        public boolean knows(Subject subject) {
            return enterprise.records.containsKey(subject);
        }

        /** The records of a kind, each with the enterprise's facts; a loan also with its project's. */
        public List<RecordView> records(Subject subject) {
            List<RecordView> known = records[subject.ordinal()];
            if (known == null) {
                known = read(subject);
                records[subject.ordinal()] = known;
            }
            return known;
        }

        /** The facts where records of this kind are known to be none. */
        public FactView none(Subject subject) {
            return own.withoutRecord(subject);
        }

        private List<RecordView> read(Subject subject) {
            List<Entry> entries = enterprise.records.get(subject);
            if (entries == null) {
                return List.of();
            }
            List<RecordView> read = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                Entry project = subject == Subject.LOAN ? enterprise.linked(entry, scope) : null;
                FactView facts = own.withRecord(
                        subject,
                        entry.facts,
                        project == null ? null : Subject.PROJECT,
                        project == null ? null : project.facts);
                read.add(new RecordView(entry.ref, facts));
            }
            return read;
        }
    }

    /**
     * @param ref the record's reference, such as {@code P-00012}
     * @param facts the record's facts together with the enterprise's
     */
    public record RecordView(String ref, Facts facts) {}
}
