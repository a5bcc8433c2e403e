package org.fourplusone.industry.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One number that the zone published, as it stands in the source: nothing is filled in, converted or smoothed.
 *
 * @param id {@code S001} and so on
 * @param scope {@code zone}, {@code park} or {@code enterprise}
 * @param value decimal, in {@code unit}
 * @param qualifier the source's word for how exact it is: about, over, nearly
 * @param growth percent against the same period of the year before
 * @param comparison what the source compares it with, with what follows from that
 * @param yearBasis {@code inferred}: the source does not print its year
 * @param source code of the source
 * @param locator the heading under which it stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Figure(
        String id,
        String indicator,
        Text name,
        String category,
        String scope,
        @Nullable Text subject,
        Period period,
        @Nullable String value,
        @Nullable Text unit,
        @Nullable Text qualifier,
        @Nullable String growth,
        @Nullable Rank rank,
        @Nullable Map<String, String> comparison,
        String yearBasis,
        String source,
        @Nullable String locator,
        @Nullable Text note) {

    /** What the number covers; the ends are dates, or as much of them as the source tells. */
    record Period(
            String type, @Nullable String from, @Nullable String to, Text name) {}

    /** Its place, among whom, by growth or amount. */
    record Rank(int position, String among, @Nullable String of) {}
}
