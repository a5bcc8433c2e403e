package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a rule, each fault with its position as a JSON pointer (RFC 6901). */
public final class RuleFaults {

    /**
     * @param at where, such as {@code /rule/all/2/value}
     * @param code a stable code; {@code field.CODE} is its text
     */
    public record Fault(String at, String code, List<Object> arguments) {

        @Override
        public String toString() {
            return at + " " + code + (arguments.isEmpty() ? "" : " " + arguments);
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    public void add(String at, String code, Object... arguments) {
        faults.add(new Fault(at, code, List.of(arguments)));
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** @throws IllegalArgumentException naming every fault with its position */
    public void refuse(String what) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + faults);
        }
    }
}
