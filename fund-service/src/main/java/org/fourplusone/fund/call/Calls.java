package org.fourplusone.fund.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The calls. */
@Component
public class Calls {
    private static final String OPEN = "(closed = 0 AND opens_on <= :day AND closes_on >= :day)";

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

    Optional<Call> lock(String id) {
        return jdbc.sql("SELECT * FROM filing_call WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The item's calls, locked until the transaction ends. */
    List<Call> lockOfItem(String itemCode) {
        return jdbc.sql("SELECT * FROM filing_call WHERE item_code = :item ORDER BY opens_on FOR UPDATE")
                .param("item", itemCode)
                .query(this::read)
                .list();
    }

    /** The item's calls, the one that is open on that day first. */
    public List<Call> ofItem(String itemCode, LocalDate day) {
        return jdbc.sql("SELECT * FROM filing_call WHERE item_code = :item ORDER BY " + OPEN + " DESC, opens_on DESC")
                .param("item", itemCode)
                .param("day", day)
                .query(this::read)
                .list();
    }

    Page<Call> page(
            @Nullable String itemCode, @Nullable Integer year, @Nullable Boolean open, LocalDate day, Paging paging) {
        String where = " WHERE (:item IS NULL OR item_code = :item) AND (:year IS NULL OR year = :year)"
                + (open == null ? "" : open ? " AND " + OPEN : " AND NOT " + OPEN);
        long total = jdbc.sql("SELECT COUNT(*) FROM filing_call" + where)
                .param("item", itemCode)
                .param("year", year)
                .param("day", day)
                .query(Long.class)
                .single();
        List<Call> rows = jdbc.sql("SELECT * FROM filing_call" + where + " ORDER BY "
                        + (Boolean.TRUE.equals(open) ? "closes_on, " : "")
                        + "item_code, opens_on, id LIMIT :size OFFSET :offset")
                .param("item", itemCode)
                .param("year", year)
                .param("day", day)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::read)
                .list();
        return Page.of(rows, paging, total);
    }

    int countOf(int year) {
        return jdbc.sql("SELECT COUNT(*) FROM filing_call WHERE year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void add(Call call) {
        JdbcClient.StatementSpec insert = jdbc.sql("INSERT INTO filing_call (id, version, item_code, year, opens_on,"
                        + " closes_on, closed, illustrative, item, department, allocation, notice_order, joint_review,"
                        + " instalment_note) VALUES (:id, 1, :code, :year, :opens, :closes, :closed, :illustrative, :item,"
                        + " :department, :allocation, :order, :offices, :note)")
                .param("code", call.item().code())
                .param("closed", call.closed())
                .param("illustrative", call.illustrative())
                .param("item", json.writeValueAsString(call.item()));
        terms(insert, call).update();
    }

    /** Writes what may change; its caller holds the row. */
    void update(Call call) {
        JdbcClient.StatementSpec update = jdbc.sql("UPDATE filing_call SET version = version + 1, year = :year,"
                + " opens_on = :opens, closes_on = :closes, department = :department, allocation = :allocation,"
                + " notice_order = :order, joint_review = :offices, instalment_note = :note WHERE id = :id");
        terms(update, call).update();
    }

    private JdbcClient.StatementSpec terms(JdbcClient.StatementSpec statement, Call call) {
        return statement
                .param("id", call.id())
                .param("year", call.year())
                .param("opens", call.opensOn())
                .param("closes", call.closesOn())
                .param("department", json.writeValueAsString(call.department()))
                .param("allocation", call.allocation().name())
                .param("order", call.noticeOrder().name())
                .param("offices", json.writeValueAsString(call.jointReview()))
                .param("note", call.instalmentNote() == null ? null : json.writeValueAsString(call.instalmentNote()));
    }

    boolean close(String id) {
        return jdbc.sql("UPDATE filing_call SET closed = 1, version = version + 1 WHERE id = :id AND closed = 0")
                        .param("id", id)
                        .update()
                == 1;
    }

    private Call read(ResultSet row, int number) throws SQLException {
        Item item = json.readValue(row.getString("item"), Item.class);
        String department = row.getString("department");
        String offices = row.getString("joint_review");
        String note = row.getString("instalment_note");
        return new Call(
                row.getString("id"),
                row.getLong("version"),
                row.getInt("year"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getBoolean("closed"),
                row.getBoolean("illustrative"),
                item,
                department == null ? item.department() : json.readValue(department, Text.class),
                Allocation.valueOf(row.getString("allocation")),
                NoticeOrder.valueOf(row.getString("notice_order")),
                offices == null ? List.of() : List.of(json.readValue(offices, Office[].class)),
                note == null ? null : json.readValue(note, Text.class));
    }
}
