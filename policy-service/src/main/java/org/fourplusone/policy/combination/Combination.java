package org.fourplusone.policy.combination;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
public final class Combination {

    /**
     * The most steps of one search, about a tenth of a second of work: places in the search, and options that its
     * bounds look at. Enough for 51 items with several records under any cap, with random conflicts and lines that run
     * short, as long as at most 30 % of the amounts are odd to the fen (in the catalogue 16 of 51 items can be);
     * CombinationTests counts and prints. With more of them it may not be; beyond it the answer is marked as not proven.
     */
    static final long MOST_STEPS = 2_000_000;

    /** Most searches end within so many steps; only others are worth tables and a memory. */
    private static final long SOON = 20_000;

    /**
     * One way to claim one item.
     *
     * @param ref the record that it claims, or null
     * @param keys what nobody else in the group may claim, such as {@code G-PROJECT|PROJECT:P-1}
     */
    public record Option(String code, @Nullable String ref, Money amount, ProgrammeLine line, Set<String> keys) {

        boolean excludes(Option other) {
            return code.equals(other.code) || !Collections.disjoint(keys, other.keys);
        }
    }

    /**
     * @param proven false if the search was cut off; the choice is lawful but perhaps not the greatest
     * @param steps the work that it took
     */
    public record Choice(Money total, List<Option> chosen, boolean proven, long steps) {}

    private Combination() {}

    /** @param free free money of lines; a line that is not named is not limited */
    public static Choice best(List<Option> options, Money cap, Map<ProgrammeLine, Money> free) {
        Choice plain = free.isEmpty() ? allOf(options, cap) : null;
        return plain != null ? plain : best(options, cap, free, SOON);
    }

    /** Of each item its largest option, if no two items share a claim key and the cap holds them all; otherwise null. */
    private static @Nullable Choice allOf(List<Option> options, Money cap) {
        Map<String, Option> largest = new LinkedHashMap<>();
        Map<String, String> holders = new HashMap<>();
        for (Option each : options) {
            for (String key : each.keys) {
                String holder = holders.putIfAbsent(key, each.code);
                if (holder != null && !holder.equals(each.code)) {
                    return null;
                }
            }
            if (each.amount.isPositive() && !each.amount.isMoreThan(cap)) {
                largest.merge(each.code, each, (one, other) -> other.amount.isMoreThan(one.amount) ? other : one);
            }
        }
        Money total = Money.ZERO;
        for (Option each : largest.values()) {
            total = total.plus(each.amount);
        }
        return total.isMoreThan(cap) ? null : new Choice(total, List.copyOf(largest.values()), true, options.size());
    }

    /** @param soon after how many steps a search begins anew with tables and a memory */
    static Choice best(List<Option> options, Money cap, Map<ProgrammeLine, Money> free, long soon) {
        List<Option> usable = options.stream()
                .filter(option -> option.amount.isPositive() && !option.amount.isMoreThan(cap))
                .filter(option -> !free.containsKey(option.line) || !option.amount.isMoreThan(free.get(option.line)))
                .sorted(Comparator.comparing(Option::amount).reversed())
                .toList();
        return new CombinationPlan(usable, cap, free, soon).best();
    }
}
