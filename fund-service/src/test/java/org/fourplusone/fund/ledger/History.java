package org.fourplusone.fund.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What concurrent transactions saw and changed, by the versions of rows. It is serializable if they can be put in a line
 * such that each saw just what those before it left: whoever wrote a version stands before who saw it, and whoever saw a
 * version before who wrote the next (Adya's dependencies). What stands in a circle cannot be put in a line.
 */
final class History {
    private record Version(Object row, long number) {}

    private final Map<Version, List<Integer>> readers = new HashMap<>();
    private final Map<Version, List<Integer>> writers = new HashMap<>();
    private int transactions;

    /** @param seen the version of each row it read; a version that it changed became the next */
    synchronized void add(Map<?, Long> seen, boolean isChanged) {
        int transaction = transactions++;
        seen.forEach((row, version) -> {
            at(readers, row, version).add(transaction);
            if (isChanged) {
                at(writers, row, version + 1).add(transaction);
            }
        });
    }

    synchronized int transactions() {
        return transactions;
    }

    private static List<Integer> at(Map<Version, List<Integer>> map, Object row, long version) {
        return map.computeIfAbsent(new Version(row, version), each -> new ArrayList<>(2));
    }

    /** How many transactions cannot be put in a line because of circles; 0 when the history is serializable. */
    synchronized int inCircles() {
        List<List<Integer>> after = new ArrayList<>();
        int[] before = new int[transactions];
        for (int i = 0; i < transactions; i++) {
            after.add(new ArrayList<>(4));
        }
        readers.forEach((version, saw) -> {
            join(writers.getOrDefault(version, List.of()), saw, after, before);
            join(saw, writers.getOrDefault(new Version(version.row, version.number + 1), List.of()), after, before);
        });
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < transactions; i++) {
            if (before[i] == 0) {
                free.add(i);
            }
        }
        int placed = 0;
        while (!free.isEmpty()) {
            placed++;
            for (int next : after.get(free.remove())) {
                if (--before[next] == 0) {
                    free.add(next);
                }
            }
        }
        return transactions - placed;
    }

    private static void join(List<Integer> first, List<Integer> second, List<List<Integer>> after, int[] before) {
        for (int one : first) {
            for (int other : second) {
                if (one != other) {
                    after.get(one).add(other);
                    before[other]++;
                }
            }
        }
    }
}
