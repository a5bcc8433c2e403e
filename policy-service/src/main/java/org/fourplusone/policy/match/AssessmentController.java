package org.fourplusone.policy.match;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.policy.rule.BadFactValue;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One item judged for one enterprise, as a filing needs it. */
@RestController
@Tag(name = "Match")
class AssessmentController {

    private final Items items;
    private final Register register;
    private final RegisterFeed feed;
    private final Clock clock;

    AssessmentController(Items items, Register register, RegisterFeed feed, Clock clock) {
        this.items = items;
        this.register = register;
        this.feed = feed;
        this.clock = clock;
    }

    /** DECLARED takes what the enterprise says of itself, VERIFIED takes that as unknown. */
    enum Basis {
        DECLARED,
        VERIFIED
    }

    /**
     * @param version the version that a filing is judged by, as its call says; absent means the one in force on {@code asOf}
     * @param record the record that is claimed; absent means the best one
     * @param claimed for facts of the formula the most that is claimed: the smaller of fact and claim counts
     * @param filing the filing that asks: its own award does not count against it
     * @param later filings that were approved after it: their awards do not count against it either
     */
    record Question(
            @NotBlank String creditCode,
            @NotBlank String item,
            @Nullable @Positive Integer version,
            @Nullable LocalDate asOf,
            @Nullable String record,
            @Nullable Basis basis,
            @Nullable Map<String, String> claimed,
            @Nullable String filing,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 40) String> later) {

        Set<String> ignored() {
            Set<String> ignored = new HashSet<>();
            if (filing != null) {
                ignored.add(filing);
            }
            if (later != null) {
                ignored.addAll(later);
            }
            return ignored;
        }
    }

    /**
     * @param year the policy year
     * @param inForce whether any version of the item is in force on that day
     * @param unverified facts that decide and that the enterprise only declared
     * @param missing facts that decide and that nobody stated
     */
    record Answer(
            @JsonUnwrapped ItemView item,
            Text department,
            StackingView stacking,
            PayoutView payout,
            Item.Form form,
            List<String> confirmation,
            int year,
            boolean inForce,
            List<DecidingFacts.FactRef> unverified,
            List<DecidingFacts.FactRef> missing,
            Instant registerAsOf) {}

    /** Never answered from a register that is not current: 503 instead. */
    @PostMapping("/assessments")
    @Operation(
            summary = "One item judged for one enterprise, as a filing needs it",
            description =
                    "By the version asked for, whether or not it is still in force, or else by the one in force on"
                            + " the day. 404 UNKNOWN_VERSION for one that was never published.")
    Answer assess(@Valid @RequestBody Question question) {
        Caller caller = Caller.current();
        boolean onlyOwn = caller.roles().stream().allMatch(role -> role.equals("ENTERPRISE"));
        if (onlyOwn && !caller.mayActFor(question.creditCode)) {
            throw Problem.notFound();
        }
        RegisterFeed.Freshness freshness = feed.requireCurrent();
        LocalDate date = question.asOf == null ? LocalDate.now(clock) : question.asOf;
        Enterprise enterprise = register.require(question.creditCode);
        Item item = asked(question, date);
        Enterprise.View view = enterprise.view(date.getYear(), question.basis == Basis.VERIFIED, items.dictionary());
        Map<FactDefinition, FactValue> claimed = claimed(question.claimed);
        Judge judge = new Judge(items, view, facts -> bounded(facts, claimed), question.ignored());
        Judgement judged = question.record == null ? judge.judge(item) : judge.judge(item, question.record);
        if (judged == null) {
            throw Problem.invalid(new FieldProblem("record", "UNKNOWN_RECORD", String.valueOf(question.record)));
        }
        Judgement.OfRecord best = judged.best();
        Judgement.OfRecord declared = question.basis == Basis.VERIFIED ? declared(question, date, item, best) : best;
        return new Answer(
                ItemView.of(ItemMatch.of(judged, view.own())),
                item.department(),
                StackingView.of(item, judged),
                PayoutView.of(item, best),
                item.form(),
                item.confirmation(),
                date.getYear(),
                items.isInForce(item.code(), date),
                DecidingFacts.unverified(item, declared),
                DecidingFacts.missing(item, declared),
                freshness.asOf());
    }

    private Item asked(Question question, LocalDate date) {
        Integer version = question.version;
        if (version == null) {
            return items.require(question.item, date);
        }
        return items.versions(question.item).stream()
                .filter(item -> item.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(HttpStatus.NOT_FOUND, "UNKNOWN_VERSION", question.item, version.toString()));
    }

    /** The same record with everything that is stated, to tell what is unverified from what is missing. */
    private Judgement.OfRecord declared(Question question, LocalDate date, Item item, Judgement.OfRecord best) {
        Enterprise.View all = register.require(question.creditCode).view(date.getYear(), false, items.dictionary());
        Judge judge = new Judge(items, all);
        String ref = best.ref() != null ? best.ref() : question.record;
        Judgement judged = ref == null ? judge.judge(item) : judge.judge(item, ref);
        return judged == null ? best : judged.best();
    }

    private Map<FactDefinition, FactValue> claimed(@Nullable Map<String, String> given) {
        Map<FactDefinition, FactValue> claimed = new HashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        (given == null ? Map.<String, String>of() : given).forEach((key, value) -> {
            FactDefinition fact = items.dictionary().find(key).orElse(null);
            if (fact == null || !fact.type().isNumber()) {
                problems.add(new FieldProblem("claimed." + key, "UNKNOWN_FACT", key));
                return;
            }
            try {
                claimed.put(fact, fact.read(value));
            } catch (BadFactValue e) {
                problems.add(new FieldProblem("claimed." + key, e.code(), e.arguments()));
            }
        });
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return claimed;
    }

    private static Facts bounded(Facts facts, Map<FactDefinition, FactValue> claimed) {
        Map<FactDefinition, Seen> smaller = new HashMap<>();
        claimed.forEach((fact, value) -> {
            if (facts.see(fact) instanceof Seen.Known known
                    && known.value() instanceof FactValue.Num stated
                    && value instanceof FactValue.Num most
                    && most.value().compareTo(stated.value()) < 0) {
                smaller.put(fact, new Seen.Known(value, known.source(), known.verified()));
            }
        });
        return smaller.isEmpty() ? facts : facts.with(smaller);
    }
}
