package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Judge;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Columns;
import org.fourplusone.policy.register.Encoding;

/** Some items compiled for the columns of one register, again and again while it grows; for one thread at a time. */
final class CompiledItems {

    private final List<Item> items;
    private final Encoding encoding;
    private final int codes;
    private final List<CompiledItem> compiled = new ArrayList<>();
    private final List<Leaf> leaves;
    private final PlanRun run;

    CompiledItems(List<Item> items, Columns columns) {
        this.items = List.copyOf(items);
        this.encoding = columns.encoding();
        this.codes = encoding.codes();
        Plan plan = new Plan();
        items.forEach(item -> compiled.add(new CompiledItem(item, plan, encoding, columns.policyYear())));
        this.leaves = plan.leaves();
        this.run = new PlanRun(leaves, columns.policyYear(), encoding);
    }

    /** Whether it is these very items, and these columns know no code that was not known when they were compiled. */
    boolean isFor(List<Item> asked, Columns columns) {
        if (encoding != columns.encoding() || codes != encoding.codes() || items.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != asked.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The different comparisons of the items. */
    List<Leaf> leaves() {
        return leaves;
    }

    /**
     * @param all tells the groups of items that were granted before
     * @param withAmounts false if verdicts are enough
     * @param afterEachBlock may ask for its conditions
     */
    List<ItemRun> judge(Columns columns, Items all, boolean withAmounts, Consumer<PlanRun> afterEachBlock) {
        List<ItemRun> runs = new ArrayList<>();
        compiled.forEach(each -> runs.add(each.run(columns.size(), withAmounts)));
        Room room = new Room(withAmounts, (enterprise, item) -> new Judge(
                        all, enterprise.view(columns.policyYear(), columns.provenOnly(), all.dictionary()))
                .judge(item));
        int first = 0;
        for (Block block : columns.blocks()) {
            run.enter(block);
            for (int i = 0; i < runs.size(); i++) {
                compiled.get(i).judge(block, run, room, first, runs.get(i));
            }
            afterEachBlock.accept(run);
            first += block.size();
        }
        runs.forEach(ItemRun::end);
        return runs;
    }
}
