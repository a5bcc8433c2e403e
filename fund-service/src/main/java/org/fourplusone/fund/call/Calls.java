package org.fourplusone.fund.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The calls. */
@Component
public class Calls {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Calls(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Call> find(String id) {
        return jdbc.sql("SELECT * FROM filing_call WHERE id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The item's calls, the one that is open on that day first. */
    public List<Call> ofItem(String itemCode, LocalDate day) {
        return jdbc.sql("SELECT * FROM filing_call WHERE item_code = :item ORDER BY (closed = 0 AND opens_on <= :day"
                        + " AND closes_on >= :day) DESC, opens_on DESC")
                .param("item", itemCode)
                .param("day", day)
                .query(this::read)
                .list();
    }

    List<Call> all(@Nullable String itemCode, @Nullable Integer year) {
        return jdbc.sql("SELECT * FROM filing_call WHERE (:item IS NULL OR item_code = :item)"
                        + " AND (:year IS NULL OR year = :year) ORDER BY item_code, opens_on")
                .param("item", itemCode)
                .param("year", year)
                .query(this::read)
                .list();
    }

    int countOf(int year) {
        return jdbc.sql("SELECT COUNT(*) FROM filing_call WHERE year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void add(Call call) {
        jdbc.sql("INSERT INTO filing_call (id, item_code, year, opens_on, closes_on, closed, illustrative, item)"
                        + " VALUES (:id, :code, :year, :opens, :closes, :closed, :illustrative, :item)")
                .param("id", call.id())
                .param("code", call.item().code())
                .param("year", call.year())
                .param("opens", call.opensOn())
                .param("closes", call.closesOn())
                .param("closed", call.closed())
                .param("illustrative", call.illustrative())
                .param("item", json.writeValueAsString(call.item()))
                .update();
    }

    boolean close(String id) {
        return jdbc.sql("UPDATE filing_call SET closed = 1 WHERE id = :id AND closed = 0")
                        .param("id", id)
                        .update()
                == 1;
    }

    private Call read(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getString("id"),
                row.getInt("year"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getBoolean("closed"),
                row.getBoolean("illustrative"),
                json.readValue(row.getString("item"), Item.class));
    }
}
