package org.fourplusone.industry.fact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Awards")
class AwardController {

    private final RecordAward recordAward;
    private final RecordRecoveryOrder recordRecoveryOrder;

    AwardController(RecordAward recordAward, RecordRecoveryOrder recordRecoveryOrder) {
        this.recordAward = recordAward;
        this.recordRecoveryOrder = recordRecoveryOrder;
    }

    /**
     * @param open whether the enterprise owes the fund anything
     * @param on the day from which it is so
     */
    record RecoveryOrder(@NotNull Boolean open, @NotNull LocalDate on) {}

    @PutMapping("/enterprises/{creditCode}/awards/{filing}")
    @Operation(summary = "fund-service tells what a filing was awarded; the same telling twice changes nothing")
    Award put(@PathVariable String creditCode, @PathVariable String filing, @Valid @RequestBody Award.Telling telling) {
        if (filing.length() > 64) {
            throw Problem.invalid(new FieldProblem("filing", "LENGTH", 1, 64));
        }
        if (telling.claims().stream().anyMatch(claim -> claim.contains("\n"))
                || String.join("\n", telling.claims()).length() > 4000) {
            throw Problem.invalid(new FieldProblem("claims", "LENGTH", 0, 4000));
        }
        Award told = telling.of(filing);
        recordAward.record(CreditCode.parse(creditCode), told);
        return told;
    }

    @PutMapping("/enterprises/{creditCode}/recovery-order")
    @Operation(
            summary =
                    "fund-service tells whether an enterprise owes it anything; the same telling twice changes nothing")
    RecoveryOrder put(@PathVariable String creditCode, @Valid @RequestBody RecoveryOrder order) {
        recordRecoveryOrder.record(CreditCode.parse(creditCode), order.open(), order.on());
        return order;
    }
}
