package org.fourplusone.fund.recovery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.fourplusone.fund.filing.Actor;
import org.fourplusone.fund.filing.Step;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money claimed back. Officers see all, an enterprise its own. */
@RestController
@RequestMapping("/recoveries")
@Tag(name = "Recoveries")
class RecoveryController {
    private final ClaimBack claims;
    private final SettleRecovery settling;
    private final BanEnterprise banning;
    private final RecoveryViews views;

    RecoveryController(ClaimBack claims, SettleRecovery settling, BanEnterprise banning, RecoveryViews views) {
        this.claims = claims;
        this.settling = settling;
        this.banning = banning;
        this.views = views;
    }

    record Demand(
            @NotBlank String filing,
            @NotNull Money amount,
            Recovery.@NotNull Ground ground,
            @NotBlank @Size(max = 1000) String reason) {}

    record Statement(@NotBlank @Size(max = 4000) String text) {}

    record Order(
            @Nullable Money amount,
            @NotBlank @Size(max = 1000) String reason) {}

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    record Repayment(
            @NotNull Money amount,
            @NotBlank @Size(max = 35) String bankReference,
            @NotNull LocalDate receivedOn) {}

    record Banning(
            @NotNull LocalDate until,
            @NotBlank @Size(max = 1000) String reason) {}

    @GetMapping
    @Operation(summary = "Recoveries by due date")
    Page<RecoveryView> list(
            @RequestParam(name = "state", required = false) Recovery.@Nullable State state, Paging paging) {
        return views.list(state, Caller.current(), paging);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One recovery with all that hangs on it")
    ResponseEntity<RecoveryView> one(@PathVariable("id") String id) {
        return answer(views.visible(id, Caller.current()));
    }

    @PostMapping
    @Idempotent
    @Operation(summary = "Demands money back of a filing; the enterprise is heard first")
    ResponseEntity<RecoveryView> demand(@Valid @RequestBody Demand demand) {
        Caller caller = Caller.current();
        Recovery recovery = claims.demand(
                demand.filing(),
                demand.amount(),
                demand.ground(),
                demand.reason().strip(),
                caller.username(),
                Step.REVIEW,
                new Actor(caller, "REVIEWER"));
        return ResponseEntity.created(URI.create("/api/fund/recoveries/" + recovery.id()))
                .eTag(Versions.tag(recovery.version()))
                .body(views.whole(recovery, Caller.current()));
    }

    @PostMapping("/{id}/statement")
    @Idempotent
    @Operation(summary = "The enterprise's statement, until the decision")
    ResponseEntity<RecoveryView> state(
            @PathVariable("id") String id, IfMatch ifMatch, @Valid @RequestBody Statement statement) {
        checked(id, ifMatch);
        return answer(claims.state(id, statement.text().strip(), Caller.current()));
    }

    @PostMapping("/{id}/order")
    @Idempotent
    @Operation(summary = "Orders the money back after the hearing, all that the enterprise still has of it or less")
    ResponseEntity<RecoveryView> order(
            @PathVariable("id") String id, IfMatch ifMatch, @Valid @RequestBody Order order) {
        checked(id, ifMatch);
        return answer(claims.order(id, order.amount(), order.reason().strip(), Caller.current()));
    }

    @PostMapping("/{id}/drop")
    @Idempotent
    @Operation(summary = "Claims nothing after the hearing")
    ResponseEntity<RecoveryView> drop(
            @PathVariable("id") String id, IfMatch ifMatch, @Valid @RequestBody Reason reason) {
        checked(id, ifMatch);
        return answer(claims.drop(id, reason.reason().strip(), Caller.current()));
    }

    @PostMapping("/{id}/dun")
    @Idempotent
    @Operation(summary = "Duns once the due date has passed and sets the next one")
    ResponseEntity<RecoveryView> dun(@PathVariable("id") String id) {
        return answer(claims.dun(id, Caller.current()));
    }

    @PostMapping("/{id}/repay")
    @Idempotent
    @Operation(
            summary = "Books money that came back to the treasury; each of the bank's references books one repayment")
    ResponseEntity<RecoveryView> repay(
            @PathVariable("id") String id, IfMatch ifMatch, @Valid @RequestBody Repayment repayment) {
        checked(id, ifMatch);
        return answer(settling.repay(
                id, repayment.amount(), repayment.bankReference().strip(), repayment.receivedOn(), Caller.current()));
    }

    @PostMapping("/{id}/write-off")
    @Idempotent
    @Operation(summary = "Signs the write-off; the last signature needed writes it off")
    ResponseEntity<RecoveryView> writeOff(@PathVariable("id") String id, @Valid @RequestBody Reason reason) {
        return answer(settling.writeOff(id, reason.reason().strip(), Caller.current()));
    }

    @PostMapping("/{id}/ban")
    @Idempotent
    @Operation(summary = "Excludes the enterprise from filing until a day")
    ResponseEntity<RecoveryView> ban(@PathVariable("id") String id, @Valid @RequestBody Banning asked) {
        return answer(banning.ban(id, asked.until(), asked.reason().strip(), Caller.current()));
    }

    @PostMapping("/{id}/bans/{ban}/lift")
    @Idempotent
    @Operation(summary = "Lifts a ban before its last day, by another person than who ordered it")
    ResponseEntity<RecoveryView> lift(
            @PathVariable("id") String id, @PathVariable("ban") long ban, @Valid @RequestBody Reason reason) {
        return answer(banning.lift(id, ban, reason.reason().strip(), Caller.current()));
    }

    private void checked(String id, IfMatch ifMatch) {
        ifMatch.check(views.visible(id, Caller.current()).version());
    }

    private ResponseEntity<RecoveryView> answer(Recovery recovery) {
        return ResponseEntity.ok().eTag(Versions.tag(recovery.version())).body(views.whole(recovery, Caller.current()));
    }
}
