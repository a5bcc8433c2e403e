package org.fourplusone.fund.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers in a closed loop: each asks again as soon as it has its answer. */
final class Callers {
    interface Work {
        void once(int caller) throws Exception;
    }

    /** @param nanos how long each answer took, ascending */
    record Measured(double perSecond, long[] nanos) {
        double millis(double share) {
            return nanos[(int) (share * (nanos.length - 1))] / 1e6;
        }
    }

    private Callers() {}

    static Measured run(int callers, double seconds, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long began = System.nanoTime();
            long end = began + (long) (seconds * 1e9);
            List<Callable<long[]>> loops = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                loops.add(() -> loop(end, caller, work));
            }
            long[] all = new long[0];
            for (Future<long[]> each : threads.invokeAll(loops)) {
                long[] some = each.get();
                all = Arrays.copyOf(all, all.length + some.length);
                System.arraycopy(some, 0, all, all.length - some.length, some.length);
            }
            double took = (System.nanoTime() - began) / 1e9;
            Arrays.sort(all);
            return new Measured(all.length / took, all);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(long end, int caller, Work work) throws Exception {
        long[] nanos = new long[1_024];
        int done = 0;
        long now = System.nanoTime();
        while (now < end) {
            work.once(caller);
            long then = System.nanoTime();
            if (done == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * done);
            }
            nanos[done++] = then - now;
            now = then;
        }
        return Arrays.copyOf(nanos, done);
    }
}
