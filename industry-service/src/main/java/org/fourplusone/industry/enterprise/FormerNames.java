package org.fourplusone.industry.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fourplusone.starter.security.Caller;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What enterprises were called before. */
@Repository
public class FormerNames {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;

    FormerNames(JdbcClient database, JdbcTemplate batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /** @param until the day from which the enterprise had another name */
    public record FormerName(String name, LocalDate until) {}

    /** A former name with whose it was, for those who load many. */
    public record Row(String creditCode, FormerName name) {}

    /** An enterprise's former names, the last one first. */
    List<FormerName> of(CreditCode code) {
        return database.sql(
                        "SELECT name, used_until FROM former_name WHERE credit_code = ? ORDER BY used_until DESC, name")
                .param(code.value())
                .query((row, number) ->
                        new FormerName(row.getString("name"), row.getObject("used_until", LocalDate.class)))
                .list();
    }

    void add(String creditCode, FormerName former) {
        addAll(List.of(new Row(creditCode, former)));
    }

    /** Adds many at once, within the running transaction. */
    public void addAll(List<Row> rows) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        String who = Caller.find().map(Caller::username).orElse("sample");
        MultiRowInsert.insert(
                batches,
                "former_name (credit_code, used_until, name, recorded_at, recorded_by)",
                5,
                rows,
                (statement, first, row) -> {
                    statement.setString(first, row.creditCode());
                    statement.setObject(first + 1, row.name().until());
                    statement.setString(first + 2, row.name().name());
                    statement.setObject(first + 3, now);
                    statement.setString(first + 4, who);
                });
    }
}
