package org.fourplusone.starter.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A refusal that a caller gets to see: a status, a stable code and, from the message catalogues
 * {@code problems_zh.properties} and {@code problems_en.properties}, a title ({@code CODE.title}) and a sentence
 * ({@code CODE}) that says what would be accepted.
 */
public final class Problem extends RuntimeException {

    private final HttpStatusCode status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private @Nullable String detail;

    private Problem(HttpStatusCode status, String code, List<Object> arguments, List<FieldProblem> fields) {
        super(status.value() + " " + code + (fields.isEmpty() ? "" : " " + fields), null, false, true);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.fields = fields;
    }

    public static Problem of(HttpStatus status, String code, Object... arguments) {
        return new Problem(status, code, Arrays.asList(arguments), List.of());
    }

    /** 404, the same for what is missing and for what belongs to somebody else. */
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    /** 400 {@code INVALID} with one entry for each field that cannot be used. */
    public static Problem invalid(List<FieldProblem> fields) {
        return new Problem(HttpStatus.BAD_REQUEST, "INVALID", List.of(), List.copyOf(fields));
    }

    public static Problem invalid(FieldProblem... fields) {
        return invalid(List.of(fields));
    }

    /** A problem that another service reported, passed on in its own words. */
    public static Problem passedOn(HttpStatusCode status, String code, @Nullable String detail) {
        Problem problem = new Problem(status, code, List.of(), List.of());
        problem.detail = detail;
        return problem;
    }

    /** Adds a member to the problem detail, such as what would have been available. */
    public Problem with(String property, @Nullable Object value) {
        if (value != null) {
            properties.put(property, value);
        }
        return this;
    }

    public HttpStatusCode status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    List<Object> arguments() {
        return arguments;
    }

    @Nullable
    String detail() {
        return detail;
    }
}
