package org.fourplusone.fund.filing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of filings: counted and put in order within an index, and only the rows of the page read whole. */
@Component
public class FilingPages {
    /** What filings are put in order by. */
    private static final String ORDERED = "id, serial, due_order, submitted_order, amount_order";

    private final JdbcClient jdbc;

    FilingPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param ways conditions on columns of {@code filing}, of which a filing meets at most one; each is counted and put in
     *     order by itself
     * @param order columns of an index, the serial last
     */
    public Page<Filing> of(List<String> ways, Map<String, Object> values, String order, Paging paging) {
        if (ways.isEmpty()) {
            return Page.of(List.of(), paging, 0);
        }
        long total = jdbc.sql("SELECT " + each(ways, "(SELECT COUNT(*) FROM filing WHERE %s)", " + "))
                .params(values)
                .query(Long.class)
                .single();
        String ordered = " ORDER BY " + order + " LIMIT ";
        String first = ways.size() == 1
                ? "filing WHERE " + ways.get(0)
                : "(" + each(ways, "(SELECT " + ORDERED + " FROM filing WHERE %s" + ordered + ":reach)", " UNION ALL ")
                        + ") first";
        List<String> ids = paging.offset() >= total
                ? List.of()
                : jdbc.sql("SELECT id FROM " + first + ordered + ":size OFFSET :offset")
                        .params(values)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .param("reach", paging.offset() + paging.size())
                        .query(String.class)
                        .list();
        if (ids.isEmpty()) {
            return Page.of(List.of(), paging, total);
        }
        Map<String, Filing> rows =
                jdbc
                        .sql(FilingRow.SELECT + " WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query(FilingRow::of)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Filing::id, Function.identity()));
        return Page.of(ids.stream().map(rows::get).filter(Objects::nonNull).toList(), paging, total);
    }

    private static String each(List<String> ways, String sql, String between) {
        return ways.stream().map(way -> sql.replace("%s", way)).collect(Collectors.joining(between));
    }
}
