package org.fourplusone.industry.spreadsheet;

import java.util.Arrays;
import java.util.List;

/** A file that is not read any further, for one reason: a stable code and what its sentence is filled with. */
public final class FileRefused extends Exception {

    private final String code;
    private final transient List<Object> arguments;

    public FileRefused(String code, Object... arguments) {
        super(code + Arrays.asList(arguments), null, false, false);
        this.code = code;
        this.arguments = Arrays.asList(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
