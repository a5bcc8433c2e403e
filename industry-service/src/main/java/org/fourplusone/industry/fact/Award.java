package org.fourplusone.industry.fact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise was awarded for one filing, as fund-service tells it.
 *
 * @param filing the filing's id
 * @param item code of the item
 * @param amount committed, paid, recovered or revoked
 * @param on the day on which it came into this state
 * @param year the policy year
 * @param line the fund's programme line
 * @param claims what it was awarded for, such as {@code HONOUR:H-1}: nothing may be awarded twice
 */
record Award(
        String filing,
        String item,
        int itemVersion,
        Money amount,
        State state,
        LocalDate on,
        int year,
        @Nullable String line,
        List<String> claims) {

    enum State {
        COMMITTED,
        PAID,
        RECOVERED,
        REVOKED
    }

    /** The body of a telling: all but the filing, which the path names. */
    record Telling(
            @NotBlank @Size(max = 20) String item,
            @Min(1) int itemVersion,
            @NotNull Money amount,
            @NotNull State state,
            @NotNull LocalDate on,
            @Min(2019) @Max(2100) int year,
            @Nullable @Size(max = 30) String line,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 200) String> claims) {

        Award of(String filing) {
            return new Award(filing, item, itemVersion, amount, state, on, year, line, List.copyOf(claims));
        }
    }
}
