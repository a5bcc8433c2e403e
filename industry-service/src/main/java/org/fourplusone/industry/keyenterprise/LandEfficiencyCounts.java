package org.fourplusone.industry.keyenterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.keyenterprise.LandEfficiency.Grade;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How many enterprises are in each class. A class of one or two is hidden, and with it the smallest other that is not empty,
 * since the sum is shown.
 *
 * @param evaluated how many enterprises are evaluated
 */
record LandEfficiencyCounts(int year, int evaluated, List<Count> classes, Text definition, boolean illustrative) {

    private static final int LEAST = 3;

    /** @param enterprises absent where hidden */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(Grade grade, @Nullable Integer enterprises, boolean suppressed) {}

    static LandEfficiencyCounts of(int year, List<KeyEnterprise> enterprises) {
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        int evaluated = 0;
        for (KeyEnterprise each : enterprises) {
            LandEfficiency efficiency = each.efficiency();
            if (efficiency != null) {
                counts.merge(efficiency.grade(), 1, Integer::sum);
                evaluated++;
            }
        }
        return of(year, evaluated, counts);
    }

    static LandEfficiencyCounts of(int year, int evaluated, Map<Grade, Integer> counts) {
        List<Grade> hidden = new ArrayList<>();
        counts.forEach((grade, count) -> {
            if (count > 0 && count < LEAST) {
                hidden.add(grade);
            }
        });
        if (hidden.size() == 1) {
            counts.entrySet().stream()
                    .filter(each -> each.getValue() >= LEAST)
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(each -> hidden.add(each.getKey()));
        }
        boolean few = evaluated < LEAST || hidden.size() == 1;
        List<Count> classes = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            boolean suppressed = few || hidden.contains(grade);
            classes.add(new Count(grade, suppressed ? null : counts.getOrDefault(grade, 0), suppressed));
        }
        return new LandEfficiencyCounts(year, few ? 0 : evaluated, classes, LandEfficiency.DEFINITION, true);
    }
}
