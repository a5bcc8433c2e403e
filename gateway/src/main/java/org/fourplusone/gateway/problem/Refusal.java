package org.fourplusone.gateway.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request the gateway turns away. Its code is stable, its text comes from {@code problems_zh.properties} and {@code
 * problems_en.properties}.
 */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private Refusal(
            HttpStatus status,
            String code,
            Object[] arguments,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(code, cause, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** One field of a refused body: its name, a stable code, and what the message needs. */
    public record FieldError(String field, String code) {}

    public static Refusal of(HttpStatus status, String code, Object... arguments) {
        return new Refusal(status, code, arguments, List.of(), null, null);
    }

    /** 404; also the answer for what the caller may not know to exist. */
    public static Refusal notFound() {
        return of(HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    /** 400 with the fields that were not understood. */
    public static Refusal invalid(FieldError... errors) {
        return new Refusal(HttpStatus.BAD_REQUEST, "INVALID", new Object[0], List.of(errors), null, null);
    }

    /** The same refusal with the fields it concerns. */
    public Refusal at(FieldError... fields) {
        return new Refusal(status, code, arguments, List.of(fields), retryAfter, getCause());
    }

    /** The same refusal with a {@code Retry-After} header, in whole seconds and at least one. */
    public Refusal retryAfter(Duration wait) {
        return new Refusal(status, code, arguments, errors, wait, getCause());
    }

    /** The same refusal with what led to it, for the log only. */
    public Refusal because(Throwable cause) {
        return new Refusal(status, code, arguments, errors, retryAfter, cause);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }

    List<FieldError> errors() {
        return errors;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
