package org.fourplusone.policy.column;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Judge;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.register.Columns;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Register;
import org.fourplusone.policy.register.RegisterFeed;
import org.springframework.stereotype.Component;

/** Judges the whole register, on columns. */
@Component
public class WholeRegister {

    private static final int MOST_KEPT = 4;

    private final Items items;
    private final Register register;
    private final RegisterFeed feed;
    /** Compiled items that nobody is using, the last used first. */
    private final Deque<CompiledItems> kept = new ArrayDeque<>();

    WholeRegister(Items items, Register register, RegisterFeed feed) {
        this.items = items;
        this.register = register;
        this.feed = feed;
    }

    /** Is told how far a run is. */
    @FunctionalInterface
    public interface Progress {

        /** @param blocks of the register that are judged, of so many */
        void tell(int blocks, int of);
    }

    private Columns columns(LocalDate asOf, boolean provenOnly) {
        return register.columns(asOf.getYear(), provenOnly, items.dictionary());
    }

    /**
     * Judges every enterprise against these items, which need not be published.
     *
     * @param asOf the date to speak for; its year is the policy year
     * @param provenOnly takes what an enterprise merely declares as unknown
     * @throws org.fourplusone.starter.problem.Problem 503 if there has never been a full register
     * @throws ArithmeticException if the certain amounts of an item cannot be added up
     */
    public RegisterRun run(List<Item> items, LocalDate asOf, boolean provenOnly) {
        return run(items, asOf, provenOnly, (blocks, of) -> {});
    }

    /** As {@link #run}, and tells after each block of the register how far it is. */
    public RegisterRun run(List<Item> items, LocalDate asOf, boolean provenOnly, Progress progress) {
        return run(items, asOf, provenOnly, true, progress);
    }

    /** As {@link #run}, where only the verdicts are asked for: amounts mean nothing. */
    public RegisterRun verdicts(List<Item> items, LocalDate asOf, boolean provenOnly) {
        return run(items, asOf, provenOnly, false, (blocks, of) -> {});
    }

    private RegisterRun run(List<Item> of, LocalDate asOf, boolean provenOnly, boolean withAmounts, Progress progress) {
        RegisterFeed.Freshness freshness = feed.catchUp();
        Columns columns = columns(asOf, provenOnly);
        int[] judged = new int[1];
        CompiledItems compiled = take(of, columns);
        List<ItemRun> runs = compiled.judge(
                columns,
                items,
                withAmounts,
                block -> progress.tell(++judged[0], columns.blocks().size()));
        giveBack(compiled);
        return new RegisterRun(
                asOf, columns.cursor(), freshness.stale(), freshness.asOf(), columns.enterprises(), runs);
    }

    private CompiledItems take(List<Item> of, Columns columns) {
        synchronized (kept) {
            for (Iterator<CompiledItems> each = kept.iterator(); each.hasNext(); ) {
                CompiledItems compiled = each.next();
                if (compiled.isFor(of, columns)) {
                    each.remove();
                    return compiled;
                }
            }
        }
        return new CompiledItems(of, columns);
    }

    private void giveBack(CompiledItems compiled) {
        synchronized (kept) {
            kept.addFirst(compiled);
            if (kept.size() > MOST_KEPT) {
                kept.removeLast();
            }
        }
    }

    /** How many of the register meet each condition of an item. */
    public ConditionCounts conditions(Item item, LocalDate asOf, boolean provenOnly) {
        feed.catchUp();
        Columns columns = columns(asOf, provenOnly);
        CompiledItems compiled = take(List.of(item), columns);
        ConditionCounts counts = ConditionCounts.of(item, asOf, columns.blocks(), Kept.of(compiled, columns, items));
        giveBack(compiled);
        return counts;
    }

    /**
     * Every comparison of some items on every row, met, unmet or unknown, and the verdicts with them.
     *
     * @param leaves the different comparisons
     * @param bits for each block {@code [leaf][0 met, 1 met or unknown][word]}
     */
    record Kept(List<ItemRun> runs, List<Leaf> leaves, List<long[][][]> bits) {

        static Kept of(CompiledItems compiled, Columns columns, Items all) {
            List<long[][][]> bits = new ArrayList<>();
            Consumer<PlanRun> keep = run -> bits.add(run.conditions());
            return new Kept(compiled.judge(columns, all, false, keep), compiled.leaves(), bits);
        }
    }

    /** One enterprise in all detail, as the run judged it. */
    public Judgement judge(Enterprise enterprise, Item item, LocalDate asOf, boolean provenOnly) {
        return new Judge(items, enterprise.view(asOf.getYear(), provenOnly, items.dictionary())).judge(item);
    }
}
