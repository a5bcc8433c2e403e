package org.fourplusone.industry.fact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.money.Money;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Awards by enterprise; each telling is a row, the newest of a filing is current. */
@Repository
class Awards {

    private final JdbcClient database;
    private final Clock clock;

    Awards(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The current awards of several enterprises. */
    Map<String, List<Award>> of(Collection<String> creditCodes) {
        Map<String, Map<String, Award>> newest = new LinkedHashMap<>();
        database.sql("SELECT credit_code, filing, item, item_version, amount, state, awarded_on, policy_year, line,"
                        + " claims FROM award WHERE credit_code IN (:codes)"
                        + " ORDER BY credit_code, filing, change_number")
                .param("codes", creditCodes)
                .query((RowCallbackHandler)
                        row -> newest.computeIfAbsent(row.getString("credit_code"), code -> new LinkedHashMap<>())
                                .put(
                                        row.getString("filing"),
                                        new Award(
                                                row.getString("filing"),
                                                row.getString("item"),
                                                row.getInt("item_version"),
                                                Money.ofFen(row.getLong("amount")),
                                                Award.State.valueOf(row.getString("state")),
                                                row.getObject("awarded_on", LocalDate.class),
                                                row.getInt("policy_year"),
                                                row.getString("line"),
                                                row.getString("claims").lines().toList())));
        Map<String, List<Award>> awards = new LinkedHashMap<>();
        newest.forEach((code, byFiling) -> awards.put(code, new ArrayList<>(byFiling.values())));
        return awards;
    }

    void add(String creditCode, long changeNumber, Award award) {
        database.sql("INSERT INTO award (credit_code, filing, change_number, item, item_version, amount, state,"
                        + " awarded_on, policy_year, line, claims, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(creditCode)
                .param(award.filing())
                .param(changeNumber)
                .param(award.item())
                .param(award.itemVersion())
                .param(award.amount().fen())
                .param(award.state().name())
                .param(award.on())
                .param(award.year())
                .param(award.line())
                .param(String.join("\n", award.claims()))
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
