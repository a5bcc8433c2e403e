package org.fourplusone.starter.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in CNY, held as whole fen; never a floating-point number.
 *
 * <p>In JSON it is a string with two decimals, {@code "60000000.00"}; a JSON number with at most two decimals is read
 * too. Arithmetic that leaves the range of a {@code long} throws {@link ArithmeticException}.
 *
 * @param fen the amount in fen (1/100 yuan), negative for a debt
 */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100L));
    }

    /**
     * Reads yuan with at most two decimals, such as {@code "12"} or {@code "12.34"}.
     *
     * @throws IllegalArgumentException if it is not a plain decimal number, has more than two decimals or is too large
     */
    @JsonCreator
    public static Money parse(String yuan) {
        if (yuan.length() > 22 || !yuan.matches("-?\\d+(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("not an amount in yuan with at most two decimals: " + yuan);
        }
        return ofYuan(new BigDecimal(yuan));
    }

    /**
     * Yuan rounded HALF_UP to the fen.
     *
     * @throws IllegalArgumentException if the amount is too large
     */
    public static Money ofYuan(BigDecimal yuan) {
        try {
            return new Money(
                    yuan.setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("amount too large: " + yuan, e);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** This amount times a factor, rounded HALF_UP to the fen. */
    public Money times(BigDecimal factor) {
        return ofYuan(yuan().multiply(factor));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isMoreThan(Money other) {
        return fen > other.fen;
    }

    /** The amount in yuan with two decimals. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    @JsonValue
    public String toString() {
        return yuan().toPlainString();
    }
}
