package org.fourplusone.policy.match;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Matches: of an enterprise in the register, and of facts in the request. */
@RestController
@Tag(name = "Match")
class MatchController {

    private final Items items;
    private final Register register;
    private final RegisterFeed feed;
    private final Matching matching;
    private final Clock clock;

    MatchController(Items items, Register register, RegisterFeed feed, Matching matching, Clock clock) {
        this.items = items;
        this.matching = matching;
        this.register = register;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * The enterprise judged against every item in force. An enterprise sees only itself.
     *
     * @param asOf the date to speak for, default today; its year is the policy year
     * @param free free money of lines, {@code LINE:amount}
     */
    @GetMapping("/enterprises/{creditCode}/match")
    @Operation(summary = "An enterprise judged against every item in force, with the best lawful combination")
    MatchView match(
            @PathVariable String creditCode,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable List<String> free) {
        Map<ProgrammeLine, Money> lines = FreeMoney.read(free);
        Caller caller = Caller.current();
        boolean own = caller.mayActFor(creditCode);
        boolean onlyOwn = caller.roles().stream().allMatch(role -> role.equals("ENTERPRISE"));
        if (onlyOwn && !own) {
            throw Problem.notFound();
        }
        RegisterFeed.Freshness freshness = feed.catchUp();
        Enterprise enterprise = register.require(creditCode);
        LocalDate date = asOf == null ? LocalDate.now(clock) : asOf;
        Enterprise.View view = enterprise.view(date.getYear(), false, items.dictionary());
        return MatchView.of(
                        matching.match(view, date, lines),
                        date,
                        new MatchView.EnterpriseView(
                                enterprise.creditCode(),
                                enterprise.name(),
                                enterprise.cluster(),
                                enterprise.sizeClass()))
                .asOf(freshness.stale(), freshness.asOf());
    }

    /** The self-check before sign-in: the same answer for facts in the body; nothing is stored. */
    @PostMapping("/match")
    @Operation(summary = "The public self-check: facts in, the same answer out; nothing is stored")
    MatchView check(@RequestBody JsonNode body, @RequestParam @Nullable LocalDate asOf) {
        LocalDate date = asOf == null ? LocalDate.now(clock) : asOf;
        Enterprise enterprise = SelfCheck.read(body, items.dictionary(), date.getYear());
        return MatchView.of(
                matching.match(enterprise.view(date.getYear(), false, items.dictionary()), date, Map.of()),
                date,
                new MatchView.EnterpriseView(null, null, enterprise.cluster(), null));
    }
}
