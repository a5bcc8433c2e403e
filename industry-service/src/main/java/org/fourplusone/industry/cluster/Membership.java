package org.fourplusone.industry.cluster;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many active enterprises are where. */
@Repository
class Membership {

    private final JdbcClient database;

    Membership(JdbcClient database) {
        this.database = database;
    }

    /** All enterprises and those above scale. */
    record Count(int enterprises, int aboveScale) {

        static final Count ZERO = new Count(0, 0);

        Count plus(Count other) {
            return new Count(enterprises + other.enterprises, aboveScale + other.aboveScale);
        }
    }

    Map<String, Count> byCluster() {
        return counts(database.sql("SELECT cluster AS part, COUNT(*) AS enterprises, SUM(above_scale) AS above_scale"
                + " FROM enterprise WHERE status = 'ACTIVE' AND cluster IS NOT NULL GROUP BY cluster"));
    }

    Map<String, Count> byIndustryCode(String cluster) {
        return counts(database.sql("SELECT industry_code AS part, COUNT(*) AS enterprises,"
                        + " SUM(above_scale) AS above_scale FROM enterprise"
                        + " WHERE status = 'ACTIVE' AND cluster = ? GROUP BY industry_code")
                .param(cluster));
    }

    private static Map<String, Count> counts(JdbcClient.StatementSpec query) {
        Map<String, Count> counts = new HashMap<>();
        query.query((RowCallbackHandler) row ->
                counts.put(row.getString("part"), new Count(row.getInt("enterprises"), row.getInt("above_scale"))));
        return counts;
    }
}
