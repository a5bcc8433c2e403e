package org.fourplusone.fund.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
public class RegisteredExclusions {
    private static final String RECOVERY = "fund.openRecoveryOrder";
    /** The facts, each with the value that shuts nobody out. */
    private static final List<Map.Entry<String, String>> HARMLESS = List.of(
            Map.entry("credit.dishonestJudgmentDebtor", "false"),
            Map.entry("credit.seriousIllegalDishonestList", "false"),
            Map.entry("safety.majorAccidentsLast12m", "0"),
            Map.entry(RECOVERY, "false"));

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

    /**
     * Before payment: unknown is not good enough, save for a recovery, which only this fund could have opened.
     *
     * @throws Problem 409 {@code EXCLUDED} with {@code reasons}; 503 when industry-service cannot be asked
     */
    public void requireProvenNone(String creditCode) {
        require(creditCode, true);
    }

    private void require(String creditCode, boolean proven) {
        ResponseEntity<IndustryRegister.Facts> answer = register.facts(creditCode);
        IndustryRegister.Facts body = answer.getBody();
        List<IndustryRegister.Fact> facts = body == null || body.facts() == null ? List.of() : body.facts();
        refuse(reasons(proven, key -> facts.stream()
                        .filter(fact -> fact.key().equals(key) && fact.record() == null)
                        .map(fact -> fact.value().asString(""))
                        .findFirst())
                .stream()
                .sorted()
                .toList());
    }

    /**
     * The facts that stand against an enterprise.
     *
     * @param proven whether what is not known stands against it too, save for a recovery
     * @param value the enterprise's fact by its key, as text; empty while it is not known
     */
    static List<String> reasons(boolean proven, Function<String, Optional<String>> value) {
        return HARMLESS.stream()
                .filter(fact -> value.apply(fact.getKey())
                        .map(seen -> !seen.equals(fact.getValue()))
                        .orElse(proven && !fact.getKey().equals(RECOVERY)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "EXCLUDED", String.join(", ", reasons))
                    .with("reasons", reasons);
        }
    }
}
