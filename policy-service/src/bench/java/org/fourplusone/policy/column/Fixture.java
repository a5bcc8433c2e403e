package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.match.Wanted;
import org.fourplusone.policy.match.Verdicts;
import org.fourplusone.policy.register.Columns;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.RandomRegister;
import org.fourplusone.policy.rule.RandomFacts;

/** What every engine is given: the same enterprises and the same 51 items. */
public final class Fixture {

    static final long SEED = 20261122;
    static final int ENTERPRISES = 13_633;
    public static final int YEAR = RandomFacts.YEAR;

    public final Items items = CatalogueItems.loaded();
    public final List<Item> all = CatalogueItems.read();
    public final List<Enterprise> register;
    final Columns columns;
    private final CompiledItems compiled;

    public Fixture(int enterprises) {
        register = new RandomRegister(items.dictionary(), SEED, false).next(enterprises);
        columns = columns(register);
        compiled = new CompiledItems(all, columns);
    }

    /** What a run does, the items being compiled. */
    List<ItemRun> judged(Columns of, boolean withAmounts) {
        return compiled.judge(of, items, withAmounts, block -> {});
    }

    WholeRegister.Kept kept() {
        return WholeRegister.Kept.of(compiled, columns, items);
    }

    Columns columns(List<Enterprise> enterprises) {
        return Columns.of(enterprises, YEAR, false, 1, items.dictionary(), new Encoding(items.dictionary()));
    }

    List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        all.forEach(item -> wanted.add(Wanted.of(item)));
        return wanted;
    }

    /** Verdicts by enterprise and item, as {@link Verdict} ordinals. */
    byte[] verdicts() {
        List<ItemRun> runs = judged(columns, false);
        byte[] verdicts = new byte[register.size() * runs.size()];
        for (int row = 0, at = 0; row < register.size(); row++) {
            for (ItemRun run : runs) {
                verdicts[at++] = (byte) run.verdict(row).ordinal();
            }
        }
        return verdicts;
    }

    /** @throws IllegalStateException unless both are the same, verdict by verdict */
    public byte[] agreed(String engine, byte[] theirs) {
        byte[] ours = verdicts();
        int at = Arrays.mismatch(ours, theirs);
        if (at >= 0) {
            throw new IllegalStateException(engine + " differs at row " + at / all.size() + ", item "
                    + all.get(at % all.size()).code() + ": " + Verdict.values()[theirs[at]] + ", ours "
                    + Verdict.values()[ours[at]]);
        }
        System.out.println("# " + engine + ": " + counts(theirs));
        return theirs;
    }

    static String counts(byte[] verdicts) {
        int[] counts = new int[Verdict.values().length];
        for (byte each : verdicts) {
            counts[each]++;
        }
        return counts[0] + " eligible, " + counts[1] + " undetermined, " + counts[2] + " not; hash "
                + Integer.toHexString(Arrays.hashCode(verdicts));
    }
}
