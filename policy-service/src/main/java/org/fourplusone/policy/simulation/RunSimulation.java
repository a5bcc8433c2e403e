package org.fourplusone.policy.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.column.WholeRegister;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.LawfulTotals;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Runs what is asked, once for each set of inputs: the same question on the same register has its stored answer. */
@Component
class RunSimulation {

    /** Beyond this, an enterprise's best combination each would make a person wait. */
    static final int MOST_LAWFUL = 300;

    private final PlanReader plans;
    private final Items items;
    private final Register register;
    private final RegisterFeed feed;
    private final WholeRegister whole;
    private final LawfulTotals totals;
    private final Simulations simulations;
    private final Clock clock;
    private volatile @Nullable Baseline baseline;

    RunSimulation(
            PlanReader plans,
            Items items,
            Register register,
            RegisterFeed feed,
            WholeRegister whole,
            LawfulTotals totals,
            Simulations simulations,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.register = register;
        this.feed = feed;
        this.whole = whole;
        this.totals = totals;
        this.simulations = simulations;
        this.clock = clock;
    }

    record Answered(Simulation simulation, boolean isNew) {}

    /**
     * @throws Problem 400 for a question that cannot be run, 422 if its amounts cannot be added up, 503 if there has
     *     never been a full register
     */
    Answered run(Question question) {
        boolean stale = feed.catchUp().stale();
        Plan plan = plans.read(question);
        Optional<Simulation> known = simulations.withInputs(hash(plan, register.cursor(), stale));
        if (known.isPresent()) {
            return new Answered(known.get(), false);
        }
        Ran ran = judged(plan);
        Impact impact = new Impact(plan, ran.run, ran.changed, ran.baseline);
        Simulation simulation = answer(plan, ran.run, impact);
        try {
            simulations.add(simulation, impact.changed());
        } catch (DuplicateKeyException e) {
            return new Answered(simulations.withInputs(simulation.hash()).orElseThrow(() -> e), false);
        }
        simulations.prune();
        return new Answered(simulation, true);
    }

    /** @param changed the runs of {@link Impact#items} */
    private record Ran(RegisterRun run, List<ItemRun> changed, Baseline baseline) {}

    private Ran judged(Plan plan) {
        try {
            Baseline known = baseline;
            if (known != null && known.isFor(plan, register.cursor())) {
                RegisterRun run = whole.run(Impact.items(plan), plan.asOf(), plan.isProvenOnly());
                if (known.isOn(run)) {
                    return new Ran(run, run.items(), known);
                }
            }
            List<Item> all = new ArrayList<>(plan.inForce());
            all.addAll(Impact.items(plan));
            RegisterRun run = whole.run(all, plan.asOf(), plan.isProvenOnly());
            Baseline fresh = new Baseline(plan, run);
            baseline = fresh;
            return new Ran(run, run.items().subList(plan.inForce().size(), all.size()), fresh);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "AMOUNT_TOO_LARGE");
        }
    }

    private String hash(Plan plan, long cursor, boolean stale) {
        return Fingerprint.of(plan, items.dictionary(), cursor, stale);
    }

    private Simulation answer(Plan plan, RegisterRun run, Impact impact) {
        List<Simulation.LineImpact> lines = impact.lines();
        Cost before = Impact.total(lines, false);
        Cost after = Impact.total(lines, true);
        Simulation.Lawful lawful = lawful(plan, run, impact);
        boolean unbounded = before.possible() == null || after.possible() == null;
        return new Simulation(
                UUID.randomUUID().toString(),
                hash(plan, run.cursor(), run.stale()),
                clock.instant(),
                Caller.current().name(),
                plan.asOf(),
                plan.basis(),
                run.registerAsOf(),
                run.cursor(),
                run.stale() ? true : null,
                run.size(),
                Stream.concat(plan.inForce().stream(), Impact.items(plan).stream())
                        .anyMatch(Item::illustrative),
                impact.items(),
                lines,
                new Simulation.Totals(before, after, allFree(plan)),
                lawful,
                Notes.of(plan, unbounded, lawful != null, impact.touched().size(), run.stale(), run.registerAsOf()));
    }

    private static @Nullable Money allFree(Plan plan) {
        return plan.free().size() < ProgrammeLine.values().length
                ? null
                : plan.free().values().stream().reduce(Money.ZERO, Money::plus);
    }

    private Simulation.@Nullable Lawful lawful(Plan plan, RegisterRun run, Impact impact) {
        if (impact.touched().size() > MOST_LAWFUL) {
            return null;
        }
        Money before = Money.ZERO;
        Money after = Money.ZERO;
        for (int row : impact.touched()) {
            before = before.plus(total(plan, run, row, impact.eligible(row, false), plan.capBefore()));
            after = after.plus(total(plan, run, row, impact.eligible(row, true), plan.capAfter()));
        }
        return new Simulation.Lawful(impact.touched().size(), before, after);
    }

    private Money total(Plan plan, RegisterRun run, int row, List<Item> eligible, Money yearCap) {
        return eligible.isEmpty()
                ? Money.ZERO
                : totals.of(run.enterprise(row), eligible, plan.asOf(), plan.isProvenOnly(), yearCap);
    }
}
