package org.fourplusone.fund.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Locks again by the first key what older keys locked, once a new key was put before them. Each row by itself and only as it
 * was read, so that it may stop at any row, run in several instances, and never undoes a change. Once it says that nothing is
 * left, the older keys can go.
 */
@Component
class RelockAccounts {
    private static final Logger log = LoggerFactory.getLogger(RelockAccounts.class);
    private static final int AT_ONCE = 200;

    /** @param key columns whose values, with a slash between, are the row that the text is bound to */
    private record Place(String table, List<String> key, String column) {
        String keys() {
            return String.join(", ", key);
        }

        String marks(String prefix) {
            return IntStream.range(0, key.size())
                    .mapToObj(i -> ":" + prefix + i)
                    .collect(Collectors.joining(", "));
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("instalment", List.of("id"), "number_lock"),
            new Place("payment", List.of("end_to_end_id"), "number_lock"),
            new Place("confirmed_account", List.of("filing_id"), "number_lock"),
            new Place("batch_file", List.of("batch_id", "kind"), "body"));

    private record Locked(List<String> key, byte[] text) {
        String row() {
            return String.join("/", key);
        }
    }

    private final JdbcClient jdbc;
    private final AccountVault vault;
    private boolean isDone;

    RelockAccounts(JdbcClient jdbc, AccountVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1H")
    void whenKeysChanged() {
        if (vault.hasOldKeys() && !isDone) {
            int rows = all();
            isDone = true;
            log.info("{} rows were locked again; all are locked by the first of suite.secret-key now", rows);
        }
    }

    /** How many rows were locked again. */
    int all() {
        return PLACES.stream().mapToInt(this::all).sum();
    }

    private int all(Place place) {
        int relocked = 0;
        List<Locked> rows = next(place, null);
        while (!rows.isEmpty()) {
            for (Locked row : rows) {
                relocked += relock(place, row);
            }
            rows = next(place, rows.get(rows.size() - 1).key());
        }
        return relocked;
    }

    private List<Locked> next(Place place, @Nullable List<String> last) {
        JdbcClient.StatementSpec statement = jdbc.sql(
                        "SELECT %s, %s FROM %s WHERE LEFT(%s, 5) <> :mark%s ORDER BY %s LIMIT %d"
                                .formatted(
                                        place.keys(),
                                        place.column(),
                                        place.table(),
                                        place.column(),
                                        last == null
                                                ? ""
                                                : " AND (%s) > (%s)".formatted(place.keys(), place.marks("last")),
                                        place.keys(),
                                        AT_ONCE))
                .param("mark", vault.mark());
        for (int i = 0; last != null && i < last.size(); i++) {
            statement = statement.param("last" + i, last.get(i));
        }
        return statement
                .query((row, number) -> {
                    List<String> key = new ArrayList<>();
                    for (String column : place.key()) {
                        key.add(row.getString(column));
                    }
                    return new Locked(key, row.getBytes(place.column()));
                })
                .list();
    }

    private int relock(Place place, Locked row) {
        JdbcClient.StatementSpec statement = jdbc.sql(
                        "UPDATE %1$s SET %2$s = :new WHERE (%3$s) = (%4$s) AND %2$s = :old"
                                .formatted(place.table(), place.column(), place.keys(), place.marks("key")))
                .param("new", vault.seal(vault.unseal(row.text(), row.row()), row.row()))
                .param("old", row.text());
        for (int i = 0; i < row.key().size(); i++) {
            statement = statement.param("key" + i, row.key().get(i));
        }
        return statement.update();
    }
}
