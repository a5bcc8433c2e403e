package org.fourplusone.industry.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fourplusone.industry.figure.Derived.Agreement;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers that follow from the published figures, recomputed from their parts. */
@Component
class DerivedFigures {

    private final List<Derived> all;

    /** What a derived number is, as reference data; {@code unit} {@code %} takes the result as hundredths. */
    record Derivation(
            String code,
            Text name,
            Text definition,
            JsonNode formula,
            Text unit,
            int digits,
            @Nullable Claim stated,
            @Nullable Text explanation) {}

    record Claim(
            Text text,
            @Nullable String figure,
            @Nullable String atLeast,
            @Nullable String atMost) {}

    DerivedFigures(JsonMapper json, PublishedFigures figures) {
        try (InputStream in = new ClassPathResource("reference/derivations.json").getInputStream()) {
            all = Arrays.stream(json.readValue(in, Derivation[].class))
                    .map(derivation -> derive(derivation, figures))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Derived> all() {
        return all;
    }

    static Derived derive(Derivation derivation, PublishedFigures figures) {
        Formula formula = Formula.read(derivation.formula());
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (String key : formula.parts()) {
            readings.put(key, Reading.of(key, figures.get(key.replaceFirst("\\..*", ""))));
        }
        boolean percent = derivation.unit().zh().equals("%");
        int digits = derivation.digits();
        BigDecimal exact = scaled(formula.value(key -> reading(readings, key).value()), percent);
        BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_UP);
        List<BigDecimal> ends = ends(formula, readings).stream()
                .map(end -> scaled(end, percent))
                .sorted()
                .toList();
        boolean certain = ends.get(0).compareTo(ends.get(ends.size() - 1)) == 0;
        return new Derived(
                derivation.code(),
                derivation.name(),
                derivation.definition(),
                written(formula, key -> reading(readings, key).text()),
                worked(formula, readings, exact, rounded, derivation.unit()),
                readings.values().stream().map(Reading::part).toList(),
                new Derived.Result(
                        rounded.toPlainString(),
                        derivation.unit(),
                        digits,
                        Text.of(
                                "四舍五入到小数点后 " + digits + " 位，只在最后舍入一次",
                                "Rounded half up to " + digits + " decimals, once, at the end"),
                        certain
                                ? null
                                : ends.get(0)
                                        .setScale(digits, RoundingMode.FLOOR)
                                        .toPlainString(),
                        certain
                                ? null
                                : ends.get(ends.size() - 1)
                                        .setScale(digits, RoundingMode.CEILING)
                                        .toPlainString()),
                stated(derivation.stated(), figures),
                agreement(exact, derivation.stated(), figures),
                derivation.explanation());
    }

    /** The results at every corner of what the rounded parts can be; the formulas rise or fall in each part, so the extremes are among them. */
    private static List<BigDecimal> ends(Formula formula, Map<String, Reading> readings) {
        List<Map<String, BigDecimal>> corners = new ArrayList<>(List.of(Map.of()));
        readings.forEach((key, reading) -> {
            List<Map<String, BigDecimal>> more = new ArrayList<>();
            for (Map<String, BigDecimal> corner : corners) {
                for (BigDecimal doubt : List.of(reading.doubt().negate(), reading.doubt())) {
                    Map<String, BigDecimal> next = new HashMap<>(corner);
                    next.put(key, reading.value().add(doubt));
                    more.add(next);
                }
            }
            corners.clear();
            corners.addAll(more);
        });
        return corners.stream()
                .map(corner -> formula.value(key -> corner.getOrDefault(key, BigDecimal.ZERO)))
                .toList();
    }

    private static Reading reading(Map<String, Reading> readings, String key) {
        return java.util.Objects.requireNonNull(readings.get(key));
    }

    private static BigDecimal scaled(BigDecimal result, boolean percent) {
        return percent ? result.movePointRight(2) : result;
    }

    private static Text written(Formula formula, Function<String, Text> parts) {
        return Text.of(formula.write(key -> parts.apply(key).in(Language.ZH)), formula.write(key -> parts.apply(key)
                .in(Language.EN)));
    }

    private static Text worked(
            Formula formula, Map<String, Reading> readings, BigDecimal exact, BigDecimal rounded, Text unit) {
        Text numbers = written(formula, key -> reading(readings, key).number());
        String equals = exact.compareTo(rounded) == 0 ? " = " : " ≈ ";
        String number = rounded.toPlainString().replace('-', '−');
        return Text.of(
                numbers.zh() + equals + number + (unit.zh().equals("%") ? "%" : " " + unit.zh()),
                numbers.en() + equals + number + " " + unit.en());
    }

    private static Derived.@Nullable Stated stated(@Nullable Claim claim, PublishedFigures figures) {
        if (claim == null) {
            return null;
        }
        String value =
                claim.figure() == null ? null : figures.get(claim.figure()).value();
        return new Derived.Stated(claim.text(), claim.figure(), value, claim.atLeast(), claim.atMost());
    }

    private static Agreement agreement(BigDecimal exact, @Nullable Claim claim, PublishedFigures figures) {
        if (claim == null) {
            return Agreement.NOT_STATED;
        }
        boolean agrees = true;
        if (claim.figure() != null) {
            String value = figures.get(claim.figure()).value();
            BigDecimal said = new BigDecimal(java.util.Objects.requireNonNull(value));
            agrees = exact.setScale(said.scale(), RoundingMode.HALF_UP).compareTo(said) == 0;
        }
        if (claim.atLeast() != null) {
            agrees &= exact.compareTo(new BigDecimal(claim.atLeast())) >= 0;
        }
        if (claim.atMost() != null) {
            agrees &= exact.compareTo(new BigDecimal(claim.atMost())) <= 0;
        }
        return agrees ? Agreement.AGREES : Agreement.DISAGREES;
    }
}
