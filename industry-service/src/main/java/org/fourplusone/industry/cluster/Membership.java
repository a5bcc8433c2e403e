package org.fourplusone.industry.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many enterprises are where. */
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

    /** The enterprises of one primary cluster (null for none) and one industry. */
    record Part(@Nullable String cluster, String industryCode, Count count) {}

    /**
     * The register parted by primary cluster and industry.
     *
     * @param day counts those that were founded by then and not closed or merged before or on it; null for those active now
     */
    Parts parts(@Nullable LocalDate day) {
        String where = day == null
                ? " WHERE status = 'ACTIVE'"
                : " WHERE (established IS NULL OR established <= :day) AND (status = 'ACTIVE' OR EXISTS (SELECT 1 FROM"
                        + " closure c WHERE c.credit_code = e.credit_code AND c.ended_on > :day AND c.change_number ="
                        + " (SELECT MAX(n.change_number) FROM closure n WHERE n.credit_code = e.credit_code)))";
        return new Parts(
                database.sql("SELECT cluster, industry_code, COUNT(*) AS enterprises, SUM(above_scale) AS above_scale"
                                + " FROM enterprise e" + where + " GROUP BY cluster, industry_code")
                        .params(day == null ? java.util.Map.of() : java.util.Map.of("day", day))
                        .query((row, number) -> new Part(
                                row.getString("cluster"),
                                row.getString("industry_code"),
                                new Count(row.getInt("enterprises"), row.getInt("above_scale"))))
                        .list());
    }

    /** What was counted, to be added up. */
    record Parts(List<Part> parts) {

        Count of(Predicate<Part> chosen) {
            return parts.stream().filter(chosen).map(Part::count).reduce(Count.ZERO, Count::plus);
        }

        /** Those in any of these industries, whatever their primary cluster. */
        Count inIndustries(List<String> codes) {
            return of(part -> codes.stream().anyMatch(part.industryCode::startsWith));
        }
    }
}
