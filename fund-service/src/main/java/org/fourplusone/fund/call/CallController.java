package org.fourplusone.fund.call;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Calls: read by everybody, opened, changed and closed by the intake. */
@RestController
@RequestMapping("/calls")
@Tag(name = "Calls")
class CallController {
    /** A text as officers write it: Chinese, and English where they have it. */
    record Words(
            @NotBlank @Size(max = 1000) String zh,
            @Nullable @Size(max = 1000) String en) {
        Text text() {
            String english = en == null || en.isBlank() ? zh : en;
            return new Text(zh.strip(), english.strip());
        }
    }

    /**
     * Opens a call; both days count. What is left out is first come, notice after approval, no joint review, the item's
     * own department.
     */
    record Opening(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,20}") String itemCode,
            @NotNull LocalDate opensOn,
            @NotNull LocalDate closesOn,
            @Nullable Allocation allocation,
            @Nullable NoticeOrder noticeOrder,
            @Nullable @Size(max = 5) List<@NotNull Office> jointReview,
            @Nullable @Valid Words department,
            @Nullable @Valid Words instalmentNote) {}

    /** Changes a call; what is left out stays. */
    record Change(
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable Allocation allocation,
            @Nullable NoticeOrder noticeOrder,
            @Nullable @Size(max = 5) List<@NotNull Office> jointReview,
            @Nullable @Valid Words department,
            @Nullable @Valid Words instalmentNote) {}

    private final Calls calls;
    private final OpenCall opening;
    private final Clock clock;

    CallController(Calls calls, OpenCall opening, Clock clock) {
        this.calls = calls;
        this.opening = opening;
        this.clock = clock;
    }

    /** The call that ends soonest first among those that are open, else by item. */
    @GetMapping
    @Operation(summary = "Calls for filings; public")
    Page<CallView> list(
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Boolean open,
            Paging paging) {
        LocalDate today = LocalDate.now(clock);
        return calls.page(item, year, open, today, paging).map(call -> CallView.of(call, today));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One call; public")
    ResponseEntity<CallView> one(@PathVariable String id) {
        return answer(calls.find(id).orElseThrow(Problem::notFound));
    }

    @PostMapping
    @Idempotent
    @Operation(summary = "Opens a call for an item")
    ResponseEntity<CallView> open(@Valid @RequestBody Opening asked) {
        Call call = opening.open(
                asked.itemCode(),
                new OpenCall.Terms(
                        asked.opensOn(),
                        asked.closesOn(),
                        asked.allocation(),
                        asked.noticeOrder(),
                        asked.jointReview(),
                        text(asked.department()),
                        text(asked.instalmentNote())));
        URI location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(call.id())
                .build()
                .toUri();
        return ResponseEntity.created(URI.create(location.getPath()))
                .eTag(Versions.tag(call.version()))
                .body(CallView.of(call, LocalDate.now(clock)));
    }

    /** Once its first day has come only the last day (to a later one), department and instalment note may change. */
    @PatchMapping("/{id}")
    @Operation(summary = "Changes a call")
    ResponseEntity<CallView> change(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody Change change) {
        OpenCall.Terms terms = new OpenCall.Terms(
                change.opensOn(),
                change.closesOn(),
                change.allocation(),
                change.noticeOrder(),
                change.jointReview(),
                text(change.department()),
                text(change.instalmentNote()));
        return answer(opening.change(id, ifMatch, terms));
    }

    @PostMapping("/{id}/close")
    @Idempotent
    @Operation(summary = "Closes a call before its last day")
    ResponseEntity<CallView> close(@PathVariable String id) {
        return answer(opening.close(id));
    }

    private static @Nullable Text text(@Nullable Words words) {
        return words == null ? null : words.text();
    }

    private ResponseEntity<CallView> answer(Call call) {
        return ResponseEntity.ok().eTag(Versions.tag(call.version())).body(CallView.of(call, LocalDate.now(clock)));
    }
}
