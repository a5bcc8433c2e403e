package org.fourplusone.fund.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the entries come to, by stretches of postings. The ledger only grows: a stretch that is over is added up once and
 * remembered, so that its lists and balances do not become slower with the years, and a posting pays nothing for them.
 */
@Component
class EntryTally {
    /** How many postings a stretch has, by their ids. */
    static final int LENGTH = 2_000;

    /** A step that posted has ended by then, so that no posting with a lower id can still appear. */
    static final Duration GRACE = Duration.ofMinutes(5);

    /** What the entries of one sum have in common. */
    record Kind(int year, Line line, Account account) {}

    record Sum(long entries, Money amount) {}

    /**
     * The entries of the postings {@code number * LENGTH} up to below the next stretch.
     *
     * @param earliest when the first of them was posted
     */
    record Stretch(long number, Instant earliest, Instant latest, Map<Kind, Sum> sums) {
        long first() {
            return number * LENGTH;
        }

        long last() {
            return first() + LENGTH - 1;
        }

        long entries(Predicate<Kind> wanted) {
            return sums.entrySet().stream()
                    .filter(each -> wanted.test(each.getKey()))
                    .mapToLong(each -> each.getValue().entries())
                    .sum();
        }
    }

    /** The stretches that are over, the oldest first; all that have a lower number than {@code next}. */
    private record Over(long next, List<Stretch> stretches) {}

    private static final String ADDED_UP = "SELECT e.posting_id DIV " + LENGTH + " AS stretch, p.budget_year, e.line,"
            + " e.account, COUNT(*), SUM(e.amount), MIN(p.posted_at) AS earliest, MAX(p.posted_at) AS latest FROM entry e"
            + " JOIN posting p ON p.id = e.posting_id WHERE e.posting_id BETWEEN :first AND :last AND p.posted_at <= :at"
            + " GROUP BY stretch, p.budget_year, e.line, e.account";
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Over over = new Over(0, List.of());

    EntryTally(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All stretches that have entries, the newest first. */
    List<Stretch> stretches() {
        Over known = over;
        long running = running();
        List<Stretch> all = new ArrayList<>(known.stretches);
        all.addAll(read(known.next * LENGTH, Long.MAX_VALUE, EVER));
        if (running > known.next) {
            over = new Over(
                    running,
                    all.stream().filter(each -> each.number() < running).toList());
        }
        Collections.reverse(all);
        return all;
    }

    /** The sum of every kind over the entries posted up to an instant; over all when null. */
    Map<Kind, Money> amounts(@Nullable Instant at) {
        Instant until = at == null ? EVER : at;
        Map<Kind, Money> amounts = new HashMap<>();
        for (Stretch stretch : stretches()) {
            if (!stretch.latest().isAfter(until)) {
                add(stretch, amounts);
            } else if (!stretch.earliest().isAfter(until)) {
                read(stretch.first(), stretch.last(), until).forEach(part -> add(part, amounts));
            }
        }
        return amounts;
    }

    private static void add(Stretch stretch, Map<Kind, Money> amounts) {
        stretch.sums().forEach((kind, sum) -> amounts.merge(kind, sum.amount(), Money::plus));
    }

    /** The oldest stretch that may still grow; to be asked before the entries are read. */
    private long running() {
        return jdbc.sql("SELECT id FROM posting WHERE posted_at < :before ORDER BY posted_at DESC, id DESC LIMIT 1")
                .param("before", UtcColumn.of(clock.instant().minus(GRACE)))
                .query(Long.class)
                .optional()
                .map(id -> id / LENGTH)
                .orElse(0L);
    }

    private List<Stretch> read(long first, long last, Instant at) {
        Map<Long, Stretch> stretches = new TreeMap<>();
        jdbc.sql(ADDED_UP)
                .param("first", first)
                .param("last", last)
                .param("at", UtcColumn.of(at))
                .query(row -> {
                    Kind kind =
                            new Kind(row.getInt(2), Line.valueOf(row.getString(3)), Account.valueOf(row.getString(4)));
                    Stretch one = new Stretch(
                            row.getLong(1),
                            Objects.requireNonNull(UtcColumn.read(row, "earliest")),
                            Objects.requireNonNull(UtcColumn.read(row, "latest")),
                            Map.of(kind, new Sum(row.getLong(5), Money.ofFen(row.getLong(6)))));
                    stretches.merge(one.number(), one, EntryTally::together);
                });
        return List.copyOf(stretches.values());
    }

    private static Stretch together(Stretch some, Stretch more) {
        Map<Kind, Sum> sums = new HashMap<>(some.sums());
        sums.putAll(more.sums());
        return new Stretch(
                some.number(),
                some.earliest().isBefore(more.earliest()) ? some.earliest() : more.earliest(),
                some.latest().isAfter(more.latest()) ? some.latest() : more.latest(),
                sums);
    }
}
