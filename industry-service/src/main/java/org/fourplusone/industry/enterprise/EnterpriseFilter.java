package org.fourplusone.industry.enterprise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises a list shows; null means any.
 *
 * @param query part of the name or of a former one, or the beginning of the credit code
 * @param cluster a cluster's code, {@code NONE} for those in no cluster
 * @param industries beginnings of industry codes
 * @param only the credit codes that the caller may see
 */
record EnterpriseFilter(
        @Nullable String query,
        @Nullable String cluster,
        @Nullable SizeClass sizeClass,
        @Nullable Boolean aboveScale,
        Enterprise.@Nullable Status status,
        @Nullable List<String> industries,
        @Nullable Collection<String> only) {

    /** The condition in SQL, with its parameters. */
    record Where(String sql, Map<String, Object> parameters) {}

    Where where() {
        StringBuilder sql = new StringBuilder(" WHERE 1 = 1");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (query != null && !query.isBlank()) {
            String words = query.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
            sql.append(" AND (name LIKE :part ESCAPE '!' OR credit_code LIKE :head ESCAPE '!'"
                    + " OR credit_code IN (SELECT credit_code FROM former_name WHERE name LIKE :part ESCAPE '!'))");
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
        if (status != null) {
            sql.append(" AND status = :status");
            parameters.put("status", status.name());
        }
        if (industries != null) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < industries.size(); i++) {
                parts.add("industry_code LIKE :industry" + i);
                parameters.put("industry" + i, industries.get(i) + "%");
            }
            sql.append(" AND (").append(String.join(" OR ", parts)).append(")");
        }
        if (only != null) {
            sql.append(only.isEmpty() ? " AND 1 = 0" : " AND credit_code IN (:only)");
            parameters.put("only", only);
        }
        return new Where(sql.toString(), parameters);
    }
}
