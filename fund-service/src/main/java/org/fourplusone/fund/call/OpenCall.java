package org.fourplusone.fund.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and closes calls. */
@Component
class OpenCall {
    private static final List<String> CHANGEABLE_ONCE_OPEN = List.of("closesOn", "department", "instalmentNote");

    /** What a call says; null leaves it as it is, or as a plain call has it. */
    record Terms(
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable Allocation allocation,
            @Nullable NoticeOrder noticeOrder,
            @Nullable List<Office> jointReview,
            @Nullable Text department,
            @Nullable Text instalmentNote) {

        Call on(Call call) {
            return new Call(
                    call.id(),
                    call.version(),
                    opensOn == null ? call.year() : opensOn.getYear(),
                    opensOn == null ? call.opensOn() : opensOn,
                    closesOn == null ? call.closesOn() : closesOn,
                    call.closed(),
                    call.illustrative(),
                    call.item(),
                    department == null ? call.department() : department,
                    allocation == null ? call.allocation() : allocation,
                    noticeOrder == null ? call.noticeOrder() : noticeOrder,
                    jointReview == null
                            ? call.jointReview()
                            : jointReview.stream().distinct().sorted().toList(),
                    instalmentNote == null ? call.instalmentNote() : instalmentNote);
        }
    }

    private final Calls calls;
    private final PolicyItems policy;
    private final AuditLog audit;
    private final Clock clock;

    OpenCall(Calls calls, PolicyItems policy, AuditLog audit, Clock clock) {
        this.calls = calls;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 400 {@code INVALID}; 404 for no such item; 409 {@code CALL_OVERLAPS} */
    @Transactional
    public Call open(String itemCode, Terms terms) {
        LocalDate opensOn = java.util.Objects.requireNonNull(terms.opensOn());
        LocalDate closesOn = java.util.Objects.requireNonNull(terms.closesOn());
        requireWindow(opensOn, closesOn);
        Item item = policy.one(itemCode);
        Call call = terms.on(Call.plain(CaseId.next(clock), opensOn.getYear(), opensOn, closesOn, item));
        calls.add(call);
        requireAlone(call);
        audit.record(call.id(), "OPEN_CALL", null, trail(call));
        return call;
    }

    /**
     * @throws Problem 412 and 428 for the version; 409 {@code CALL_CLOSED} once it is over, {@code CALL_OPEN} with
     *     {@code changeable} for what cannot change any more; 400 and {@code CALL_OVERLAPS} as when it is opened
     */
    @Transactional
    public Call change(String id, IfMatch ifMatch, Terms terms) {
        Call call = calls.lock(id).orElseThrow(Problem::notFound);
        ifMatch.require(call.version());
        LocalDate today = LocalDate.now(clock);
        if (call.stateOn(today) == Call.State.OVER) {
            throw Problem.of(HttpStatus.CONFLICT, "CALL_CLOSED", call.closesOn().toString());
        }
        Call changed = terms.on(call);
        if (call.stateOn(today) == Call.State.OPEN) {
            requireStillChangeable(call, changed);
        } else if (changed.opensOn().isBefore(today)) {
            throw Problem.invalid(new FieldProblem("opensOn", "NOT_PAST"));
        }
        requireWindow(changed.opensOn(), changed.closesOn());
        calls.update(changed);
        requireAlone(changed);
        audit.record(id, "CHANGE_CALL", trail(call), trail(changed));
        return calls.find(id).orElseThrow();
    }

    /** Closing a closed call changes nothing. */
    @Transactional
    public Call close(String id) {
        if (calls.close(id)) {
            audit.record(id, "CLOSE_CALL", null, Map.of("closedOn", LocalDate.now(clock)));
        }
        return calls.find(id).orElseThrow(Problem::notFound);
    }

    private static void requireStillChangeable(Call call, Call changed) {
        List<String> fixed = new ArrayList<>();
        if (!changed.opensOn().equals(call.opensOn())) {
            fixed.add("opensOn");
        }
        if (changed.closesOn().isBefore(call.closesOn())) {
            fixed.add("closesOn");
        }
        if (changed.allocation() != call.allocation()) {
            fixed.add("allocation");
        }
        if (changed.noticeOrder() != call.noticeOrder()) {
            fixed.add("noticeOrder");
        }
        if (!changed.jointReview().equals(call.jointReview())) {
            fixed.add("jointReview");
        }
        if (!fixed.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "CALL_OPEN", String.join(", ", fixed))
                    .with("fixed", fixed)
                    .with("changeable", CHANGEABLE_ONCE_OPEN);
        }
    }

    private static void requireWindow(LocalDate opensOn, LocalDate closesOn) {
        if (opensOn.getYear() < 2020 || opensOn.getYear() > 2100) {
            throw Problem.invalid(new FieldProblem("opensOn", "WINDOW"));
        }
        if (closesOn.isBefore(opensOn) || closesOn.isAfter(opensOn.plusYears(2))) {
            throw Problem.invalid(new FieldProblem("closesOn", "WINDOW"));
        }
    }

    /** Asked once the call is written: of two that are written side by side one waits for the other and is refused. */
    private void requireAlone(Call call) {
        boolean overlaps = calls.lockOfItem(call.item().code()).stream()
                .anyMatch(other -> !other.id().equals(call.id()) && other.overlaps(call.opensOn(), call.closesOn()));
        if (overlaps) {
            throw Problem.of(HttpStatus.CONFLICT, "CALL_OVERLAPS", call.item().code());
        }
    }

    private static Map<String, Object> trail(Call call) {
        return Map.of(
                "item", call.item().code(),
                "itemVersion", call.item().version(),
                "opensOn", call.opensOn(),
                "closesOn", call.closesOn(),
                "allocation", call.allocation(),
                "noticeOrder", call.noticeOrder(),
                "jointReview", call.jointReview(),
                "department", call.department());
    }
}
