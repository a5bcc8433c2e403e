package org.fourplusone.policy.column;

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
 * enterprises.
 */
final class Growth {

    private static final int ROUNDS = 9;
    private static final long WARM_UP_NANOS = 6_000_000_000L;

    private Growth() {}

    /** @param nanosEach processor time for each enterprise */
    record Size(int enterprises, double nanosEach, long bytesEach) {}

    /** @param sizes ascending */
    static List<Size> measured(int[] sizes) {
        Fixture fixture = new Fixture(Fixture.ENTERPRISES);
        List<Block> blocks = new ArrayList<>(fixture.columns.blocks());
        List<Enterprise> order = new ArrayList<>(fixture.register);
        Random random = new Random(Fixture.SEED);
        List<Columns> registers = new ArrayList<>();
        int rows = order.size();
        for (int size : sizes) {
            while (rows < size) {
                Collections.shuffle(order, random);
                List<Enterprise> some = order.subList(0, Math.min(order.size(), size - rows));
                blocks.addAll(register(fixture, some).blocks());
                rows += some.size();
            }
            registers.add(new Columns(Fixture.YEAR, false, 1, fixture.columns.encoding(), blocks));
        }
        for (long began = CpuTime.nanos(); CpuTime.nanos() - began < WARM_UP_NANOS; ) {
            fixture.judged(registers.get(0), false);
        }
        double[][] nanos = new double[registers.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < nanos.length; i++) {
                nanos[i][round] = nanosEach(fixture, registers.get(i));
            }
        }
        List<Size> measured = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            Arrays.sort(nanos[i]);
            Columns register = registers.get(i);
            long bytes = register.blocks().stream().mapToLong(Block::bytes).sum();
            measured.add(new Size(register.size(), nanos[i][ROUNDS / 2], bytes / register.size()));
        }
        return measured;
    }

    private static Columns register(Fixture fixture, List<Enterprise> enterprises) {
        return Columns.of(
                enterprises, Fixture.YEAR, false, 1, fixture.items.dictionary(), fixture.columns.encoding());
    }

    private static double nanosEach(Fixture fixture, Columns register) {
        int times = Math.max(1, 1_000_000 / register.size());
        long began = CpuTime.nanos();
        for (int time = 0; time < times; time++) {
            fixture.judged(register, false);
        }
        return (double) (CpuTime.nanos() - began) / times / register.size();
    }
}
