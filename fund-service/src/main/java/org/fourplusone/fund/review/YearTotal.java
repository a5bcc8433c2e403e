package org.fourplusone.fund.review;

import org.fourplusone.fund.filing.Filing;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one enterprise has been awarded in a policy year, over all its filings: reserved, committed, in transit and paid. */
@Component
class YearTotal {
    private final JdbcClient jdbc;

    YearTotal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The total as it stands. Holds the enterprise's row of the year until the transaction ends, so that two approvals at
     * once count each other.
     */
    Money hold(Filing filing) {
        jdbc.sql("INSERT INTO enterprise_year (credit_code, year, approvals) VALUES (:code, :year, 1)"
                        + " ON DUPLICATE KEY UPDATE approvals = approvals + 1")
                .param("code", filing.creditCode())
                .param("year", filing.year())
                .update();
        return of(filing);
    }

    /** The same for a reader, without holding anything. */
    Money of(Filing filing) {
        return Money.ofFen(
                jdbc.sql("SELECT COALESCE(SUM(b.reserved + b.committed + b.in_transit + b.paid), 0) FROM filing f"
                                + " JOIN filing_balance b ON b.filing_id = f.id"
                                + " WHERE f.credit_code = :code AND f.year = :year")
                        .param("code", filing.creditCode())
                        .param("year", filing.year())
                        .query(Long.class)
                        .single());
    }
}
