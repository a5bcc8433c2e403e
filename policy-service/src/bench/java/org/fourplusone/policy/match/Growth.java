package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Columns;
import org.fourplusone.policy.register.Enterprise;

/**
 * Row 5: registers of growing size in this one JVM. Columns only: beyond the first size the same enterprises come again
 * and again, each time in another order, so that every block has columns of its own while the heap is not filled with
 * enterprises; the run goes from 32 blocks to the next 32, as its verdicts of all blocks would fill it too.
 */
final class Growth {

    private static final int AT_ONCE = 32;
    private static final int BLOCK = 1024;

    private Growth() {}

    /** @param nanosEach processor time for each enterprise */
    record Size(int enterprises, double nanosEach, long bytesEach) {}

    static List<Size> measured(int[] sizes) {
        Fixture fixture = new Fixture(Fixture.ENTERPRISES);
        List<Block> blocks = new ArrayList<>();
        List<Enterprise> order = new ArrayList<>(fixture.register);
        Random random = new Random(Fixture.SEED);
        List<Size> measured = new ArrayList<>();
        Columns all = fixture.columns;
        int rows = 0;
        for (int size : sizes) {
            while (rows < size) {
                Collections.shuffle(order, random);
                List<Enterprise> some = order.subList(0, Math.min(order.size(), size - rows));
                Columns columns = Columns.of(some, Fixture.YEAR, false, 1, fixture.items.dictionary(), all.encoding());
                blocks.addAll(columns.blocks());
                rows += columns.size();
            }
            measured.add(measured(fixture, all, blocks, rows));
        }
        return measured;
    }

    private static Size measured(Fixture fixture, Columns like, List<Block> blocks, int rows) {
        int times = Math.max(5, 4_000_000 / rows);
        double[] nanos = new double[times];
        for (int i = 0; i < times; i++) {
            long began = CpuTime.nanos();
            for (int first = 0; first < blocks.size(); first += AT_ONCE) {
                List<Block> some = blocks.subList(first, Math.min(blocks.size(), first + AT_ONCE));
                WholeRegister.judge(
                        fixture.all,
                        new Columns(like.policyYear(), like.provenOnly(), 1, like.encoding(), some),
                        fixture.items,
                        false);
            }
            nanos[i] = (double) (CpuTime.nanos() - began) / rows;
        }
        // The first third warms up.
        double[] warm = Arrays.copyOfRange(nanos, times / 3, times);
        Arrays.sort(warm);
        long bytes = blocks.stream().mapToLong(Block::bytes).sum();
        return new Size(rows, warm[warm.length / 2], bytes / rows);
    }
}
