package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?free=LINE:amount}, repeated or as a comma list. */
final class FreeMoney {

    private FreeMoney() {}

    /** @throws Problem 400 naming what cannot be read */
    static Map<ProgrammeLine, Money> read(@Nullable List<String> given) {
        Map<ProgrammeLine, Money> free = new EnumMap<>(ProgrammeLine.class);
        List<FieldProblem> problems = new ArrayList<>();
        for (String each : String.join(",", given == null ? List.of() : given).split(",")) {
            if (each.isEmpty()) {
                continue;
            }
            String[] parts = each.split(":", -1);
            try {
                Money money = Money.parse(parts.length == 2 ? parts[1] : "");
                if (money.isNegative() || free.put(ProgrammeLine.valueOf(parts[0]), money) != null) {
                    problems.add(new FieldProblem("free", "FREE_FORM", each));
                }
            } catch (IllegalArgumentException e) {
                problems.add(new FieldProblem("free", "FREE_FORM", each));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return free;
    }
}
