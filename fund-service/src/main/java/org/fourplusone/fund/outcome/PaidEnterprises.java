package org.fourplusone.fund.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.fourplusone.fund.filing.ReadAhead;
import org.fourplusone.fund.filing.Watermark;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was paid what by the ledger. The sums are kept in memory; those of the enterprises that something was posted for since
 * the last time are read anew whenever they are asked for.
 */
@Component
class PaidEnterprises implements ReadAhead {
    /** @param amount what an enterprise was paid from a line in the year, gross of recoveries */
    record Paid(String creditCode, Line line, Money amount) {}

    /** @param year the budget year */
    record Sum(int year, Paid paid) {}

    /** What all enterprises were ever paid, by budget year and line. */
    record Payments(List<Sum> sums) {
        /** The budget years in which anything was paid, newest first. */
        List<Integer> years() {
            return sums.stream()
                    .map(Sum::year)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }

        List<Paid> in(int year) {
            return sums.stream()
                    .filter(sum -> sum.year() == year)
                    .map(Sum::paid)
                    .toList();
        }

        /** Whoever was ever paid. */
        Set<String> ever() {
            return sums.stream().map(sum -> sum.paid().creditCode()).collect(Collectors.toSet());
        }
    }

    private static final int ENTERPRISES = 500;
    private static final String SUMS = "SELECT f.credit_code, b.budget_year, b.line, SUM(b.paid) FROM filing f"
            + " JOIN filing_balance b ON b.filing_id = f.id WHERE b.paid > 0%s GROUP BY f.credit_code, b.budget_year, b.line";

    private final JdbcClient jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, List<Sum>> sums = new HashMap<>();
    private final Watermark mark;

    PaidEnterprises(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.mark = new Watermark(time);
    }

    Payments current() {
        reading.lock();
        try {
            mark.readOn(this::newestPosting, this::readAll, this::readAfter);
            return new Payments(sums.values().stream().flatMap(List::stream).toList());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void readAhead() {
        current();
    }

    private long newestPosting() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM posting")
                .query(Long.class)
                .single();
    }

    private void readAll() {
        keep(jdbc.sql(SUMS.formatted("")).query(PaidEnterprises::sum).list());
    }

    private void readAfter(long posting) {
        List<String> changed = jdbc.sql("SELECT DISTINCT f.credit_code FROM posting p JOIN filing f"
                        + " ON f.id = p.filing_id WHERE p.id > :after")
                .param("after", posting)
                .query(String.class)
                .list();
        changed.forEach(sums::remove);
        for (int from = 0; from < changed.size(); from += ENTERPRISES) {
            keep(jdbc.sql(SUMS.formatted(" AND f.credit_code IN (:codes)"))
                    .param("codes", changed.subList(from, Math.min(from + ENTERPRISES, changed.size())))
                    .query(PaidEnterprises::sum)
                    .list());
        }
    }

    private void keep(List<Sum> read) {
        sums.putAll(
                read.stream().collect(Collectors.groupingBy(sum -> sum.paid().creditCode())));
    }

    private static Sum sum(ResultSet row, int number) throws SQLException {
        return new Sum(
                row.getInt(2), new Paid(row.getString(1), Line.valueOf(row.getString(3)), Money.ofFen(row.getLong(4))));
    }
}
