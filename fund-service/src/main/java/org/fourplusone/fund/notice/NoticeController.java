package org.fourplusone.fund.notice;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fourplusone.fund.calendar.Calendars;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Notices: published and closed by the intake, read by everybody, objected to by anybody. */
@RestController
class NoticeController {
    private static final int DEFAULT_DAYS = 5;

    private final Notices notices;
    private final Filings filings;
    private final PublishNotice publishing;
    private final CloseNotice closing;
    private final HandleObjection objections;
    private final Calendars calendars;
    private final Clock clock;

    NoticeController(
            Notices notices,
            Filings filings,
            PublishNotice publishing,
            CloseNotice closing,
            HandleObjection objections,
            Calendars calendars,
            Clock clock) {
        this.notices = notices;
        this.filings = filings;
        this.publishing = publishing;
        this.closing = closing;
        this.objections = objections;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param workingDays 5 to 30, 5 when absent */
    record PublishRequest(
            @NotEmpty @Size(max = 200) List<@NotBlank String> filings,
            @Nullable @Min(5) @Max(30) Integer workingDays) {}

    /**
     * @param reason shown to everybody
     * @param workingDays 5 to 30, as many as before when absent
     * @param drop filings to leave out, which go back to where they were before the notice
     */
    record CorrectionRequest(
            @NotBlank @Size(min = 5, max = 500) String reason,
            @Nullable @Min(5) @Max(30) Integer workingDays,
            @Nullable @Size(max = 200) List<@NotBlank String> drop) {}

    record Closed(String id, Notice.State state, List<CloseNotice.Outcome> filings) {}

    /** @param contact a telephone number or an e-mail address */
    record ObjectionRequest(
            @NotBlank String filing,
            @NotBlank @Size(min = 2, max = 50) String name,

            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = "\\s*(\\+?[0-9][0-9 ()-]{6,19}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+)\\s*")
            String contact,

            @NotBlank @Size(min = 10, max = 2000) String text) {}

    /** What an objector gets back: a receipt, without what was written. */
    record Receipt(
            String id, String notice, String filing, Objection.State state, Instant receivedAt, LocalDate screenBy) {}

    @PostMapping("/notices")
    @Idempotent
    ResponseEntity<NoticeView> publish(@Valid @RequestBody PublishRequest request) {
        int days = request.workingDays() == null ? DEFAULT_DAYS : request.workingDays();
        List<String> ids = request.filings().stream().distinct().toList();
        return created(publishing.publish(ids, days, Caller.current()));
    }

    @Operation(summary = "Corrects a notice: a new one names it, restarts the clock and shows what is still open in it")
    @PostMapping("/notices/{id}/correct")
    @Idempotent
    ResponseEntity<NoticeView> correct(@PathVariable("id") String id, @Valid @RequestBody CorrectionRequest request) {
        Set<String> drop = request.drop() == null ? Set.of() : new HashSet<>(request.drop());
        return created(publishing.correct(id, request.reason().strip(), request.workingDays(), drop, Caller.current()));
    }

    private ResponseEntity<NoticeView> created(Notice notice) {
        URI location = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("notices", notice.id())
                .build()
                .toUri();
        return ResponseEntity.created(URI.create(location.getPath())).body(view(notice));
    }

    @GetMapping("/notices")
    Page<NoticeView> list(Paging paging) {
        List<Notice> newest = notices.newest(paging);
        Map<String, Notices.Total> totals =
                notices.totals(newest.stream().map(Notice::id).toList());
        List<NoticeView> items =
                newest.stream().map(notice -> view(notice, totals, null)).toList();
        return Page.of(items, paging, notices.count());
    }

    @GetMapping("/notices/{id}")
    NoticeView one(@PathVariable("id") String id) {
        return view(notices.get(id));
    }

    @PostMapping("/notices/{id}/objections")
    @Idempotent
    ResponseEntity<Receipt> object(@PathVariable("id") String id, @Valid @RequestBody ObjectionRequest request) {
        Objection objection = objections.receive(
                id,
                request.filing(),
                request.name().strip(),
                request.contact().strip(),
                request.text().strip());
        return ResponseEntity.status(201)
                .body(new Receipt(
                        objection.id(),
                        objection.notice(),
                        objection.filing(),
                        objection.state(),
                        objection.receivedAt(),
                        objection.screenBy()));
    }

    @PostMapping("/notices/{id}/close")
    @Idempotent
    Closed close(@PathVariable("id") String id) {
        List<CloseNotice.Outcome> outcomes = closing.close(id, Caller.current());
        return new Closed(id, notices.get(id).state(LocalDate.now(clock)), outcomes);
    }

    private NoticeView view(Notice notice) {
        List<Entry> entries = notices.entries(notice.id());
        Map<String, Filing> cases =
                filings.all(entries.stream().map(Entry::filing).toList());
        List<NoticeView.Row> rows = entries.stream()
                .map(entry -> NoticeView.Row.of(entry, Objects.requireNonNull(cases.get(entry.filing()))))
                .toList();
        return view(notice, notices.totals(List.of(notice.id())), rows);
    }

    private NoticeView view(Notice notice, Map<String, Notices.Total> totals, @Nullable List<NoticeView.Row> rows) {
        return NoticeView.of(
                notice,
                totals.getOrDefault(notice.id(), Notices.Total.NONE),
                rows,
                calendars.version(notice.calendar()),
                LocalDate.now(clock));
    }
}
