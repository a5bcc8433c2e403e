package org.fourplusone.fund.outcome;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise says of its finished filing. A draft may lack anything; what is submitted is whole.
 *
 * @param year the year of the figures, 2000 to this year
 * @param output industrial output of that year
 * @param revenue operating revenue of that year
 * @param rd R&D expense of that year
 * @param jobs staff at the end of that year
 * @param achieved what was reached of what was promised, at most 2,000 characters
 * @param useOfMoney what the money was spent on, at most 2,000 characters
 * @param problems what went otherwise than planned, at most 2,000 characters; may stay empty
 */
record SelfReport(
        @Nullable @Min(2000) @Max(9999) Integer year,
        @Nullable Money output,
        @Nullable Money revenue,
        @Nullable Money rd,
        @Nullable @Min(0) @Max(1_000_000) Integer jobs,
        @Nullable @Size(max = 2000) String achieved,
        @Nullable @Size(max = 2000) String useOfMoney,
        @Nullable @Size(max = 2000) String problems) {

    private static final Money MOST = Money.ofYuan(1_000_000_000_000L);

    /** @throws Problem 400 naming the figures that cannot be */
    void requireSound(int thisYear) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (year != null && year > thisYear) {
            wrong.add(new FieldProblem("year", "RANGE", "2000", Integer.toString(thisYear)));
        }
        amount("output", output, wrong);
        amount("revenue", revenue, wrong);
        amount("rd", rd, wrong);
        refuse(wrong);
    }

    private static void amount(String field, @Nullable Money amount, List<FieldProblem> wrong) {
        if (amount != null && (amount.isNegative() || amount.isMoreThan(MOST))) {
            wrong.add(new FieldProblem(field, "RANGE", Money.ZERO, MOST));
        }
    }

    /** @throws Problem 400 naming everything that is missing */
    void requireWhole() {
        List<FieldProblem> missing = new ArrayList<>();
        needed("year", year, missing);
        needed("output", output, missing);
        needed("revenue", revenue, missing);
        needed("rd", rd, missing);
        needed("jobs", jobs, missing);
        needed("achieved", achieved, missing);
        needed("useOfMoney", useOfMoney, missing);
        refuse(missing);
    }

    private static void needed(String field, @Nullable Object value, List<FieldProblem> missing) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            missing.add(new FieldProblem(field, "REQUIRED"));
        }
    }

    private static void refuse(List<FieldProblem> wrong) {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
