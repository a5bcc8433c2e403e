package org.fourplusone.policy.item;

import java.util.List;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;

/** Faults as a caller gets to see them. */
public final class Faults {

    /** More than these help nobody. */
    private static final int MOST = 200;

    private Faults() {}

    /** 400 {@code INVALID} with each fault at the prefix and its pointer. */
    public static Problem problem(String prefix, RuleFaults faults) {
        return Problem.invalid(fields(prefix, faults));
    }

    public static List<FieldProblem> fields(String prefix, RuleFaults faults) {
        return faults.all().stream()
                .limit(MOST)
                .map(fault -> new FieldProblem(
                        prefix + fault.at(), fault.code(), fault.arguments().toArray()))
                .toList();
    }
}
