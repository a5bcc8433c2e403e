package org.fourplusone.policy.item;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Checks a rule against the fact dictionary before anybody works on with it. */
@RestController
class RuleCheckController {

    private final Items items;
    private final Clock clock;

    RuleCheckController(Items items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** @param sentences the rule's comparisons in words, in the order of its text */
    record Checked(List<Text> sentences) {}

    /**
     * Reads a rule as it stands in an item file and says it in words.
     *
     * @throws Problem 400 {@code INVALID} with every fault at its position (a JSON pointer into the rule)
     */
    @PostMapping("/rules/check")
    Checked check(@RequestBody JsonNode rule) {
        RuleFaults faults = new RuleFaults();
        Condition condition = new RuleReader(items.dictionary(), faults).read(rule, "", false);
        if (condition == null || !faults.isEmpty()) {
            throw Problem.invalid(faults.all().stream()
                    .map(fault -> new FieldProblem(fault.at(), fault.code(), fault.arguments()))
                    .toList());
        }
        int year = LocalDate.now(clock).getYear();
        return new Checked(condition.leaves().stream()
                .map(leaf -> Wording.sentence(leaf, year))
                .toList());
    }
}
