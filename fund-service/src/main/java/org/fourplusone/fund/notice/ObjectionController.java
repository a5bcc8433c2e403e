package org.fourplusone.fund.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.fourplusone.fund.filing.SensitiveReads;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objections as the intake handles them. */
@RestController
class ObjectionController {
    private final Objections objections;
    private final HandleObjection handling;
    private final SensitiveReads reads;
    private final Clock clock;

    ObjectionController(Objections objections, HandleObjection handling, SensitiveReads reads, Clock clock) {
        this.objections = objections;
        this.handling = handling;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param contactChecked whether the author was reached at the contact given; needed to admit, false when absent */
    record ScreenRequest(
            @NotNull Boolean admit,
            @Nullable Boolean contactChecked,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param upheld the objection holds and the award falls; false when absent */
    record AnswerRequest(
            @NotBlank @Size(max = 2000) String text,
            @Nullable Boolean upheld) {}

    /** Oldest first; with names and contacts, so that the reading is recorded. */
    @GetMapping("/objections")
    Page<ObjectionView> list(
            @RequestParam(name = "state", required = false) Objection.@Nullable State state, Paging paging) {
        List<Objection> listed = objections.list(state, paging);
        if (!listed.isEmpty()) {
            reads.persons("OBJECTIONS", listed.stream().map(Objection::id).toList());
        }
        return Page.of(listed.stream().map(this::view).toList(), paging, objections.count(state));
    }

    @PostMapping("/objections/{id}/screen")
    @Idempotent
    ObjectionView screen(@PathVariable("id") String id, @Valid @RequestBody ScreenRequest request) {
        boolean contactChecked = Boolean.TRUE.equals(request.contactChecked());
        return view(handling.screen(
                id, request.admit(), contactChecked, request.reason().strip(), Caller.current()));
    }

    @PostMapping("/objections/{id}/answer")
    @Idempotent
    ObjectionView answer(@PathVariable("id") String id, @Valid @RequestBody AnswerRequest request) {
        return view(
                handling.answer(id, request.text().strip(), Boolean.TRUE.equals(request.upheld()), Caller.current()));
    }

    private ObjectionView view(Objection objection) {
        return ObjectionView.of(objection, clock.instant());
    }
}
