package org.fourplusone.industry.keyenterprise;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enterprises above scale and in business, with their administrative facts of a year. */
@Repository
class KeyEnterprises {

    private final JdbcClient database;
    private final Taxonomies taxonomies;

    KeyEnterprises(JdbcClient database, Taxonomies taxonomies) {
        this.database = database;
        this.taxonomies = taxonomies;
    }

    private record Stated(@Nullable String value, String source, boolean verified) {}

    /** All of them, by credit code; the evaluation of land compares each with all. */
    List<KeyEnterprise> of(int year) {
        Map<String, Map<String, Stated>> facts = facts(year);
        List<KeyEnterprise> all = database.sql("SELECT credit_code, name, cluster, size_class, sample FROM enterprise"
                        + " WHERE above_scale AND status = 'ACTIVE' ORDER BY credit_code")
                .query((row, number) -> new KeyEnterprise(
                        row.getString("credit_code"),
                        row.getString("name"),
                        row.getString("cluster"),
                        clusterName(row.getString("cluster")),
                        row.getString("size_class"),
                        row.getBoolean("sample"),
                        values(facts.getOrDefault(row.getString("credit_code"), Map.of()), year),
                        null))
                .list();
        return LandEfficiency.evaluate(all);
    }

    private Text clusterName(@Nullable String cluster) {
        return taxonomies.nameOf(cluster);
    }

    /** The newest statement of each fact and year. */
    private Map<String, Map<String, Stated>> facts(int year) {
        Map<String, Map<String, Stated>> facts = new HashMap<>();
        database.sql("SELECT f.credit_code, f.fact_key, f.period, f.value, f.source, f.verified FROM enterprise e"
                        + " JOIN fact f ON f.credit_code = e.credit_code WHERE e.above_scale AND e.status = 'ACTIVE'"
                        + " AND f.record_kind = '' AND f.fact_key IN (:keys) AND f.period IN (:years)"
                        + " ORDER BY f.credit_code, f.change_number, f.ordinal")
                .param("keys", Arrays.stream(KeyFact.values()).map(KeyFact::key).toList())
                .param("years", List.of(String.valueOf(year), String.valueOf(year - 1)))
                .query((RowCallbackHandler) row -> facts.computeIfAbsent(row.getString(1), code -> new HashMap<>())
                        .put(
                                row.getString(2) + "@" + row.getString(3),
                                new Stated(row.getString(4), row.getString(5), row.getBoolean(6))));
        return facts;
    }

    private static Map<String, KeyEnterprise.Value> values(Map<String, Stated> facts, int year) {
        Map<String, KeyEnterprise.Value> values = new LinkedHashMap<>();
        for (KeyFact fact : KeyFact.values()) {
            Stated now = facts.get(fact.key() + "@" + year);
            Stated before = facts.get(fact.key() + "@" + (year - 1));
            if (now != null && now.value() != null) {
                values.put(
                        fact.code(),
                        new KeyEnterprise.Value(
                                now.value(), before == null ? null : before.value(), now.source(), now.verified()));
            }
        }
        return values;
    }
}
