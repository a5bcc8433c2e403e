package org.fourplusone.fund.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.time.TimeAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is older than its kind allows. */
@Component
class PastRetention {
    private static final String ENDED = "state IN ('CLOSED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'LAPSED')";

    /** A place that holds records of a kind: rows older than {@code :before} count. */
    private record Place(String id, String from, String at) {}

    private static final Map<String, List<Place>> PLACES = Map.of(
            "VOUCHER", List.of(new Place("id", "posting", "posted_at")),
            "BANK_FILE", List.of(new Place("id", "payment_batch WHERE sent_at IS NOT NULL", "sent_at")),
            "ANNUAL_ACCOUNT", List.of(),
            "FUNDED_CASE", List.of(new Place("id", "filing WHERE state = 'CLOSED'", "moved_at")),
            "UNFUNDED_CASE",
                    List.of(new Place(
                            "id",
                            "filing WHERE submitted_at IS NOT NULL AND state <> 'CLOSED' AND " + ENDED,
                            "moved_at")),
            "AUDIT", List.of(new Place("case_id", "audit_record", "at")),
            "CONTACT", List.of(new Place("id", "filing WHERE contact IS NOT NULL AND " + ENDED, "moved_at")),
            "OBJECTOR",
                    List.of(new Place(
                            "id",
                            "objection WHERE contact <> '' AND state NOT IN ('RECEIVED', 'ADMITTED')",
                            "received_at")),
            "DRAFT",
                    List.of(new Place(
                            "id",
                            "filing f WHERE submitted_at IS NULL AND " + ENDED
                                    + " AND (contact IS NOT NULL OR declared IS NOT NULL"
                                    + " OR EXISTS (SELECT 1 FROM claim_line c WHERE c.filing_id = f.id)"
                                    + " OR EXISTS (SELECT 1 FROM evidence e WHERE e.filing_id = f.id))",
                            "moved_at")));

    private final JdbcClient jdbc;

    PastRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param oldest when the oldest of them began to count; absent for none */
    record Found(long count, @Nullable Instant oldest) {}

    /** What of a kind is older than a business date's begin. */
    Found count(String kind, LocalDate before) {
        long count = 0;
        Instant oldest = null;
        for (Place place : places(kind)) {
            Found found = jdbc.sql("SELECT COUNT(*) AS many, MIN(" + place.at() + ") AS oldest FROM " + where(place))
                    .param("before", UtcColumn.of(begin(before)))
                    .query((row, number) -> new Found(row.getLong("many"), UtcColumn.read(row, "oldest")))
                    .single();
            count += found.count();
            oldest = found.oldest() == null ? oldest : found.oldest();
        }
        return new Found(count, oldest);
    }

    /** Ids of the oldest of them. */
    List<String> oldest(String kind, LocalDate before, int most) {
        return places(kind).stream()
                .flatMap(place -> jdbc
                        .sql("SELECT " + place.id() + " FROM " + where(place) + " ORDER BY " + place.at()
                                + " LIMIT :most")
                        .param("before", UtcColumn.of(begin(before)))
                        .param("most", most)
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private static List<Place> places(String kind) {
        return PLACES.getOrDefault(kind, List.of());
    }

    private static String where(Place place) {
        return place.from() + (place.from().contains("WHERE") ? " AND " : " WHERE ") + place.at() + " < :before";
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(TimeAutoConfiguration.SHANGHAI).toInstant();
    }
}
