package org.fourplusone.industry.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.starter.etag.IfMatch;
import org.fourplusone.starter.etag.Versions;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Facts")
class FactController {

    /** After everything that was ever recorded. */
    static final Instant ALL = Instant.parse("9999-12-31T00:00:00Z");

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Enterprises enterprises;
    private final Facts facts;
    private final Addresses addresses;
    private final FactDictionary dictionary;
    private final StateFacts stateFacts;
    private final Clock clock;

    FactController(
            Enterprises enterprises,
            Facts facts,
            Addresses addresses,
            FactDictionary dictionary,
            StateFacts stateFacts,
            Clock clock) {
        this.enterprises = enterprises;
        this.facts = facts;
        this.addresses = addresses;
        this.dictionary = dictionary;
        this.stateFacts = stateFacts;
        this.clock = clock;
    }

    /** What is known of an enterprise at a date. */
    record Sheet(
            String creditCode,
            long version,
            LocalDate asOf,
            boolean sample,
            List<Line> facts,
            Collection<RecordRef> records,
            Collection<String> knownEmpty) {}

    /** One fact; {@code value} is a boolean, a list of codes, or text (numbers are decimal strings). */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String key,
            @Nullable String period,
            @Nullable Object value,
            @Nullable String unit,
            String source,
            boolean verified,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            RecordRef record,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant recordedAt) {}

    @GetMapping("/facts/dictionary")
    @Operation(summary = "The facts that the suite knows; illustrative like the catalogue")
    ResponseEntity<FactDictionary.Listing> dictionary() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .varyBy("Accept-Language")
                .body(dictionary.listing());
    }

    @GetMapping("/enterprises/{creditCode}/facts")
    @Operation(summary = "What is known of an enterprise, now or at the end of a date")
    ResponseEntity<Sheet> sheet(
            @PathVariable String creditCode, @RequestParam(required = false) @Nullable LocalDate asOf) {
        CreditCode code = CreditCode.parse(creditCode);
        return answer(enterprises.visible(code, Caller.current()), asOf);
    }

    @PutMapping("/enterprises/{creditCode}/facts")
    @Operation(summary = "States facts as new versions; needs If-Match. An enterprise declares, a department verifies")
    ResponseEntity<Sheet> state(
            @PathVariable String creditCode, IfMatch ifMatch, @Valid @RequestBody FactStatement statement) {
        CreditCode code = CreditCode.parse(creditCode);
        stateFacts.state(code, ifMatch, statement, Caller.current());
        return answer(enterprises.visible(code, Caller.current()), null);
    }

    private ResponseEntity<Sheet> answer(Enterprise enterprise, @Nullable LocalDate asOf) {
        LocalDate today = LocalDate.now(clock);
        LocalDate date = asOf == null ? today : asOf;
        List<Fact> history = new ArrayList<>(facts.history(enterprise.creditCode(), asOf == null ? ALL : endOf(asOf)));
        if (asOf != null) {
            // An address holds from its day on, whenever it was recorded.
            addresses
                    .registered(enterprise.creditCode(), asOf)
                    .map(ZoneFact::of)
                    .ifPresent(history::add);
        }
        FactSheet sheet = FactSheet.of(enterprise, history);
        Sheet body = new Sheet(
                enterprise.creditCode(),
                enterprise.factVersion(),
                date,
                enterprise.sample(),
                sheet.facts().stream().map(this::line).toList(),
                sheet.records(),
                sheet.knownEmpty());
        return ResponseEntity.ok().eTag(Versions.tag(enterprise.factVersion())).body(body);
    }

    /** The moment at which a business day is over. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    private Line line(Fact fact) {
        FactDefinition definition = dictionary.find(fact.key());
        return new Line(
                fact.key(),
                fact.period(),
                FactJson.value(definition, fact.value()),
                definition == null ? null : definition.unit(),
                fact.source(),
                fact.verified(),
                fact.record(),
                fact.recordedAt());
    }
}
