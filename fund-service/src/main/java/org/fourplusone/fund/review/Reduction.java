package org.fourplusone.fund.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.fund.filing.ClaimLine;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why a reviewer goes below the recomputed award, and by how much.
 *
 * @param line the claim line it rests on; left out only where the filing claims no lines
 */
record Reduction(
        @Nullable @Size(max = 10) String line,
        @NotNull Money amount,
        @NotBlank @Size(max = 500) String reason) {

    /** 400 {@code INVALID} unless the reductions make up the whole difference, each citing its line. */
    static void requireExplained(List<Reduction> reductions, Money difference, List<ClaimLine> lines) {
        List<FieldProblem> wrong = new ArrayList<>();
        Money sum = Money.ZERO;
        for (int i = 0; i < reductions.size(); i++) {
            Reduction reduction = reductions.get(i);
            String line = reduction.line();
            boolean isKnown = lines.stream().anyMatch(known -> known.id().equals(line));
            if (line == null ? !lines.isEmpty() : !isKnown) {
                wrong.add(new FieldProblem("reductions[" + i + "].line", "NO_LINE"));
            }
            if (!reduction.amount().isPositive()) {
                wrong.add(new FieldProblem("reductions[" + i + "].amount", "AMOUNT"));
            }
            sum = sum.plus(reduction.amount());
        }
        if (wrong.isEmpty() && !sum.equals(difference)) {
            wrong.add(new FieldProblem("reductions", "REDUCTIONS", difference));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
