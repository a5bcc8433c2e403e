package org.fourplusone.deploy.local;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several steps at once. */
public final class SideBySide {
    private SideBySide() {}

    /** Returns when all have ended; as soon as one fails, throws what it threw. */
    public static void run(List<? extends Runnable> steps) {
        run(steps, steps.size());
    }

    static void run(List<? extends Runnable> steps, int atOnce) {
        if (steps.isEmpty()) {
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(atOnce, step -> {
            Thread thread = new Thread(step);
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Boolean> results = new ExecutorCompletionService<>(executor);
            for (Runnable step : steps) {
                results.submit(step, true);
            }
            for (int ended = 0; ended < steps.size(); ended++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
