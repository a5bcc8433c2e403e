package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.industry.cluster.Segments;
import org.fourplusone.industry.confidentiality.Place;
import org.fourplusone.industry.enterprise.MultiRowInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where enterprises count in the tables, kept from their first publication. */
@Repository
class Places {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Segments segments;

    Places(JdbcClient database, JdbcTemplate batches, Segments segments) {
        this.database = database;
        this.batches = batches;
        this.segments = segments;
    }

    /** All that have reported as of a vintage, by credit code; who is new gets the place that the register says. */
    Map<String, Place> asOf(String vintage) {
        Map<String, Place> added = new LinkedHashMap<>();
        database.sql("SELECT e.credit_code, e.cluster, e.size_class, e.industry_code FROM enterprise e"
                        + " WHERE EXISTS (SELECT 1 FROM report r WHERE r.credit_code = e.credit_code AND r.vintage <= ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM statistic_place p WHERE p.credit_code = e.credit_code)")
                .param(vintage)
                .query((RowCallbackHandler) row -> {
                    String cluster = row.getString(2);
                    String industry = row.getString(4);
                    added.put(
                            row.getString(1),
                            new Place(
                                    Objects.requireNonNullElse(cluster, Place.NONE),
                                    Objects.requireNonNullElse(row.getString(3), Place.NONE),
                                    segments.of(cluster, industry).orElse(Place.NONE),
                                    industry));
                });
        MultiRowInsert.insert(
                batches,
                "statistic_place (credit_code, vintage, cluster, size_class, segment, industry_code)",
                6,
                new ArrayList<>(added.entrySet()),
                (statement, first, entry) -> {
                    statement.setString(first, entry.getKey());
                    statement.setString(first + 1, vintage);
                    statement.setString(first + 2, entry.getValue().cluster());
                    statement.setString(first + 3, entry.getValue().sizeClass());
                    statement.setString(first + 4, entry.getValue().segment());
                    statement.setString(first + 5, entry.getValue().industry());
                });
        return all();
    }

    private Map<String, Place> all() {
        Map<String, Place> all = new LinkedHashMap<>();
        List<Map.Entry<String, Place>> rows = database.sql(
                        "SELECT credit_code, cluster, size_class, segment, industry_code FROM statistic_place"
                                + " ORDER BY credit_code")
                .query((row, number) -> Map.entry(
                        row.getString(1),
                        new Place(row.getString(2), row.getString(3), row.getString(4), row.getString(5))))
                .list();
        rows.forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }
}
