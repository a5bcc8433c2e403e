package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The best lawful combination: of each item at most one option, of each claim key in an exclusive group at most one,
 * within the year's cap and the lines' free money; the greatest total there is.
 *
 * <p>Items that neither exclude each other nor share a line that runs short are searched by themselves; only if the cap
 * does not hold their sum are they searched together.
 */
final class Combination {

    /**
     * The most steps of one search: choices tried, and sums made or compared. Enough for 51 items of the catalogue's
     * kind (at most 30 % of the amounts odd to the fen) under the whole year's cap with random conflicts; what odd caps
     * and lines that run short need, CombinationTests counts and prints. Beyond it the answer is marked as not proven.
     */
    static final long MOST_STEPS = 300_000;

    /**
     * One way to claim one item.
     *
     * @param ref the record that it claims, or null
     * @param keys what nobody else in the group may claim, such as {@code G-PROJECT|PROJECT:P-1}
     */
    record Option(String code, @Nullable String ref, Money amount, ProgrammeLine line, Set<String> keys) {

        boolean excludes(Option other) {
            return code.equals(other.code) || !Collections.disjoint(keys, other.keys);
        }
    }

    /**
     * @param proven false if the search was cut off; the choice is lawful but perhaps not the greatest
     * @param steps the work that it took
     */
    record Choice(Money total, List<Option> chosen, boolean proven, long steps) {}

    private Combination() {}

    /** @param free free money of lines; a line that is not named is not limited */
    static Choice best(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        List<Option> usable = options.stream()
                .filter(option -> option.amount.isPositive() && !option.amount.isMoreThan(cap))
                .filter(option -> !free.containsKey(option.line) || !option.amount.isMoreThan(free.get(option.line)))
                .toList();
        Map<ProgrammeLine, Money> scarce = scarce(usable, cap, free);
        List<List<Option>> parts = parts(usable, scarce);
        Money total = Money.ZERO;
        List<Option> chosen = new ArrayList<>();
        boolean proven = true;
        long steps = 0;
        for (List<Option> part : parts) {
            Choice choice = new CombinationSearch(part, cap, scarce).best();
            total = total.plus(choice.total);
            chosen.addAll(choice.chosen);
            proven &= choice.proven;
            steps += choice.steps;
        }
        if (!total.isMoreThan(cap)) {
            return new Choice(total, List.copyOf(chosen), proven, steps);
        }
        Choice whole = new CombinationSearch(usable, cap, scarce).best();
        return new Choice(whole.total, whole.chosen, whole.proven, steps + whole.steps);
    }

    /** The lines whose free money holds neither the cap nor the largest option of each of their items. */
    private static Map<ProgrammeLine, Money> scarce(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        Map<ProgrammeLine, Map<String, Money>> largest = new EnumMap<>(ProgrammeLine.class);
        for (Option option : options) {
            largest.computeIfAbsent(option.line, line -> new HashMap<>()).merge(option.code, option.amount, Money::max);
        }
        Map<ProgrammeLine, Money> scarce = new EnumMap<>(ProgrammeLine.class);
        largest.forEach((line, items) -> {
            Money left = free.get(line);
            if (left != null
                    && cap.isMoreThan(left)
                    && items.values().stream().reduce(Money.ZERO, Money::plus).isMoreThan(left)) {
                scarce.put(line, left);
            }
        });
        return scarce;
    }

    private static List<List<Option>> parts(List<Option> options, Map<ProgrammeLine, Money> scarce) {
        List<List<Option>> parts = new ArrayList<>();
        for (Option option : options) {
            List<Option> joined = new ArrayList<>();
            parts.removeIf(part -> {
                boolean isTied = part.stream()
                        .anyMatch(each ->
                                each.excludes(option) || each.line == option.line && scarce.containsKey(option.line));
                if (isTied) {
                    joined.addAll(part);
                }
                return isTied;
            });
            joined.add(option);
            parts.add(joined);
        }
        return parts;
    }
}
