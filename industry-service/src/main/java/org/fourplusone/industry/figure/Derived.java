package org.fourplusone.industry.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A number worked out from published figures, beside what the accounts say of it.
 *
 * @param formula with the parts by name
 * @param worked with their numbers and the result
 * @param explanation how result and account go together, or why they do not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Derived(
        String code,
        Text name,
        Text definition,
        Text formula,
        Text worked,
        List<Part> parts,
        Result result,
        @Nullable Stated stated,
        Agreement agreement,
        @Nullable Text explanation) {

    /** Whether the result, rounded as the account rounds, is what the account says. */
    enum Agreement {
        AGREES,
        DISAGREES,
        NOT_STATED
    }

    /**
     * A number that the result was worked out from.
     *
     * @param figure its figure
     * @param reading which of the figure's numbers: {@code value}, {@code growth} or one of its comparison
     * @param link where the figure is read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String figure,
            String reading,
            Text name,
            String value,
            Text unit,
            @Nullable Text qualifier,
            Text period,
            String source,
            String link) {}

    /**
     * @param digits decimals that it is rounded to, half up, once and at the end
     * @param low the least that it can be, since the parts are rounded themselves; absent where they are counts
     * @param high the most that it can be
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            String value,
            Text unit,
            int digits,
            Text rounding,
            @Nullable String low,
            @Nullable String high) {}

    /**
     * What the account says.
     *
     * @param text its words
     * @param figure the figure that gives the number itself
     * @param atLeast what its words amount to, where they give no number
     * @param atMost what it cannot exceed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stated(
            Text text,
            @Nullable String figure,
            @Nullable String value,
            @Nullable String atLeast,
            @Nullable String atMost) {}
}
