package org.fourplusone.fund.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Calls: read by whoever is signed in, opened and closed by the intake. */
@RestController
@RequestMapping("/calls")
class CallController {
    /** @param open whether filings are taken today */
    record View(
            String id,
            String itemCode,
            int itemVersion,
            Text title,
            Text department,
            String line,
            String track,
            int year,
            LocalDate opensOn,
            LocalDate closesOn,
            boolean open,
            boolean illustrative,
            List<Item.Document> documents,
            List<Item.LineKind> claimLines) {}

    /** Opens a call; both days count. */
    record Opening(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,20}") String itemCode,
            @NotNull LocalDate opensOn,
            @NotNull LocalDate closesOn) {}

    private final Calls calls;
    private final PolicyItems policy;
    private final AuditLog audit;
    private final Clock clock;

    CallController(Calls calls, PolicyItems policy, AuditLog audit, Clock clock) {
        this.calls = calls;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    List<View> list(
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Boolean open) {
        LocalDate today = LocalDate.now(clock);
        return calls.all(item, year).stream()
                .filter(call -> open == null || call.isOpenOn(today) == open)
                .map(call -> view(call, today))
                .toList();
    }

    @PostMapping
    @Transactional
    public ResponseEntity<View> open(@Valid @RequestBody Opening opening) {
        if (opening.closesOn().isBefore(opening.opensOn())
                || opening.closesOn().isAfter(opening.opensOn().plusYears(2))
                || opening.opensOn().getYear() < 2020
                || opening.opensOn().getYear() > 2100) {
            throw Problem.invalid(new FieldProblem("closesOn", "WINDOW"));
        }
        boolean overlaps = calls.ofItem(opening.itemCode(), opening.opensOn()).stream()
                .anyMatch(call -> !call.closed()
                        && !call.closesOn().isBefore(opening.opensOn())
                        && !call.opensOn().isAfter(opening.closesOn()));
        if (overlaps) {
            throw Problem.of(HttpStatus.CONFLICT, "CALL_OVERLAPS", opening.itemCode());
        }
        Item item = policy.one(opening.itemCode());
        Call call = new Call(
                CaseId.next(clock),
                opening.opensOn().getYear(),
                opening.opensOn(),
                opening.closesOn(),
                false,
                item.illustrative(),
                item);
        calls.add(call);
        audit.record(call.id(), "OPEN_CALL", null, opening);
        URI location = ServletUriComponentsBuilder.fromCurrentRequest()
                .pathSegment(call.id())
                .build()
                .toUri();
        return ResponseEntity.created(URI.create(location.getPath())).body(view(call, LocalDate.now(clock)));
    }

    @PostMapping("/{id}/close")
    @Transactional
    public View close(@PathVariable String id) {
        if (calls.close(id)) {
            audit.record(id, "CLOSE_CALL", null, java.util.Map.of("closedOn", LocalDate.now(clock)));
        }
        return view(calls.find(id).orElseThrow(Problem::notFound), LocalDate.now(clock));
    }

    private static View view(Call call, LocalDate today) {
        Item item = call.item();
        return new View(
                call.id(),
                item.code(),
                item.version(),
                item.title(),
                item.department(),
                item.line(),
                item.track(),
                call.year(),
                call.opensOn(),
                call.closesOn(),
                call.isOpenOn(today),
                call.illustrative(),
                item.papers(),
                item.lineKinds());
    }
}
