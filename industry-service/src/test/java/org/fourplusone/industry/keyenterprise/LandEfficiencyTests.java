package org.fourplusone.industry.keyenterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.keyenterprise.LandEfficiency.Grade;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;

class LandEfficiencyTests {

    private static KeyEnterprise enterprise(String code, String land, String tax, boolean verified) {
        Map<String, KeyEnterprise.Value> values = new LinkedHashMap<>();
        values.put("land", new KeyEnterprise.Value(land, null, "TAX", true));
        values.put("tax", new KeyEnterprise.Value(tax, null, "TAX", verified));
        values.put("revenue", new KeyEnterprise.Value("1000.00", null, "TAX", true));
        values.put("output", new KeyEnterprise.Value("2000.00", null, "TAX", true));
        values.put("staff", new KeyEnterprise.Value("10", null, "TAX", true));
        return new KeyEnterprise(code, code, null, Text.of("无", "none"), null, true, values, null);
    }

    @Test
    void scoresEachAgainstAllTogether() {
        // Together: 400 of tax on 40 mu are 10 a mu, 2000 of revenue are 50 a mu, output is 200 a person.
        List<KeyEnterprise> evaluated = LandEfficiency.evaluate(
                List.of(enterprise("a", "10", "300.00", true), enterprise("b", "30", "100.00", true)));
        LandEfficiency first = evaluated.get(0).efficiency();
        assertThat(first).isNotNull();
        assertThat(first.taxPerMu()).isEqualByComparingTo("30");
        assertThat(first.revenuePerMu()).isEqualByComparingTo("100");
        assertThat(first.outputPerPerson()).isEqualByComparingTo("200");
        // 50 · 1.5 (3 is counted up to 1.5) + 30 · 1.5 + 20 · 1
        assertThat(first.score()).isEqualByComparingTo("140.00");
        LandEfficiency second = evaluated.get(1).efficiency();
        assertThat(second).isNotNull();
        // 50 · 3.33/10 + 30 · 33.33/50 + 20 · 1
        assertThat(second.score()).isEqualByComparingTo("56.67");
    }

    @Test
    void evaluatesNobodyOnWhatIsMerelyDeclaredOrWithoutLand() {
        List<KeyEnterprise> evaluated = LandEfficiency.evaluate(
                List.of(enterprise("a", "10", "300.00", false), enterprise("b", "0", "100.00", true)));
        assertThat(evaluated).allMatch(each -> each.efficiency() == null);
    }

    @Test
    void ranksIntoFourClasses() {
        List<KeyEnterprise> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twenty.add(enterprise("e" + (char) ('a' + i), "10", (100 + i) + ".00", true));
        }
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        LandEfficiency.evaluate(twenty).forEach(each -> {
            LandEfficiency efficiency = each.efficiency();
            assertThat(efficiency).isNotNull();
            counts.merge(efficiency.grade(), 1, Integer::sum);
        });
        assertThat(counts).isEqualTo(Map.of(Grade.A, 4, Grade.B, 10, Grade.C, 5, Grade.D, 1));
    }

    @Test
    void hidesASmallClassWithAnother() {
        LandEfficiencyCounts counts = LandEfficiencyCounts.of(
                2026, 20, new EnumMap<>(Map.of(Grade.A, 4, Grade.B, 10, Grade.C, 5, Grade.D, 1)));
        assertThat(counts.classes().stream()
                        .filter(LandEfficiencyCounts.Count::suppressed)
                        .map(LandEfficiencyCounts.Count::grade))
                .containsExactly(Grade.A, Grade.D);
        assertThat(LandEfficiencyCounts.of(2026, 15, new EnumMap<>(Map.of(Grade.A, 5, Grade.B, 10)))
                        .classes())
                .noneMatch(LandEfficiencyCounts.Count::suppressed);
    }
}
