package org.fourplusone.industry.sample;

import java.math.BigDecimal;
import java.util.List;

/** Alternatives with weights, such as {@code 0 *80, 1000000..9000000 *20}; a missing weight is 1. */
record Weighted(List<String> alternatives, int[] weights) {

    static Weighted parse(String text) {
        List<String[]> parts = text.strip()
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(",")))
                .map(part -> part.strip().split("\\s*\\*"))
                .toList();
        return new Weighted(
                parts.stream().map(part -> part[0]).toList(),
                parts.stream()
                        .mapToInt(part -> part.length == 1 ? 1 : Integer.parseInt(part[1]))
                        .toArray());
    }

    /** One alternative; of a range, a whole number in it (in hundreds from ten thousand on). */
    String pick(Draw draw) {
        String chosen = alternatives.get(draw.weighted(weights));
        int range = chosen.indexOf("..");
        if (range < 0) {
            return chosen;
        }
        double low = Double.parseDouble(chosen.substring(0, range));
        double high = Double.parseDouble(chosen.substring(range + 2));
        long number = Math.round(draw.onLogScale(low, high));
        return BigDecimal.valueOf(number < 10_000 ? number : number / 100 * 100).toPlainString();
    }
}
