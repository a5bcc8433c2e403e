package org.fourplusone.fund.outcome;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of one enterprise by year.
 *
 * @param kind its cluster and size class: those of one kind are similar
 */
record Figures(Kind kind, Map<Integer, Map<Measure, BigDecimal>> years) {
    /** @param cluster {@code NONE} for an enterprise of no cluster */
    record Kind(String cluster, String sizeClass) {}

    /** One document of industry-service's change feed; what cannot be read as a number is not known. */
    static Figures of(JsonNode document) {
        Map<Integer, Map<Measure, BigDecimal>> years = new HashMap<>();
        for (JsonNode fact : document.path("facts")) {
            for (Measure measure : Measure.values()) {
                BigDecimal value = fact.path("key").asString("").equals(measure.fact()) ? number(fact) : null;
                String period = fact.path("period").asString("");
                if (value != null && period.matches("\\d{4}")) {
                    years.computeIfAbsent(Integer.valueOf(period), year -> new EnumMap<>(Measure.class))
                            .put(measure, value);
                }
            }
        }
        return new Figures(
                new Kind(
                        document.path("cluster").asString("NONE"),
                        document.path("sizeClass").asString("")),
                years);
    }

    private static @Nullable BigDecimal number(JsonNode fact) {
        String value = fact.path("value").asString("");
        return value.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(value) : null;
    }

    @Nullable
    BigDecimal of(Measure measure, int year) {
        return years.getOrDefault(year, Map.of()).get(measure);
    }
}
