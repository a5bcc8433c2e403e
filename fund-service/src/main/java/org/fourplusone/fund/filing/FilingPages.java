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
class FilingPages {
    private final JdbcClient jdbc;

    FilingPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param conditions on columns of {@code filing}, all of which hold; without any, all filings
     * @param order columns of an index, the serial last
     */
    Page<Filing> of(List<String> conditions, Map<String, Object> values, String order, Paging paging) {
        String from = " FROM filing" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(values)
                .query(Long.class)
                .single();
        List<String> ids = paging.offset() >= total
                ? List.of()
                : jdbc.sql("SELECT id" + from + " ORDER BY " + order + " LIMIT :size OFFSET :offset")
                        .params(values)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
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
}
