package org.fourplusone.industry.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How enterprises ended: closed, or merged into another one. The newest row of an enterprise counts. */
@Repository
public class Closures {

    private static final String NEWEST =
            "SELECT credit_code, change_number, kind, ended_on, reason, successor FROM closure c"
                    + " WHERE kind <> 'REOPENED' AND change_number ="
                    + " (SELECT MAX(n.change_number) FROM closure n WHERE n.credit_code = c.credit_code)";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;

    Closures(JdbcClient database, JdbcTemplate batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** How it came that an enterprise is closed, or that this was taken back. */
    public enum Kind {
        CLOSED,
        MERGED,
        REOPENED
    }

    /**
     * An ending.
     *
     * @param on the first day on which it was no more
     * @param successor credit code of the enterprise that it was merged into; null for a closure
     */
    public record Closure(
            String creditCode,
            long changeNumber,
            Kind kind,
            LocalDate on,
            String reason,
            @Nullable String successor) {}

    /** How an enterprise ended; nothing for one that is active. */
    public Optional<Closure> of(CreditCode code) {
        return Optional.ofNullable(of(List.of(code.value())).get(code.value()));
    }

    /** How those of several enterprises ended that have ended. */
    public Map<String, Closure> of(Collection<String> creditCodes) {
        Map<String, Closure> closures = new LinkedHashMap<>();
        database.sql(NEWEST + " AND credit_code IN (:codes)")
                .param("codes", creditCodes)
                .query(Closures::row)
                .list()
                .forEach(each -> closures.put(each.creditCode(), each));
        return closures;
    }

    /** All that was merged into an enterprise, directly or by way of another one. */
    public List<Closure> predecessors(String creditCode) {
        return predecessors(List.of(creditCode)).getOrDefault(creditCode, List.of());
    }

    /** The same for several enterprises; those without predecessors are left out. */
    public Map<String, List<Closure>> predecessors(Collection<String> creditCodes) {
        Map<String, List<Closure>> all = new LinkedHashMap<>();
        Map<String, Set<String>> heirs = new LinkedHashMap<>();
        creditCodes.forEach(code -> heirs.put(code, new LinkedHashSet<>(Set.of(code))));
        Set<String> seen = new LinkedHashSet<>(creditCodes);
        Collection<String> level = creditCodes;
        while (!level.isEmpty()) {
            List<String> next = new ArrayList<>();
            for (Closure merged : mergedInto(level)) {
                Set<String> of = heirs.getOrDefault(merged.successor(), Set.of());
                of.forEach(heir ->
                        all.computeIfAbsent(heir, key -> new ArrayList<>()).add(merged));
                heirs.computeIfAbsent(merged.creditCode(), key -> new LinkedHashSet<>())
                        .addAll(of);
                if (seen.add(merged.creditCode())) {
                    next.add(merged.creditCode());
                }
            }
            level = next;
        }
        all.keySet().retainAll(creditCodes);
        return all;
    }

    private List<Closure> mergedInto(Collection<String> creditCodes) {
        return database.sql(NEWEST + " AND successor IN (:codes) ORDER BY ended_on, credit_code")
                .param("codes", creditCodes)
                .query(Closures::row)
                .list();
    }

    /** The enterprises that took over an enterprise, the nearest first; none for one that was never merged. */
    public List<String> successors(CreditCode code) {
        Set<String> all = new LinkedHashSet<>();
        String next = of(code).map(Closure::successor).orElse(null);
        while (next != null && all.add(next)) {
            next = of(new CreditCode(next)).map(Closure::successor).orElse(null);
        }
        return List.copyOf(all);
    }

    /** Adds many at once, within the running transaction. */
    public void addAll(List<Closure> closures) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        String who = Caller.find().map(Caller::username).orElse("sample");
        MultiRowInsert.insert(
                batches,
                "closure (credit_code, change_number, kind, ended_on, reason, successor, recorded_at, recorded_by)",
                8,
                closures,
                (statement, first, closure) -> {
                    statement.setString(first, closure.creditCode());
                    statement.setLong(first + 1, closure.changeNumber());
                    statement.setString(first + 2, closure.kind().name());
                    statement.setObject(first + 3, closure.on());
                    statement.setString(first + 4, closure.reason());
                    statement.setString(first + 5, closure.successor());
                    statement.setObject(first + 6, now);
                    statement.setString(first + 7, who);
                });
    }

    private static Closure row(ResultSet row, int number) throws SQLException {
        return new Closure(
                row.getString("credit_code"),
                row.getLong("change_number"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("ended_on", LocalDate.class),
                row.getString("reason"),
                row.getString("successor"));
    }
}
