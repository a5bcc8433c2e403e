package org.fourplusone.industry.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.fourplusone.industry.figure.Derived.Agreement;
import org.fourplusone.industry.figure.DerivedFigures.Claim;
import org.fourplusone.industry.figure.DerivedFigures.Derivation;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Results worked out by hand from the two accounts. */
class DerivedFiguresTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new org.fourplusone.starter.text.TextJson())
            .build();
    private static final PublishedFigures FIGURES = new PublishedFigures(JSON);
    private static final Map<String, Derived> DERIVED =
            new DerivedFigures(JSON, FIGURES).all().stream().collect(Collectors.toMap(Derived::code, each -> each));

    @ParameterizedTest
    @CsvSource({
        // 41 / 53 = 0.773584…
        "START_RATE_2019, 77.36, , , AGREES",
        "START_RATE_2024, 100.00, , , AGREES",
        // 62 / 105 = 0.590476…
        "START_RATE_2024_ALL, 59.05, , , NOT_STATED",
        // 78.1 / 109.4 = 0.713893…; 78.05 / 109.45 = 0.71311…, 78.15 / 109.35 = 0.71467…
        "COMPLETION_2024, 71.4, 71.3, 71.5, DISAGREES",
        // 78.1 − 82.05; 78.05 − 82.0875, 78.15 − 82.0125
        "PLAN_GAP_2024, -3.95, -4.04, -3.86, NOT_STATED",
        // 33 / 29 = 1.137931…; 32.5 / 29.5 = 1.10169…, 33.5 / 28.5 = 1.17543…
        "KEY_PROJECTS_OF_INVESTMENT_2019, 113.79, 110.16, 117.55, DISAGREES",
        "CITY_GDP_GROWTH_2024, 5.5, 5.4, 5.6, NOT_STATED",
        "CITY_SECONDARY_GROWTH_2024, 7.3, 7.2, 7.4, NOT_STATED",
        "CITY_TERTIARY_GROWTH_2024, 5.0, 4.9, 5.1, NOT_STATED",
        // 29.03 / 88.39 = 0.328430…
        "EXPORTER_SHARE_2024, 32.84, 32.83, 32.86, NOT_STATED",
        // 29.03 × 46.9 / 146.9 = 9.268257…, 88.39 × 17.1 / 117.1 = 12.907506…
        "EXPORTER_SHARE_OF_GROWTH_2024, 71.81, 71.55, 72.06, NOT_STATED",
        // (12.907506 − 9.268257) / (75.482494 − 19.761743) = 3.639249 / 55.720751
        "TRADE_GROWTH_WITHOUT_EXPORTER_2024, 6.53, 6.45, 6.61, NOT_STATED",
        // 6.3 × 0.84 = 5.292; 6.25 × 0.835 = 5.21875, 6.35 × 0.845 = 5.36575
        "TAX_REVENUE_2019, 5.29, 5.21, 5.37, NOT_STATED",
        "CITY_TECHNICIANS_2024, 5, 4, 6, NOT_STATED"
    })
    void agreesWithTheHand(
            String code, String result, @Nullable String low, @Nullable String high, Agreement agreement) {
        Derived derived = DERIVED.get(code);
        assertThat(derived).isNotNull();
        assertThat(derived.result().value()).isEqualTo(result);
        assertThat(derived.result().low()).isEqualTo(low);
        assertThat(derived.result().high()).isEqualTo(high);
        assertThat(derived.agreement()).isEqualTo(agreement);
    }

    @Test
    void isHereForEachDerivationAndContradictionsNameOnlyWhatThereIs() {
        assertThat(DERIVED).hasSize(14);
        assertThat(FIGURES.contradictions()).allSatisfy(each -> {
            assertThat(DERIVED.keySet()).containsAll(each.derivations());
            assertThat(each.figures())
                    .allSatisfy(id -> assertThat(FIGURES.find(id)).isPresent());
        });
    }

    @Test
    void writesItselfWithTheBracketsThatItNeeds() {
        Derived rate = DERIVED.get("START_RATE_2019");
        assertThat(rate.formula().zh()).isEqualTo("(新开工 + 复工) ÷ 重点建设项目");
        assertThat(rate.worked().zh()).isEqualTo("(13 + 28) ÷ 53 ≈ 77.36%");
        assertThat(DERIVED.get("CITY_GDP_GROWTH_2024").worked().zh()).isEqualTo("8.0% − 2.5 个百分点 = 5.5%");
        assertThat(DERIVED.get("EXPORTER_SHARE_OF_GROWTH_2024").worked().en())
                .isEqualTo("(29.03 − 29.03 ÷ (1 + 46.9 %)) ÷ (88.39 − 88.39 ÷ (1 + 17.1 %)) ≈ 71.81 %");
        assertThat(DERIVED.get("PLAN_GAP_2024").worked().zh()).isEqualTo("78.1 − 109.4 × 9 ÷ 12 = −3.95 亿元");
        assertThat(DERIVED.get("TAX_REVENUE_2019").worked().zh()).isEqualTo("6.3 × 84% ≈ 5.29 亿元");
    }

    @Test
    void seesWhenAnAccountSaysSomethingElse() {
        assertThat(of("{\"over\":[{\"plus\":[\"S014\",\"S015\"]},\"S013\"]}", new Claim(text(), "S016", null, null))
                        .agreement())
                .isEqualTo(Agreement.AGREES);
        assertThat(of("{\"over\":[\"S015\",\"S013\"]}", new Claim(text(), "S016", null, null))
                        .agreement())
                .isEqualTo(Agreement.DISAGREES);
        assertThat(of("{\"over\":[\"S074\",\"S071\"]}", new Claim(text(), null, "59", "60"))
                        .agreement())
                .isEqualTo(Agreement.AGREES);
    }

    @Test
    void refusesPartsThatNoFigureHas() {
        assertThatThrownBy(() -> of("{\"over\":[\"S013.growth\",\"S013\"]}", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("S013.growth");
    }

    private static Derived of(String formula, @Nullable Claim claim) {
        return DerivedFigures.derive(
                new Derivation("X", text(), text(), JSON.readTree(formula), Text.of("%", "%"), 2, claim, null),
                FIGURES);
    }

    private static Text text() {
        return Text.of("文", "text");
    }
}
