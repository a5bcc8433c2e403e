package org.fourplusone.policy.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;

/**
 * Fact values as whole numbers: money in fen, decimals and shares in millionths, a flag as 0 or 1, a listed code as its
 * place in the list, a set of codes as one bit each, an open code or text as its number in a vocabulary. Two values of
 * facts of one type are in the same order as their numbers.
 */
public final class Encoding {

    /** The number of an open code that nobody has. */
    public static final long NOBODYS = -1;

    /** In the place of a number: nothing is known. No value has this number. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** In the place of a number: known not to exist. No value has this number. */
    public static final long NONE = Long.MIN_VALUE + 1;

    private static final int MOST_IN_A_SET = 63;

    private final Map<FactDefinition, Map<String, Integer>> listed = new HashMap<>();
    private final Map<String, Integer> vocabulary = new ConcurrentHashMap<>();
    private final AtomicInteger words = new AtomicInteger();

    /** @throws IllegalArgumentException if a set has more codes than a number has bits */
    public Encoding(Dictionary dictionary) {
        for (FactDefinition fact : dictionary.facts()) {
            Map<String, Integer> places = new HashMap<>();
            fact.values().keySet().forEach(code -> places.put(code, places.size()));
            if (fact.type() == FactType.SET && places.size() > MOST_IN_A_SET) {
                throw new IllegalArgumentException(fact.key() + " has more than " + MOST_IN_A_SET + " codes");
            }
            listed.put(fact, places);
        }
    }

    /** The number of a value that somebody has; an open code that is new gets its own. */
    long store(FactDefinition fact, FactValue value) {
        return value instanceof FactValue.Code code && !isListed(fact)
                ? vocabulary.computeIfAbsent(code.value(), word -> words.getAndIncrement())
                : find(fact, value);
    }

    /** The number that a rule's value is compared as; {@link #NOBODYS} for an open code that nobody has. */
    public long find(FactDefinition fact, FactValue value) {
        return number(fact, value, code -> place(fact, code), code -> vocabulary.getOrDefault(code, (int) NOBODYS));
    }

    /** The number of a value without a vocabulary: of an open code or text its hash, so that others may have it too. */
    public static long number(FactDefinition fact, FactValue value) {
        return number(fact, value, code -> listedPlace(fact, code), code -> Integer.toUnsignedLong(code.hashCode()));
    }

    private static long number(
            FactDefinition fact, FactValue value, ToIntFunction<String> listed, ToLongFunction<String> open) {
        if (value instanceof FactValue.Num num) {
            return whole(fact.type(), num.value());
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.value() ? 1 : 0;
        }
        if (value instanceof FactValue.Codes codes) {
            long bits = 0;
            for (String code : codes.values()) {
                bits |= 1L << listed.applyAsInt(code);
            }
            return bits;
        }
        String code = ((FactValue.Code) value).value();
        return isListed(fact) ? listed.applyAsInt(code) : open.applyAsLong(code);
    }

    private static int listedPlace(FactDefinition fact, String code) {
        int place = 0;
        for (String each : fact.values().keySet()) {
            if (each.equals(code)) {
                return place;
            }
            place++;
        }
        throw new IllegalArgumentException(fact.key() + " has no code " + code);
    }

    /** How many open codes somebody has or had; it only grows. */
    public int codes() {
        return words.get();
    }

    private static boolean isListed(FactDefinition fact) {
        return fact.type() == FactType.ENUM || fact.type() == FactType.SET;
    }

    private int place(FactDefinition fact, String code) {
        Integer place = listed.getOrDefault(fact, Map.of()).get(code);
        if (place == null) {
            throw new IllegalArgumentException(fact.key() + " has no code " + code);
        }
        return place;
    }

    /** @throws ArithmeticException if it has more digits than the dictionary allows */
    public static long whole(FactType type, BigDecimal number) {
        return number.setScale(type.scale(), RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
