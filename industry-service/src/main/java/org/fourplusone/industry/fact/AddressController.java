package org.fourplusone.industry.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.fact.Addresses.Address;
import org.fourplusone.industry.fact.Addresses.Kind;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.idempotency.Idempotent;
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

/** Addresses with their days; zone membership follows from the registered one. */
@RestController
@RequestMapping("/enterprises/{creditCode}/addresses")
@Tag(name = "Facts")
class AddressController {

    private final Addresses addresses;
    private final MoveAddress moveAddress;
    private final Enterprises enterprises;
    private final Facts facts;
    private final Clock clock;

    AddressController(Addresses addresses, MoveAddress moveAddress, Enterprises enterprises, Facts facts, Clock clock) {
        this.addresses = addresses;
        this.moveAddress = moveAddress;
        this.enterprises = enterprises;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param since first day at the address, not after today
     * @param inZone whether it lies in the zone
     */
    record Moving(
            @NotNull Kind kind,
            @NotNull LocalDate since,
            @NotBlank @Size(max = 200) String address,
            @Nullable @Size(max = 60) String street,
            @NotNull Boolean inZone,
            @Nullable @Size(max = 500) String reason) {}

    /**
     * An address and its time.
     *
     * @param until the day from which another one holds; absent for the one in force
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Kind kind,
            LocalDate since,
            @Nullable LocalDate until,
            String address,
            @Nullable String street,
            boolean inZone,
            @Nullable String reason,
            Instant recordedAt) {}

    /**
     * @param inZone whether the enterprise belonged to the zone on the day, by its registered address or, while none is
     *     recorded for that day, by what a department said; absent while nobody knows
     * @param basis {@code ADDRESS}, {@code FACT} or {@code UNKNOWN}
     * @param addresses newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listing(
            String creditCode, LocalDate asOf, @Nullable Boolean inZone, String basis, List<Line> addresses) {}

    @GetMapping
    @Operation(summary = "An enterprise's addresses with their days, and whether it belongs to the zone on a day")
    ResponseEntity<Listing> list(
            @PathVariable String creditCode, @RequestParam(required = false) @Nullable LocalDate asOf) {
        Enterprise enterprise = enterprises.visible(CreditCode.parse(creditCode), Caller.current());
        return answer(enterprise, asOf == null ? LocalDate.now(clock) : asOf);
    }

    @PostMapping
    @Idempotent
    @Operation(summary = "An address from a day on; moving out of the zone ends zone membership as of that day")
    ResponseEntity<Listing> move(@PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody Moving moving) {
        Address to = new Address(
                moving.kind(),
                moving.since(),
                moving.address().strip(),
                moving.street(),
                moving.inZone(),
                moving.reason(),
                clock.instant(),
                Caller.current().username());
        return answer(moveAddress.move(CreditCode.parse(creditCode), ifMatch, to), LocalDate.now(clock));
    }

    private ResponseEntity<Listing> answer(Enterprise enterprise, LocalDate day) {
        String code = enterprise.creditCode();
        Address registered = addresses.registered(code, day).orElse(null);
        Boolean inZone = registered == null ? null : (Boolean) registered.inZone();
        String basis = registered == null ? "UNKNOWN" : ZoneFact.SOURCE;
        if (registered == null) {
            Fact fact = FactSheet.of(enterprise, facts.history(code, FactController.endOf(day)))
                    .find(new Fact.Identity(null, ZoneFact.KEY, null));
            if (fact != null) {
                inZone = Boolean.valueOf(fact.value());
                basis = "FACT";
            }
        }
        return ResponseEntity.ok()
                .eTag(Versions.tag(enterprise.version()))
                .body(new Listing(code, day, inZone, basis, lines(addresses.of(code))));
    }

    /** Of two rows of one kind and day only the newer holds. */
    private static List<Line> lines(List<Address> newestFirst) {
        List<Line> lines = new ArrayList<>();
        Map<Kind, LocalDate> next = new EnumMap<>(Kind.class);
        for (Address each : newestFirst) {
            LocalDate until = next.get(each.kind());
            if (!each.since().equals(until)) {
                lines.add(new Line(
                        each.kind(),
                        each.since(),
                        until,
                        each.address(),
                        each.street(),
                        each.inZone(),
                        each.reason(),
                        each.recordedAt()));
                next.put(each.kind(), each.since());
            }
        }
        return lines;
    }
}
