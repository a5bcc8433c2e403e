package org.fourplusone.starter.problem;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field as the caller wrote it, such as {@code claimLines[0].netAmount}
 * @param code a stable code; {@code field.CODE} is its text in the message catalogues
 * @param arguments what the text's places are filled with
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

    public FieldProblem(String field, String code, Object... arguments) {
        this(field, code, Arrays.asList(arguments));
    }
}
