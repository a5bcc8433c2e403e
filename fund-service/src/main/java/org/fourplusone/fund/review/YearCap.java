package org.fourplusone.fund.review;

import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The most that one enterprise is awarded in a policy year, over all its filings. */
@Component
class YearCap {
    private final JdbcClient jdbc;
    private final ApprovalLimits limits;

    YearCap(JdbcClient jdbc, ApprovalLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /**
     * 409 {@code YEAR_CAP} with {@code available} when the award would exceed it. Holds the enterprise's row of the year
     * until the transaction ends, so that two approvals at once count each other.
     */
    void require(Filing filing, Money amount) {
        jdbc.sql("INSERT INTO enterprise_year (credit_code, year, approvals) VALUES (:code, :year, 1)"
                        + " ON DUPLICATE KEY UPDATE approvals = approvals + 1")
                .param("code", filing.creditCode())
                .param("year", filing.year())
                .update();
        Money held = Money.ofFen(
                jdbc.sql("SELECT COALESCE(SUM(b.reserved + b.committed + b.in_transit + b.paid), 0) FROM filing f"
                                + " JOIN filing_balance b ON b.filing_id = f.id"
                                + " WHERE f.credit_code = :code AND f.year = :year")
                        .param("code", filing.creditCode())
                        .param("year", filing.year())
                        .query(Long.class)
                        .single());
        Money free = limits.yearly().minus(held).max(Money.ZERO);
        if (amount.compareTo(free) > 0) {
            throw Problem.of(HttpStatus.CONFLICT, "YEAR_CAP", limits.yearly(), free)
                    .with("cap", limits.yearly())
                    .with("available", free);
        }
    }
}
