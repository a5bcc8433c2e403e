package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.rule.FactValue.Code;
import org.fourplusone.policy.rule.FactValue.Codes;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.FactValue.Num;

/** The values that a fact might change to. */
public final class SmallestChange {

    private static final int MOST_CODES = 12;
    private static final int USUAL_REACH = 2;

    private SmallestChange() {}

    /**
     * All values that can be the least change, nearest first.
     *
     * <p>Numbers turn at the given values and beside them: in steps of a fen, a hundredth, a basis point or one, and
     * only after these in millionths. Codes come in the given order and then in the dictionary's, sets with the fewest
     * codes added or taken away first.
     *
     * @param from the value now; from a number that does not exist all are equally far
     * @param turns the values at which clauses change their answer
     */
    public static List<FactValue> nearest(FactDefinition fact, Seen from, Collection<FactValue> turns) {
        return nearest(fact, from, turns, USUAL_REACH);
    }

    /**
     * The same for a fact that is compared with others that change.
     *
     * @param reach steps beside each turn: one for each fact that may have to stay above the other, and one more
     */
    public static List<FactValue> nearest(FactDefinition fact, Seen from, Collection<FactValue> turns, int reach) {
        return switch (fact.type()) {
            case BOOLEAN -> List.of(new Flag(true), new Flag(false));
            case ENUM, CODE, TEXT ->
                codes(fact, turns).stream().<FactValue>map(Code::new).toList();
            case SET -> sets(codes(fact, turns), from);
            default -> numbers(fact, from, turns, reach);
        };
    }

    /** How far a change goes: the difference of numbers, the codes a set gains or loses; nothing for other values. */
    public static BigDecimal distance(Seen from, FactValue to) {
        FactValue now = from instanceof Seen.Known known ? known.value() : null;
        if (to instanceof Num number && now instanceof Num before) {
            return number.value().subtract(before.value()).abs();
        }
        if (to instanceof Codes codes) {
            List<String> before = now instanceof Codes set ? set.values() : List.of();
            long gained = codes.values().stream()
                    .filter(code -> !before.contains(code))
                    .count();
            long lost = before.stream()
                    .filter(code -> !codes.values().contains(code))
                    .count();
            return BigDecimal.valueOf(gained + lost);
        }
        return BigDecimal.ZERO;
    }

    /** Whether it is finer than the steps that people count in; such a value is the last resort. */
    public static boolean isFine(FactDefinition fact, FactValue value) {
        return value instanceof Num number
                && number.value().remainder(fact.step()).signum() != 0;
    }

    /** Some value of a number, for a clause that only asks for one: the year, zero, or the least there can be. */
    public static FactValue any(FactDefinition fact, int policyYear) {
        BigDecimal usual = fact.type() == FactType.YEAR ? BigDecimal.valueOf(policyYear) : BigDecimal.ZERO;
        return new Num(fact.min() == null ? usual : usual.max(fact.min()));
    }

    private static List<FactValue> numbers(FactDefinition fact, Seen from, Collection<FactValue> turns, int reach) {
        Set<FactValue> all = new LinkedHashSet<>(around(fact, from, turns, fact.step(), reach));
        BigDecimal finest = BigDecimal.ONE.movePointLeft(fact.type().scale());
        if (finest.compareTo(fact.step()) != 0) {
            all.addAll(around(fact, from, turns, finest, reach));
        }
        return List.copyOf(all);
    }

    private static List<FactValue> around(
            FactDefinition fact, Seen from, Collection<FactValue> turns, BigDecimal step, int reach) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (FactValue turn : turns) {
            BigDecimal at = ((Num) turn).value();
            numbers.add(at);
            for (int steps = 1; steps <= reach; steps++) {
                BigDecimal away = step.multiply(BigDecimal.valueOf(steps));
                numbers.addAll(List.of(at.add(away), at.subtract(away)));
            }
        }
        numbers.removeIf(number -> fact.min() != null && number.compareTo(fact.min()) < 0
                || fact.max() != null && number.compareTo(fact.max()) > 0);
        if (from instanceof Seen.Known known && known.value() instanceof Num now) {
            numbers.sort(Comparator.comparing(
                            (BigDecimal number) -> number.subtract(now.value()).abs())
                    .thenComparing(Comparator.reverseOrder()));
        }
        return numbers.stream().<FactValue>map(Num::new).toList();
    }

    private static List<String> codes(FactDefinition fact, Collection<FactValue> turns) {
        Set<String> codes = new LinkedHashSet<>();
        turns.forEach(turn -> codes.add(((Code) turn).value()));
        codes.addAll(fact.values().keySet());
        codes.removeIf(code -> fact.type().isListed()
                ? !fact.values().containsKey(code)
                : fact.pattern() != null && !fact.pattern().matcher(code).matches());
        return List.copyOf(codes);
    }

    private static List<FactValue> sets(List<String> codes, Seen from) {
        List<String> now =
                from instanceof Seen.Known known && known.value() instanceof Codes set ? set.values() : List.of();
        List<String> few = codes.subList(0, Math.min(MOST_CODES, codes.size()));
        List<FactValue> sets = new ArrayList<>();
        for (int changed = 0; changed <= few.size(); changed++) {
            for (int mask = 0; mask < 1 << few.size(); mask++) {
                if (Integer.bitCount(mask) == changed) {
                    List<String> set = new ArrayList<>(now);
                    for (int i = 0; i < few.size(); i++) {
                        if ((mask & 1 << i) != 0 && !set.remove(few.get(i))) {
                            set.add(few.get(i));
                        }
                    }
                    sets.add(new Codes(set));
                }
            }
        }
        return List.copyOf(sets);
    }
}
