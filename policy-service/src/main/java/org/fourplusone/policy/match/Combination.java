package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The best lawful combination: of each item at most one option, of each claim key in an exclusive group at most one,
 * within the year's cap and the lines' free money; the greatest total there is. Exact by branch and bound, largest
 * first.
 */
final class Combination {

    /** More steps than any enterprise of a register has needed; beyond it the answer is marked as not proven. */
    static final long MOST_STEPS = 3_000_000;

    /**
     * One way to claim one item.
     *
     * @param ref the record that it claims, or null
     * @param keys what nobody else in the group may claim, such as {@code G-PROJECT|PROJECT:P-1}
     */
    record Option(String code, @Nullable String ref, Money amount, ProgrammeLine line, Set<String> keys) {}

    /** @param proven false if the search was cut off; the choice is lawful but perhaps not the greatest */
    record Choice(Money total, List<Option> chosen, boolean proven) {}

    private final List<List<Option>> byItem = new ArrayList<>();
    private final long cap;
    private final Map<ProgrammeLine, Long> free = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<Option> current = new ArrayList<>();
    private List<Option> best = List.of();
    private long bestTotal = -1;
    private long steps;

    private Combination(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        this.cap = cap.fen();
        free.forEach((line, money) -> this.free.put(line, money.fen()));
        Map<String, List<Option>> items = new HashMap<>();
        for (Option option : options) {
            if (option.amount.isPositive()) {
                items.computeIfAbsent(option.code, code -> new ArrayList<>()).add(option);
            }
        }
        items.values().forEach(each -> {
            each.sort(Comparator.comparing(Option::amount).reversed());
            byItem.add(each);
        });
        byItem.sort(Comparator.comparing((List<Option> each) -> each.get(0).amount)
                .reversed()
                .thenComparing(each -> each.get(0).code));
    }

    /** @param free free money of lines; a line that is not named is not limited */
    static Choice best(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        Combination search = new Combination(options, cap, free);
        search.from(0, 0);
        return new Choice(Money.ofFen(Math.max(0, search.bestTotal)), search.best, search.steps <= MOST_STEPS);
    }

    private void from(int item, long total) {
        if (++steps > MOST_STEPS) {
            return;
        }
        if (total > bestTotal) {
            bestTotal = total;
            best = List.copyOf(current);
        }
        if (item == byItem.size() || total + bound(item, total) <= bestTotal) {
            return;
        }
        for (Option option : byItem.get(item)) {
            long amount = option.amount.fen();
            if (total + amount <= cap && fits(option, amount)) {
                take(option, amount);
                from(item + 1, total + amount);
                giveBack(option, amount);
            }
        }
        from(item + 1, total);
    }

    private boolean fits(Option option, long amount) {
        Long left = free.get(option.line);
        if (left != null && amount > left) {
            return false;
        }
        for (String key : option.keys) {
            if (used.contains(key)) {
                return false;
            }
        }
        return true;
    }

    private void take(Option option, long amount) {
        free.computeIfPresent(option.line, (line, left) -> left - amount);
        used.addAll(option.keys);
        current.add(option);
    }

    private void giveBack(Option option, long amount) {
        free.computeIfPresent(option.line, (line, left) -> left + amount);
        used.removeAll(option.keys);
        current.remove(current.size() - 1);
    }

    /**
     * No choice among the items from here on earns more: each item at its largest open option, of the items of one line
     * that all hang on one key only the largest, each line within its free money, all within the cap.
     */
    private long bound(int from, long total) {
        long[] lines = new long[ProgrammeLine.values().length];
        Map<String, Long> counted = new HashMap<>();
        for (int i = from; i < byItem.size(); i++) {
            long largest = 0;
            for (Option option : byItem.get(i)) {
                if (option.amount.fen() > largest && fits(option, option.amount.fen())) {
                    largest = option.amount.fen();
                }
            }
            int line = byItem.get(i).get(0).line.ordinal();
            String shared = sharedKey(byItem.get(i));
            if (shared == null) {
                lines[line] += largest;
            } else {
                long before = counted.getOrDefault(line + shared, 0L);
                if (largest > before) {
                    counted.put(line + shared, largest);
                    lines[line] += largest - before;
                }
            }
        }
        long sum = 0;
        for (ProgrammeLine line : ProgrammeLine.values()) {
            Long left = free.get(line);
            sum += left == null ? lines[line.ordinal()] : Math.min(left, lines[line.ordinal()]);
        }
        return Math.min(cap - total, sum);
    }

    private static @Nullable String sharedKey(List<Option> options) {
        String shared = null;
        for (Option option : options) {
            if (option.keys.size() != 1) {
                return null;
            }
            String key = option.keys.iterator().next();
            if (shared != null && !shared.equals(key)) {
                return null;
            }
            shared = key;
        }
        return shared;
    }
}
