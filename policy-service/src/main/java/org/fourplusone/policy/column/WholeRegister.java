package org.fourplusone.policy.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Judge;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Columns;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.springframework.stereotype.Component;

/** Judges the whole register, on columns. */
@Component
public class WholeRegister {

    private final Items items;
    private final Register register;
    private final RegisterFeed feed;

    WholeRegister(Items items, Register register, RegisterFeed feed) {
        this.items = items;
        this.register = register;
        this.feed = feed;
    }

    /**
     * Judges every enterprise against these items, which need not be published.
     *
     * @param asOf the date to speak for; its year is the policy year
     * @param provenOnly takes what an enterprise merely declares as unknown
     * @throws org.fourplusone.starter.problem.Problem 503 if there has never been a full register
     */
    public RegisterRun run(List<Item> items, LocalDate asOf, boolean provenOnly) {
        return run(items, asOf, provenOnly, true);
    }

    /** As {@link #run}, where only the verdicts are asked for: amounts mean nothing. */
    public RegisterRun verdicts(List<Item> items, LocalDate asOf, boolean provenOnly) {
        return run(items, asOf, provenOnly, false);
    }

    private RegisterRun run(List<Item> items, LocalDate asOf, boolean provenOnly, boolean withAmounts) {
        RegisterFeed.Freshness freshness = feed.catchUp();
        Columns columns = register.columns(asOf.getYear(), provenOnly, this.items.dictionary());
        return new RegisterRun(
                asOf,
                columns.cursor(),
                freshness.stale(),
                freshness.asOf(),
                columns.enterprises(),
                judge(items, columns, this.items, withAmounts));
    }

    /**
     * @param all tells the groups of items that were granted before
     * @param withAmounts false if verdicts are enough
     */
    static List<ItemRun> judge(List<Item> items, Columns columns, Items all, boolean withAmounts) {
        return judge(items, columns, all, withAmounts, new Plan(), run -> {});
    }

    private static List<ItemRun> judge(
            List<Item> items,
            Columns columns,
            Items all,
            boolean withAmounts,
            Plan plan,
            Consumer<PlanRun> afterEachBlock) {
        List<CompiledItem> compiled = new ArrayList<>();
        List<ItemRun> runs = new ArrayList<>();
        for (Item item : items) {
            compiled.add(new CompiledItem(item, plan, columns.encoding(), columns.policyYear()));
            runs.add(new ItemRun(item, columns.size(), withAmounts));
        }
        if (columns.blocks().isEmpty()) {
            return runs;
        }
        PlanRun run = new PlanRun(
                plan.leaves(),
                columns.policyYear(),
                columns.encoding(),
                columns.blocks().get(0));
        Room room = new Room(withAmounts, (enterprise, item) -> new Judge(
                        all, enterprise.view(columns.policyYear(), columns.provenOnly(), all.dictionary()))
                .judge(item));
        int first = 0;
        for (Block block : columns.blocks()) {
            run.enter(block);
            for (int i = 0; i < compiled.size(); i++) {
                compiled.get(i).judge(block, run, room, first, runs.get(i));
            }
            afterEachBlock.accept(run);
            first += block.size();
        }
        return runs;
    }

    /** How many of the register meet each condition of an item. */
    public ConditionCounts conditions(Item item, LocalDate asOf, boolean provenOnly) {
        feed.catchUp();
        Columns columns = register.columns(asOf.getYear(), provenOnly, items.dictionary());
        return ConditionCounts.of(item, asOf, columns.blocks(), keep(List.of(item), columns, items));
    }

    /**
     * Every comparison of these items on every row, met, unmet or unknown, and the verdicts with them.
     *
     * @param leaves the different comparisons
     * @param bits for each block {@code [leaf][0 met, 1 met or unknown][word]}
     */
    record Kept(List<ItemRun> runs, List<Leaf> leaves, List<long[][][]> bits) {}

    static Kept keep(List<Item> items, Columns columns, Items all) {
        List<long[][][]> bits = new ArrayList<>();
        Plan plan = new Plan();
        List<ItemRun> runs = judge(items, columns, all, false, plan, run -> bits.add(run.conditions()));
        return new Kept(runs, plan.leaves(), bits);
    }

    /** One enterprise in all detail, as the run judged it. */
    public Judgement judge(Enterprise enterprise, Item item, LocalDate asOf, boolean provenOnly) {
        return new Judge(items, enterprise.view(asOf.getYear(), provenOnly, items.dictionary())).judge(item);
    }
}
