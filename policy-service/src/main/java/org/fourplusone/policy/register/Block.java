package org.fourplusone.policy.register;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive enterprises of the register as columns, in one policy year: few enough to stay in the processor's
 * cache while rules run over them. Immutable.
 */
public final class Block {

    private final List<Enterprise> enterprises;
    private final Rows own;
    private final Map<Subject, Rows> records = new EnumMap<>(Subject.class);
    private final Map<Subject, long[]> knowing = new EnumMap<>(Subject.class);
    private final long[] granted;

    Block(List<Enterprise> enterprises, int policyYear, boolean provenOnly, Dictionary dictionary, Encoding encoding) {
        this.enterprises = List.copyOf(enterprises);
        int size = enterprises.size();
        Rows.Builder rows = new Rows.Builder(dictionary, encoding, size, false);
        granted = new long[Column.words(size)];
        for (int row = 0; row < size; row++) {
            Enterprise enterprise = enterprises.get(row);
            rows.next(row);
            rows.add(enterprise.stored().of(policyYear, provenOnly, dictionary));
            if (!enterprise.awards().isEmpty()) {
                granted[row >>> 6] |= 1L << row;
            }
        }
        own = rows.build();
        for (Subject subject : Subject.values()) {
            if (subject.isRecord()) {
                read(subject, policyYear, provenOnly, dictionary, encoding);
            }
        }
    }

    private void read(Subject subject, int policyYear, boolean provenOnly, Dictionary dictionary, Encoding encoding) {
        int count = 0;
        for (Enterprise enterprise : enterprises) {
            List<Enterprise.Entry> entries = enterprise.entries(subject);
            count += entries == null ? 0 : entries.size();
        }
        Rows.Builder rows = new Rows.Builder(dictionary, encoding, count, true);
        long[] knows = new long[own.words()];
        for (int row = 0; row < enterprises.size(); row++) {
            List<Enterprise.Entry> entries = enterprises.get(row).entries(subject);
            if (entries == null) {
                continue;
            }
            knows[row >>> 6] |= 1L << row;
            for (Enterprise.Entry entry : entries) {
                @Nullable Seen[] facts = entry.facts().of(policyYear, provenOnly, dictionary);
                rows.next(row);
                rows.add(facts);
                if (subject == Subject.LOAN) {
                    Enterprise.Entry project = enterprises.get(row).linked(facts, dictionary);
                    if (project != null) {
                        rows.add(project.facts().of(policyYear, provenOnly, dictionary));
                    }
                }
            }
        }
        records.put(subject, rows.build());
        knowing.put(subject, knows);
    }

    public int size() {
        return enterprises.size();
    }

    public List<Enterprise> enterprises() {
        return enterprises;
    }

    /** The enterprises' own facts. */
    public Rows own() {
        return own;
    }

    /** The records of a kind; a loan's row has its project's facts too. */
    public Rows records(Subject subject) {
        return row(records, subject);
    }

    /** The enterprises of which it is known which records of a kind they have, be it none. */
    public long[] knowing(Subject subject) {
        return row(knowing, subject);
    }

    private static <T> T row(Map<Subject, T> of, Subject subject) {
        T row = of.get(subject);
        if (row == null) {
            throw new IllegalArgumentException("no records of " + subject);
        }
        return row;
    }

    /** The enterprises that were granted something before. */
    public long[] granted() {
        return granted;
    }

    /** Bytes of the columns, without the enterprises themselves. */
    public long bytes() {
        return own.bytes()
                + records.values().stream().mapToLong(Rows::bytes).sum()
                + 8L * own.words() * (1 + knowing.size());
    }
}
