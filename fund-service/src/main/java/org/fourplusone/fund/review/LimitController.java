package org.fourplusone.fund.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.fourplusone.starter.idempotency.Idempotent;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The approval limits, dated. */
@RestController
@RequestMapping("/approval-limits")
@Tag(name = "approval limits")
class LimitController {
    record Setting(
            @NotNull LocalDate validFrom,
            @NotNull Money single,
            @NotNull @Min(2) @Max(5) Integer signatures,
            @NotNull Money minute,
            @NotNull Money yearly) {}

    private final LimitBook book;

    LimitController(LimitBook book) {
        this.book = book;
    }

    @GetMapping
    @Operation(summary = "The limits as they held and will hold, newest first")
    Page<LimitBook.Entry> list(Paging paging) {
        return book.all(paging);
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set the limits from a day to come on")
    ApprovalLimits set(@Valid @RequestBody Setting setting) {
        ApprovalLimits limits = new ApprovalLimits(
                setting.validFrom(), setting.single(), setting.signatures(), setting.minute(), setting.yearly());
        book.add(limits, Caller.current());
        return limits;
    }
}
