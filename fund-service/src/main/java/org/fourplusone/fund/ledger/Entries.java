package org.fourplusone.fund.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the entries with their postings. */
@Component
class Entries {
    /** One entry with its posting's cause; {@code amount} is signed. */
    record Entry(
            long posting,
            Instant at,
            LocalDate bookedOn,
            Line line,
            Text lineName,
            Account account,
            Money amount,
            int budgetYear,
            String source,
            String document,
            String step,
            String reference,
            @Nullable String filing,
            @Nullable String person) {}

    /** A filing's entries: those of its own postings and those of the year ends that carried it over. */
    private static final String OF_FILING =
            " FROM (SELECT id FROM posting WHERE filing_id = :filing UNION ALL SELECT id FROM"
                    + " posting WHERE step IN ('CARRY_OUT', 'CARRY_IN')) o JOIN posting p ON p.id = o.id JOIN entry e ON e.posting_id ="
                    + " p.id AND e.filing_id = :filing WHERE 1 = 1";

    private static final String OF_ALL = " FROM entry e JOIN posting p ON p.id = e.posting_id WHERE ";

    private final JdbcClient jdbc;
    private final EntryTally tally;

    Entries(JdbcClient jdbc, EntryTally tally) {
        this.jdbc = jdbc;
        this.tally = tally;
    }

    /** Newest first; what is absent narrows nothing. */
    Page<Entry> page(
            @Nullable Integer year,
            @Nullable Line line,
            @Nullable Account account,
            @Nullable String filing,
            Paging paging) {
        String narrowed = (year == null ? "" : " AND p.budget_year = :year")
                + (line == null ? "" : " AND e.line = :line")
                + (account == null ? "" : " AND e.account = :account");
        Map<String, Object> filter = new HashMap<>();
        if (year != null) {
            filter.put("year", year);
        }
        if (line != null) {
            filter.put("line", line.name());
        }
        if (account != null) {
            filter.put("account", account.name());
        }
        if (filing != null) {
            filter.put("filing", filing);
            return ofFiling(OF_FILING + narrowed, filter, paging);
        }
        return ofAll(
                kind -> (year == null || kind.year() == year)
                        && (line == null || kind.line() == line)
                        && (account == null || kind.account() == account),
                narrowed,
                filter,
                paging);
    }

    private Page<Entry> ofFiling(String from, Map<String, Object> filter, Paging paging) {
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(filter)
                .query(Long.class)
                .single();
        return Page.of(rows(from, filter, paging.size(), paging.offset()), paging, total);
    }

    /** Counted by the tally; only the stretches that hold the page are read. */
    private Page<Entry> ofAll(
            Predicate<EntryTally.Kind> wanted, String narrowed, Map<String, Object> filter, Paging paging) {
        List<String> holding = new ArrayList<>();
        long total = 0;
        long skipped = 0;
        for (EntryTally.Stretch stretch : tally.stretches()) {
            long entries = stretch.entries(wanted);
            boolean isAfterStart = total + entries > paging.offset();
            if (entries > 0 && isAfterStart && total < paging.offset() + paging.size()) {
                skipped = holding.isEmpty() ? total : skipped;
                holding.add("e.posting_id BETWEEN " + stretch.first() + " AND " + stretch.last());
            }
            total += entries;
        }
        if (holding.isEmpty()) {
            return Page.of(List.of(), paging, total);
        }
        String from = OF_ALL + "(" + String.join(" OR ", holding) + ")" + narrowed;
        return Page.of(rows(from, filter, paging.size(), paging.offset() - skipped), paging, total);
    }

    private List<Entry> rows(String from, Map<String, Object> filter, int size, long offset) {
        return jdbc.sql("SELECT p.*, e.account, e.amount" + from
                        + " ORDER BY e.posting_id DESC, e.position LIMIT :size OFFSET :offset")
                .params(filter)
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        Objects.requireNonNull(UtcColumn.read(row, "posted_at")),
                        row.getObject("booked_on", LocalDate.class),
                        Line.valueOf(row.getString("line")),
                        Line.valueOf(row.getString("line")).title(),
                        Account.valueOf(row.getString("account")),
                        Money.ofFen(row.getLong("amount")),
                        row.getInt("budget_year"),
                        row.getString("source"),
                        row.getString("document"),
                        row.getString("step"),
                        row.getString("reference"),
                        row.getString("filing_id"),
                        row.getString("person")))
                .list();
    }
}
