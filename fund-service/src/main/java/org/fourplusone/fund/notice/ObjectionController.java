package org.fourplusone.fund.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

    ObjectionController(Objections objections, HandleObjection handling) {
        this.objections = objections;
        this.handling = handling;
    }

    record ScreenRequest(
            @NotNull Boolean admit,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param upheld the objection holds and the award falls; false when absent */
    record AnswerRequest(
            @NotBlank @Size(max = 2000) String text,
            @Nullable Boolean upheld) {}

    /** Oldest first. */
    @GetMapping("/objections")
    Page<Objection> list(
            @RequestParam(name = "state", required = false) Objection.@Nullable State state, Paging paging) {
        return Page.of(objections.list(state, paging), paging, objections.count(state));
    }

    @PostMapping("/objections/{id}/screen")
    @Idempotent
    Objection screen(@PathVariable("id") String id, @Valid @RequestBody ScreenRequest request) {
        return handling.screen(id, request.admit(), request.reason().strip(), Caller.current());
    }

    @PostMapping("/objections/{id}/answer")
    @Idempotent
    Objection answer(@PathVariable("id") String id, @Valid @RequestBody AnswerRequest request) {
        return handling.answer(id, request.text().strip(), Boolean.TRUE.equals(request.upheld()), Caller.current());
    }
}
