package org.fourplusone.starter.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits an amount by weights so that the parts add up to the fen: each gets the whole fen of its exact share, and the
 * fen left over go one each to the largest remainders, the earlier part first where they are equal.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param weights at least one, none negative, not all zero
     * @return as many parts as weights, each within one fen of its exact share
     */
    public static List<Money> split(Money amount, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.isNegative() || sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("cannot split " + amount + " by " + weights);
        }
        int scale =
                Math.max(0, weights.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        BigInteger whole = units(sum, scale);
        long[] parts = new long[weights.size()];
        List<BigInteger> remainders = new ArrayList<>();
        long left = amount.fen();
        for (int part = 0; part < parts.length; part++) {
            BigInteger[] share = BigInteger.valueOf(amount.fen())
                    .multiply(units(weights.get(part), scale))
                    .divideAndRemainder(whole);
            parts[part] = share[0].longValueExact();
            remainders.add(share[1]);
            left -= parts[part];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer part) -> remainders.get(part))
                        .reversed())
                .limit(left)
                .forEach(part -> parts[part]++);
        return java.util.Arrays.stream(parts).mapToObj(Money::ofFen).toList();
    }

    private static BigInteger units(BigDecimal weight, int scale) {
        return weight.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }
}
