package org.fourplusone.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.regex.Pattern;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of the person of a session.
 *
 * @param freshUntil until when moves that ask for it are open; absent when it was not proved, or too long ago
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactorState(boolean setUp, @Nullable Instant freshUntil) {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    /** The digits of a code as it was typed, perhaps with spaces: 400 when they are not six. */
    static String digits(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw Refusal.invalid(new FieldError("code", "REQUIRED"));
        }
        String digits = typed.replaceAll("[\\s\\u3000]", "");
        if (!SIX_DIGITS.matcher(digits).matches()) {
            throw Refusal.invalid(new FieldError("code", "NOT_SIX_DIGITS"));
        }
        return digits;
    }
}
