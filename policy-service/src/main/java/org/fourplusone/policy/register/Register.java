package org.fourplusone.policy.register;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** All enterprises with their facts, in memory: one by one, and as columns for runs over the whole register. */
@Component
public class Register {

    private static final int MOST_KEPT = 4;

    private final Map<String, Enterprise> byCode = new ConcurrentHashMap<>();
    private final Map<String, Closed> closed = new ConcurrentHashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private volatile long cursor;

    /** Columns as last asked for, and what changed since. */
    private static final class Kept {

        private Columns columns;
        private final Set<String> changed = new HashSet<>();

        private Kept(Columns columns) {
            this.columns = columns;
        }
    }

    /**
     * An enterprise that is no more: nothing is matched, simulated or assessed for it.
     *
     * @param successor credit code of the enterprise that it was merged into, null if it was closed
     */
    record Closed(String creditCode, String name, @Nullable String successor) {}

    void put(Enterprise enterprise, long upTo) {
        synchronized (kept) {
            closed.remove(enterprise.creditCode());
            byCode.put(enterprise.creditCode(), enterprise);
            cursor = upTo;
            kept.values().forEach(each -> each.changed.add(enterprise.creditCode()));
        }
    }

    /** Takes an enterprise out that has ended. The columns are made anew: that is rare, and they cannot lose a row. */
    void close(Closed enterprise, long upTo) {
        synchronized (kept) {
            closed.put(enterprise.creditCode(), enterprise);
            if (byCode.remove(enterprise.creditCode()) != null) {
                kept.clear();
            }
            cursor = upTo;
        }
    }

    void clear() {
        synchronized (kept) {
            closed.clear();
            byCode.clear();
            cursor = 0;
            kept.clear();
        }
    }

    /** The newest change that is in. */
    public long cursor() {
        return cursor;
    }

    public Optional<Enterprise> find(String creditCode) {
        return Optional.ofNullable(byCode.get(creditCode));
    }

    /** @throws Problem 404 for one that was never there, 409 {@code ENTERPRISE_CLOSED} for one that is no more */
    public Enterprise require(String creditCode) {
        Enterprise enterprise = byCode.get(creditCode);
        if (enterprise != null) {
            return enterprise;
        }
        Closed ended = closed.get(creditCode);
        if (ended == null) {
            throw Problem.notFound();
        }
        Problem problem = Problem.of(HttpStatus.CONFLICT, "ENTERPRISE_CLOSED", ended.name());
        throw ended.successor() == null ? problem : problem.with("successor", ended.successor());
    }

    public int size() {
        return byCode.size();
    }

    /**
     * The whole register as columns, as it is now. Kept between calls: a change costs only the block that it is in.
     *
     * @param provenOnly takes what an enterprise merely declares as unknown
     */
    public Columns columns(int policyYear, boolean provenOnly, Dictionary dictionary) {
        synchronized (kept) {
            Kept known = kept.computeIfAbsent(
                    policyYear + (provenOnly ? " proven" : " declared"),
                    key -> new Kept(Columns.of(
                            byCode.values().stream()
                                    .sorted(Comparator.comparing(Enterprise::creditCode))
                                    .toList(),
                            policyYear,
                            provenOnly,
                            cursor,
                            dictionary,
                            new Encoding(dictionary))));
            if (!known.changed.isEmpty()) {
                known.columns = known.columns.with(
                        known.changed.stream()
                                .map(byCode::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        cursor,
                        dictionary);
                known.changed.clear();
            }
            return known.columns;
        }
    }
}
