package org.fourplusone.industry.enterprise;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises a list shows; null means any.
 *
 * @param query part of the name, or the beginning of the credit code
 * @param cluster a cluster's code, {@code NONE} for those in no cluster
 * @param only the credit codes that the caller may see
 */
record EnterpriseFilter(
        @Nullable String query,
        @Nullable String cluster,
        @Nullable SizeClass sizeClass,
        @Nullable Boolean aboveScale,
        @Nullable Collection<String> only) {

    /** The condition in SQL, with its parameters. */
    record Where(String sql, Map<String, Object> parameters) {}

    Where where() {
        StringBuilder sql = new StringBuilder(" WHERE 1 = 1");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (query != null && !query.isBlank()) {
            String words = query.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
            sql.append(" AND (name LIKE :part ESCAPE '!' OR credit_code LIKE :head ESCAPE '!')");
            parameters.put("part", "%" + words + "%");
            parameters.put("head", words.toUpperCase(java.util.Locale.ROOT) + "%");
        }
        if (cluster != null) {
            sql.append(cluster.equals("NONE") ? " AND cluster IS NULL" : " AND cluster = :cluster");
            parameters.put("cluster", cluster);
        }
        if (sizeClass != null) {
            sql.append(" AND size_class = :size");
            parameters.put("size", sizeClass.name());
        }
        if (aboveScale != null) {
            sql.append(" AND above_scale = :aboveScale");
            parameters.put("aboveScale", aboveScale);
        }
        if (only != null) {
            sql.append(only.isEmpty() ? " AND 1 = 0" : " AND credit_code IN (:only)");
            parameters.put("only", only);
        }
        return new Where(sql.toString(), parameters);
    }
}
