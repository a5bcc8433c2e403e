package org.fourplusone.fund.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long what is kept, what is past its time, and its erasure. */
@RestController
@RequestMapping("/retention")
@Tag(name = "Retention")
class RetentionController {
    private static final int MOST = 500;

    /**
     * What of a kind is past its time.
     *
     * @param before records from before this day are past it; absent for what is kept for ever
     * @param oldest since when the oldest of them counts
     */
    record Due(
            String code,
            Text title,
            RetentionKind.Disposal disposal,
            @Nullable LocalDate before,
            long count,
            @Nullable Instant oldest) {}

    /** @param left how many of the kind are still past their time */
    record Erased(String code, int erased, long left) {}

    private final JdbcClient jdbc;
    private final PastRetention past;
    private final EraseRecords erasing;
    private final Erasures erasures;
    private final Clock clock;

    RetentionController(JdbcClient jdbc, PastRetention past, EraseRecords erasing, Erasures erasures, Clock clock) {
        this.jdbc = jdbc;
        this.past = past;
        this.erasing = erasing;
        this.erasures = erasures;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The kinds of records and how many years each is kept")
    List<RetentionKind> kinds() {
        return jdbc.sql("SELECT * FROM retention_kind ORDER BY position")
                .query(RetentionKind::of)
                .list();
    }

    @GetMapping("/due")
    @Operation(summary = "What is past its time; a dry run, nothing changes")
    List<Due> due() {
        return kinds().stream().map(this::due).toList();
    }

    @GetMapping("/erasures")
    @Operation(summary = "Who had what erased, newest first; the audit of each case has the single records")
    Page<Erasures.Erasure> erasures(Paging paging) {
        return erasures.newest(paging);
    }

    private Due due(RetentionKind kind) {
        LocalDate before = before(kind);
        PastRetention.Found found = before == null ? new PastRetention.Found(0, null) : past.count(kind.code(), before);
        return new Due(kind.code(), kind.title(), kind.disposal(), before, found.count(), found.oldest());
    }

    private @Nullable LocalDate before(RetentionKind kind) {
        return kind.years() == null ? null : LocalDate.now(clock).minusYears(kind.years());
    }

    @PostMapping("/{kind}/erase")
    @Idempotent
    @Operation(
            summary =
                    "Erases personal data or drafts past their time, at most 500 a call; 409 KEPT for what is archived")
    Erased erase(@PathVariable String kind) {
        RetentionKind known = kinds().stream()
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElseThrow(Problem::notFound);
        LocalDate before = before(known);
        if (known.disposal() != RetentionKind.Disposal.ERASE || before == null) {
            throw Problem.of(HttpStatus.CONFLICT, "KEPT", kind);
        }
        int erased = erasing.erase(known, before, MOST);
        erasures.keep(kind, before, erased, Caller.current());
        return new Erased(kind, erased, past.count(kind, before).count());
    }
}
