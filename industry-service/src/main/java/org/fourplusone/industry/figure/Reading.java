package org.fourplusone.industry.figure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.fourplusone.starter.text.Text;

/**
 * One number of a figure as a formula takes it; percents and points count as hundredths.
 *
 * @param key {@code S013}, or {@code S103.growth} for another number than the value
 */
record Reading(String key, Figure figure, String name, String written, Text unit) {

    private static final Text PERCENT = Text.of("%", "%");
    private static final Text POINTS = Text.of("个百分点", "percentage points");
    private static final Text LOST = Text.of("（单位缺失）", "(unit lost)");
    private static final Set<String> COUNTS = Set.of("个", "家", "人", "项", "条", "名");
    private static final Map<String, Text> NAMES = Map.of(
            "growth", Text.of("增速", "growth"),
            "vsCityPctPoints", Text.of("高于全市的幅度", "lead over the city"),
            "shareOfCityPct", Text.of("占全市的比重", "share of the city"));

    /** @throws IllegalStateException if the figure has no such number: reference data that contradicts itself */
    static Reading of(String key, Figure figure) {
        int dot = key.indexOf('.');
        String name = dot < 0 ? "value" : key.substring(dot + 1);
        Map<String, String> comparison = figure.comparison() == null ? Map.of() : figure.comparison();
        String written = dot < 0 ? figure.value() : name.equals("growth") ? figure.growth() : comparison.get(name);
        Text unit = dot < 0 ? figure.unit() : name.endsWith("PctPoints") ? POINTS : PERCENT;
        if (written == null) {
            throw new IllegalStateException("no such number: " + key);
        }
        return new Reading(key, figure, name, written, unit == null ? LOST : unit);
    }

    BigDecimal value() {
        return hundredths(new BigDecimal(written));
    }

    /** Half a unit of the last digit that the account gives; nothing for what was counted. */
    BigDecimal doubt() {
        if (COUNTS.contains(unit.zh())) {
            return BigDecimal.ZERO;
        }
        BigDecimal last = new BigDecimal(written).ulp();
        return hundredths(last.multiply(new BigDecimal("0.5")));
    }

    private BigDecimal hundredths(BigDecimal number) {
        return isPercent() ? number.movePointLeft(2) : number;
    }

    private boolean isPercent() {
        return unit.zh().equals("%") || unit.equals(POINTS);
    }

    /** Its name in a formula. */
    Text text() {
        Text own = figure.name();
        Text subject = figure.subject();
        Text whole = subject == null ? own : Text.of(subject.zh() + own.zh(), subject.en() + ": " + own.en());
        Text reading = NAMES.get(name);
        return reading == null ? whole : Text.of(whole.zh() + reading.zh(), whole.en() + ", " + reading.en());
    }

    /** Its number in a formula. */
    Text number() {
        return unit.equals(POINTS)
                ? Text.of(written + " 个百分点", written + " points")
                : isPercent() ? Text.of(written + "%", written + " %") : Text.of(written, written);
    }

    Derived.Part part() {
        return new Derived.Part(
                figure.id(),
                name,
                text(),
                written,
                unit,
                figure.qualifier(),
                figure.period().name(),
                figure.source(),
                "/api/industry/figures/" + figure.id());
    }
}
