package org.fourplusone.industry.confidentiality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What two trees of sums tell together: a table of the one's leaves by the other's, whose margins are known and whose
 * entries are not. How far an entry can rise or fall is the largest flow between its row and its column through the
 * other entries (rows and columns whose sums are unknown are one open node).
 */
final class Crossing {

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;
    private static final int OPEN = 0;

    /** An entry that has enterprises which count. Flow is how far it has been moved, up or down. */
    private static final class Entry {
        final int row;
        final int column;
        final int member;
        final Tally tally = new Tally();
        long flow;

        Entry(int row, int column, int member) {
            this.row = row;
            this.column = column;
            this.member = member;
        }
    }

    private final boolean signed;
    private final List<Entry> entries;
    private final List<List<Entry>> at = new ArrayList<>();

    Crossing(int[] rows, int[] columns, Numbers numbers) {
        this.signed = numbers.isSigned();
        Map<Integer, Integer> rowNodes = new HashMap<>();
        Map<Integer, Integer> columnNodes = new HashMap<>();
        Map<Long, Entry> table = new LinkedHashMap<>();
        at.add(new ArrayList<>());
        for (int i = 0; i < rows.length; i++) {
            if (numbers.amounts()[i] != 0) {
                int row = node(rowNodes, rows[i]);
                int column = node(columnNodes, columns[i]);
                int member = i;
                table.computeIfAbsent((long) row << 32 | column, key -> new Entry(row, column, member))
                        .tally
                        .add(numbers.amounts()[i]);
            }
        }
        entries = new ArrayList<>(table.values());
        for (Entry entry : entries) {
            at.get(entry.row).add(entry);
            at.get(entry.column).add(entry);
        }
    }

    private int node(Map<Integer, Integer> nodes, int leaf) {
        if (leaf == Leaves.FREE) {
            return OPEN;
        }
        return nodes.computeIfAbsent(leaf, key -> {
            at.add(new ArrayList<>());
            return at.size() - 1;
        });
    }

    /** An enterprise of an entry whose largest could not move by 15 % both ways; empty if all can. */
    Optional<Integer> unsafe() {
        for (Entry entry : entries) {
            if (!isSafe(entry)) {
                return Optional.of(entry.member);
            }
        }
        return Optional.empty();
    }

    private boolean isSafe(Entry entry) {
        if (entry.row == OPEN && entry.column == OPEN) {
            return true;
        }
        long move = (entry.tally.largest * 15 + 99) / 100;
        long others = entry.tally.sum - entry.tally.largest;
        boolean othersTakeAll = entry.tally.count > 1 && !signed;
        return can(entry, move - others, entry.column, entry.row)
                && (othersTakeAll || can(entry, move - others, entry.row, entry.column));
    }

    /** Whether that much can flow between two nodes without the entry itself. */
    private boolean can(Entry entry, long need, int from, int to) {
        if (need <= 0 || from == to) {
            return true;
        }
        entries.forEach(each -> each.flow = 0);
        long done = 0;
        while (done < need) {
            Entry[] path = path(entry, from, to);
            if (path.length == 0) {
                return false;
            }
            long most = need - done;
            int node = from;
            for (Entry step : path) {
                most = Math.min(most, room(step, node));
                node = other(step, node);
            }
            node = from;
            for (Entry step : path) {
                step.flow += rises(step, node) ? most : -most;
                node = other(step, node);
            }
            done += most;
        }
        return true;
    }

    /** A shortest path with room on every step; empty if there is none. */
    private Entry[] path(Entry without, int from, int to) {
        Entry[] into = new Entry[at.size()];
        int[] before = new int[at.size()];
        boolean[] seen = new boolean[at.size()];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(from);
        seen[from] = true;
        while (!open.isEmpty() && !seen[to]) {
            int node = open.remove();
            for (Entry step : at.get(node)) {
                int next = other(step, node);
                if (step != without && !seen[next] && room(step, node) > 0) {
                    seen[next] = true;
                    into[next] = step;
                    before[next] = node;
                    open.add(next);
                }
            }
        }
        ArrayDeque<Entry> path = new ArrayDeque<>();
        for (int node = to; seen[to] && node != from; node = before[node]) {
            path.addFirst(into[node]);
        }
        return path.toArray(new Entry[0]);
    }

    private static int other(Entry entry, int node) {
        return entry.row == node ? entry.column : entry.row;
    }

    /** From its row an entry is left by rising, from its column by falling. */
    private static boolean rises(Entry entry, int from) {
        return entry.row == from;
    }

    private long room(Entry entry, int from) {
        if (rises(entry, from)) {
            return (signed ? entry.tally.sum : UNBOUNDED) - entry.flow;
        }
        return entry.tally.sum + entry.flow;
    }
}
