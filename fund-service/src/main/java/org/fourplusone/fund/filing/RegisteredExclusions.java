package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What shuts an enterprise out of all support, by what the register says at this moment (山东省社会信用条例 Art. 28 and the common
 * conditions of all items): a dishonest judgment debtor, on the list of the seriously dishonest, a major accident within
 * twelve months, an open recovery.
 */
@Component
class RegisteredExclusions {
    private static final String RECOVERY = "fund.openRecoveryOrder";
    /** The value that shuts nobody out. */
    private static final Map<String, String> HARMLESS = Map.of(
            "credit.dishonestJudgmentDebtor",
            "false",
            "credit.seriousIllegalDishonestList",
            "false",
            "safety.majorAccidentsLast12m",
            "0",
            RECOVERY,
            "false");

    private final IndustryRegister register;

    RegisteredExclusions(IndustryRegister register) {
        this.register = register;
    }

    /**
     * At submission: what is known stands against it; what is not known is for the verdict to ask.
     *
     * @throws Problem 409 {@code EXCLUDED} with {@code reasons}; 503 when industry-service cannot be asked
     */
    void requireNoneKnown(String creditCode) {
        require(creditCode, false);
    }

    /** Before payment: unknown is not good enough, save for a recovery, which only this fund could have opened. */
    void requireProvenNone(String creditCode) {
        require(creditCode, true);
    }

    private void require(String creditCode, boolean proven) {
        ResponseEntity<IndustryRegister.Facts> answer = register.facts(creditCode);
        IndustryRegister.Facts body = answer.getBody();
        List<IndustryRegister.Fact> facts = body == null || body.facts() == null ? List.of() : body.facts();
        List<String> reasons = new ArrayList<>();
        HARMLESS.forEach((key, harmless) -> {
            Optional<String> value = facts.stream()
                    .filter(fact -> fact.key().equals(key) && fact.record() == null)
                    .map(fact -> fact.value().asString(""))
                    .findFirst();
            boolean needed = proven && !key.equals(RECOVERY);
            if (value.isPresent() ? !value.get().equals(harmless) : needed) {
                reasons.add(key);
            }
        });
        if (!reasons.isEmpty()) {
            reasons.sort(null);
            throw Problem.of(HttpStatus.CONFLICT, "EXCLUDED", String.join(", ", reasons))
                    .with("reasons", reasons);
        }
    }
}
