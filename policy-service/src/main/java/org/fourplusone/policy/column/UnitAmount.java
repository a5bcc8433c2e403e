package org.fourplusone.policy.column;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.fourplusone.policy.benefit.PerUnit;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** So much for each unit, on columns. */
final class UnitAmount extends RowAmount {

    private static final long UNKNOWN = -1;

    private final Unit[] units;
    private final @Nullable Cell ceiling;
    private final long ceilingShare;
    private final long cap;
    private final long fraction;

    /** @param fen for each unit, widened to the fractions of the finest one */
    private record Unit(Factor[] factors, long size, long fen) {}

    private record Factor(
            Cell cell,
            @Nullable Cell planned,
            long max,
            @Nullable Cell less) {}

    UnitAmount(PerUnit formula, Subject rows, long cap) {
        this(
                formula,
                units(formula, rows),
                formula.notAbove() == null ? null : new Cell(formula.notAbove().fact(), rows),
                cap);
    }

    private UnitAmount(PerUnit formula, Unit[] units, @Nullable Cell ceiling, long cap) {
        super(cells(units, ceiling));
        PerUnit.Ceiling above = formula.notAbove();
        this.units = units;
        this.ceiling = ceiling;
        this.ceilingShare = above == null ? 0 : RowAmounts.shareOf(above.share());
        this.cap = cap;
        this.fraction = powerOfTen(finest(formula));
    }

    private static Unit[] units(PerUnit formula, Subject rows) {
        int finest = finest(formula);
        return formula.units().stream()
                .map(unit -> unit(unit, rows, powerOfTen(finest - decimals(unit))))
                .toArray(Unit[]::new);
    }

    private static Cell[] cells(Unit[] units, @Nullable Cell ceiling) {
        Stream<@Nullable Cell> factors = Arrays.stream(units)
                .flatMap(unit -> Arrays.stream(unit.factors))
                .flatMap(factor -> Stream.of(factor.cell, factor.planned, factor.less));
        return Stream.concat(factors, Stream.of(ceiling))
                .filter(Objects::nonNull)
                .toArray(Cell[]::new);
    }

    private static int finest(PerUnit formula) {
        return formula.units().stream().mapToInt(UnitAmount::decimals).max().orElse(0);
    }

    private static long powerOfTen(int decimals) {
        return BigDecimal.TEN.pow(decimals).longValueExact();
    }

    private static int places(PerUnit.Unit unit) {
        return unit.factors().stream()
                .mapToInt(factor -> factor.fact().type().scale())
                .sum();
    }

    private static int decimals(PerUnit.Unit unit) {
        return unit.size() == null ? places(unit) : 0;
    }

    private static Unit unit(PerUnit.Unit unit, Subject rows, long widening) {
        BigDecimal size = unit.size();
        return new Unit(
                unit.factors().stream().map(factor -> factor(factor, rows)).toArray(Factor[]::new),
                size == null ? 0 : size.movePointRight(places(unit)).longValueExact(),
                Math.multiplyExact(unit.amount().fen(), widening));
    }

    private static Factor factor(PerUnit.Factor factor, Subject rows) {
        FactType type = factor.fact().type();
        return new Factor(
                new Cell(factor.fact(), rows),
                factor.planned() == null ? null : new Cell(factor.planned(), rows),
                factor.max() == null ? Long.MAX_VALUE : Encoding.whole(type, factor.max()),
                factor.less() == null || factor.max() == null ? null : new Cell(factor.less(), rows));
    }

    @Override
    boolean at(int row, long[] lowAndHigh) {
        long sum = 0;
        boolean isKnown = true;
        for (Unit unit : units) {
            long count = count(unit, row);
            if (count == UNKNOWN) {
                isKnown = false;
            } else {
                sum = Math.addExact(sum, Math.multiplyExact(count, unit.fen));
            }
        }
        long low = Math.min(cap, fraction == 1 ? sum : RowAmounts.rounded(sum, fraction));
        long high = isKnown ? low : cap;
        if (ceiling != null) {
            if (ceilingShare < 0) {
                return false;
            }
            long limit = ceiling.isKnown(row)
                    ? RowAmounts.rounded(Math.multiplyExact(Math.max(0, ceiling.at(row)), ceilingShare), 1_000_000L)
                    : 0;
            low = Math.min(low, limit);
            high = ceiling.isKnown(row) ? Math.min(high, limit) : high;
        }
        lowAndHigh[0] = low;
        lowAndHigh[1] = high;
        return true;
    }

    /** How many units, or {@link #UNKNOWN}; a factor of nothing makes it nothing whatever the others are. */
    private static long count(Unit unit, int row) {
        long count = 1;
        boolean isKnown = true;
        for (Factor factor : unit.factors) {
            Cell cell = factor.planned != null && !factor.cell.isKnown(row) ? factor.planned : factor.cell;
            boolean isNumberKnown = cell.isKnown(row);
            long number = isNumberKnown ? cell.at(row) : Long.MAX_VALUE;
            if (factor.less != null && !factor.less.isKnown(row)) {
                isNumberKnown = false;
            } else if (factor.max != Long.MAX_VALUE) {
                number = Math.min(number, factor.max - (factor.less == null ? 0 : factor.less.at(row)));
            }
            if (number <= 0) {
                return 0;
            }
            isKnown &= isNumberKnown;
            count = isNumberKnown ? Math.multiplyExact(count, number) : count;
        }
        return !isKnown ? UNKNOWN : unit.size > 0 ? count / unit.size : count;
    }
}
