package org.fourplusone.policy.combination;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.combination.Combination.Choice;
import org.fourplusone.policy.combination.Combination.Option;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;

/**
 * What is searched by itself and what together: each line alone tells what of its money can be used at all; what neither
 * excludes each other nor shares a line that runs short makes parts; only if the cap does not hold the parts' sum is
 * everything searched together.
 */
final class CombinationPlan {

    /** What of the steps the search of a line may use, as a divisor. */
    private static final int SHARE = 8;

    private final List<Option> options;
    private final long cap;
    private final Map<ProgrammeLine, Long> scarce = new EnumMap<>(ProgrammeLine.class);
    private final long soon;
    private long steps;

    /** @param options the largest first, each within the cap and its line's free money */
    CombinationPlan(List<Option> options, Money cap, Map<ProgrammeLine, Money> free, long soon) {
        this.options = options;
        this.cap = Math.min(cap.fen(), CombinationSearch.NO_CAP - 1);
        this.soon = soon;
        for (ProgrammeLine line : ProgrammeLine.values()) {
            Money money = free.get(line);
            if (money != null && money.fen() < this.cap) {
                List<Option> own =
                        options.stream().filter(option -> option.line() == line).toList();
                limit(line, own, money.fen());
            }
        }
    }

    /** A line runs short if its own options could use more than its free money; then only what they can use counts. */
    private void limit(ProgrammeLine line, List<Option> own, long money) {
        CombinationSearch unlimited = search(own, Map.of(), CombinationSearch.NO_CAP, money + 1, SHARE);
        if (unlimited.total() > money || !unlimited.isProven()) {
            CombinationSearch limited = search(own, Map.of(), money, money, SHARE);
            scarce.put(line, limited.isProven() ? limited.total() : money);
        }
    }

    Choice best() {
        Choice apart = apart();
        Choice choice = apart;
        if (apart.total().fen() > cap || !apart.proven()) {
            CombinationSearch whole = search(options, scarce, cap, cap, 1);
            boolean isApartBetter = apart.total().fen() <= cap && apart.total().fen() > whole.total();
            choice = isApartBetter
                    ? choice(apart.total().fen(), apart.chosen(), false)
                    : choice(whole.total(), whole.chosen(), whole.isProven());
        }
        List<Option> greedy = choice.proven() ? List.of() : greedy();
        long ofGreedy =
                greedy.stream().mapToLong(option -> option.amount().fen()).sum();
        return ofGreedy > choice.total().fen() ? choice(ofGreedy, greedy, false) : choice;
    }

    private Choice choice(long total, List<Option> chosen, boolean isProven) {
        return new Choice(Money.ofFen(total), chosen, isProven, steps);
    }

    /** The best of each part without the cap; no further than until it is more than the cap. */
    private Choice apart() {
        List<Option> chosen = new ArrayList<>();
        long total = 0;
        boolean isProven = true;
        for (List<Option> part : parts()) {
            CombinationSearch search = search(part, scarce, CombinationSearch.NO_CAP, cap - total + 1, 2);
            total += search.total();
            chosen.addAll(search.chosen());
            isProven &= search.isProven();
            if (total > cap) {
                break;
            }
        }
        return choice(total, chosen, isProven);
    }

    /** @param share the part of all steps that it may use, as a divisor; never more than are left */
    private CombinationSearch search(
            List<Option> from, Map<ProgrammeLine, Long> limits, long most, long enough, int share) {
        boolean isUnlimited = most == CombinationSearch.NO_CAP;
        OptionBits bits = new OptionBits(
                withoutUseless(from, isUnlimited ? limits.keySet() : EnumSet.allOf(ProgrammeLine.class)),
                List.copyOf(limits.keySet()));
        long[] left = limits.values().stream().mapToLong(Long::longValue).toArray();
        CombinationSearch search = new CombinationSearch(bits, most, left);
        search.run(soon, Math.min(Combination.MOST_STEPS / share, Combination.MOST_STEPS - steps), enough);
        steps += search.steps();
        return search;
    }

    /**
     * Without options beside which the same item has one of the same line that claims nothing more and is larger; where
     * money is limited a smaller one may fit better, so there only of the same amount.
     */
    private static List<Option> withoutUseless(List<Option> options, Set<ProgrammeLine> limited) {
        Map<String, Set<String>> holders = new HashMap<>();
        options.forEach(option -> option.keys().forEach(key -> holders.computeIfAbsent(key, each -> new HashSet<>())
                .add(option.code())));
        List<Option> useful = new ArrayList<>();
        for (Option option : options) {
            boolean isUseless = useful.stream()
                    .anyMatch(other -> other.code().equals(option.code())
                            && other.line() == option.line()
                            && (!limited.contains(option.line())
                                    || other.amount().equals(option.amount()))
                            && other.keys().stream()
                                    .allMatch(key -> option.keys().contains(key)
                                            || holders.getOrDefault(key, Set.of())
                                                            .size()
                                                    == 1));
            if (!isUseless) {
                useful.add(option);
            }
        }
        return useful;
    }

    /** The largest first, each that is lawful beside those before; the least that a search that is cut off answers. */
    private List<Option> greedy() {
        Map<ProgrammeLine, Long> left = new EnumMap<>(scarce);
        List<Option> chosen = new ArrayList<>();
        long free = cap;
        for (Option option : options) {
            long amount = option.amount().fen();
            long ofLine = left.getOrDefault(option.line(), free);
            if (amount <= Math.min(free, ofLine) && chosen.stream().noneMatch(option::excludes)) {
                chosen.add(option);
                free -= amount;
                left.computeIfPresent(option.line(), (line, money) -> money - amount);
            }
        }
        return chosen;
    }

    private List<List<Option>> parts() {
        List<List<Option>> parts = new ArrayList<>();
        for (Option option : options) {
            List<Option> joined = new ArrayList<>();
            parts.removeIf(part -> {
                boolean isTied = part.stream()
                        .anyMatch(each -> each.excludes(option)
                                || each.line() == option.line() && scarce.containsKey(option.line()));
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
