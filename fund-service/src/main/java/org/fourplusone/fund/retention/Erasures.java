package org.fourplusone.fund.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who had what erased, and when; kept also where nothing was past its time. */
@Component
class Erasures {
    /**
     * @param before records from before this day were past their time
     * @param erased how many were erased
     */
    record Erasure(String code, LocalDate before, int erased, String erasedBy, Instant erasedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Erasures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String kind, LocalDate before, int erased, Caller caller) {
        jdbc.sql("INSERT INTO erasure (kind, before_day, erased, erased_by, erased_at)"
                        + " VALUES (:kind, :before, :erased, :by, :at)")
                .param("kind", kind)
                .param("before", before)
                .param("erased", erased)
                .param("by", caller.username())
                .param("at", UtcColumn.of(clock.instant()))
                .update();
    }

    /** Newest first. */
    Page<Erasure> newest(Paging paging) {
        long total = jdbc.sql("SELECT COUNT(*) FROM erasure").query(Long.class).single();
        return Page.of(
                jdbc.sql("SELECT * FROM erasure ORDER BY position DESC LIMIT :size OFFSET :offset")
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, number) -> new Erasure(
                                row.getString("kind"),
                                row.getObject("before_day", LocalDate.class),
                                row.getInt("erased"),
                                row.getString("erased_by"),
                                Objects.requireNonNull(UtcColumn.read(row, "erased_at"))))
                        .list(),
                paging,
                total);
    }
}
