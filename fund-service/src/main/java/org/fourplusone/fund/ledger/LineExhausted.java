package org.fourplusone.fund.ledger;

import java.util.Optional;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** 409 {@code LINE_EXHAUSTED}: says what was asked and what the line had free; nothing in a year that it has no money of. */
final class LineExhausted {
    private LineExhausted() {}

    static Problem problem(Line line, Money asked, Optional<LineBalance> row) {
        return problem(line, asked, row.map(LineBalance::available).orElse(Money.ZERO));
    }

    static Problem problem(Line line, Money asked, Money available) {
        return Problem.of(HttpStatus.CONFLICT, "LINE_EXHAUSTED", asked, available)
                .with("line", line.name())
                .with("available", available);
    }
}
