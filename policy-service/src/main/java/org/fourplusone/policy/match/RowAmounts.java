package org.fourplusone.policy.match;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Fixed;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Level;
import org.fourplusone.policy.benefit.Months;
import org.fourplusone.policy.benefit.PerUnit;
import org.fourplusone.policy.benefit.Rate;
import org.fourplusone.policy.benefit.RateLevel;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.match.RowAmount.Cell;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** Compiles formulas for columns. */
final class RowAmounts {

    private static final int RATE_DECIMALS = 6;

    private RowAmounts() {}

    static RowAmount of(Formula formula, Subject rows, Encoding encoding) {
        long cap = formula.cap() == null ? ItemRun.UNBOUNDED : formula.cap().fen();
        if (formula instanceof Fixed fixed) {
            return fixed(fixed.amount().fen());
        }
        if (formula instanceof Level level) {
            return tiers(new Cell(level.by(), rows), level.by(), level.levels(), cap, encoding);
        }
        if (formula instanceof SumOfItems sum) {
            return tiers(new Cell(sum.by(), rows), sum.by(), sum.levels(), cap, encoding);
        }
        if (formula instanceof Stages stages) {
            return stages(new Cell(stages.by(), rows), stages, cap, encoding);
        }
        if (formula instanceof Band band) {
            return band(band, rows, cap);
        }
        if (formula instanceof Rate rate) {
            return rate(rate.base(), rate.months(), rows, cap, shareOf(rate.rate()));
        }
        if (formula instanceof RateLevel rates) {
            return rateLevel(rates, rows, cap, encoding);
        }
        return new UnitAmount((PerUnit) formula, rows, cap);
    }

    private static RowAmount fixed(long fen) {
        return new OnCells(List.of()) {
            @Override
            public boolean at(int row, long[] lowAndHigh) {
                return exactly(fen, lowAndHigh);
            }
        };
    }

    /** The highest amount for a fact that is not known; nothing for a code that has no tier. */
    private static RowAmount tiers(Cell by, FactDefinition fact, List<Tier> tiers, long cap, Encoding encoding) {
        long[] codes = new long[tiers.size()];
        long[] amounts = new long[tiers.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = encoding.find(fact, Tiers.value(fact, tiers.get(i).value()));
            amounts[i] = Math.min(cap, tiers.get(i).amount().fen());
        }
        long most = Arrays.stream(amounts).max().orElse(0);
        return new OnCells(List.of(by)) {
            @Override
            public boolean at(int row, long[] lowAndHigh) {
                if (!by.isKnown(row)) {
                    return upTo(most, lowAndHigh);
                }
                long code = by.at(row);
                for (int i = 0; i < codes.length; i++) {
                    if (codes[i] == code) {
                        return exactly(amounts[i], lowAndHigh);
                    }
                }
                return exactly(0, lowAndHigh);
            }
        };
    }

    private static RowAmount stages(Cell by, Stages formula, long cap, Encoding encoding) {
        List<Tier> stages = formula.stages();
        long sum = stages.stream().mapToLong(stage -> stage.amount().fen()).sum();
        return new OnCells(List.of(by)) {
            @Override
            public boolean at(int row, long[] lowAndHigh) {
                if (!by.isKnown(row)) {
                    return upTo(Math.min(cap, sum), lowAndHigh);
                }
                long amount = 0;
                for (Tier stage : stages) {
                    long bit = encoding.find(formula.by(), new FactValue.Codes(List.of(stage.value())));
                    amount += (by.at(row) & bit) == 0 ? 0 : stage.amount().fen();
                }
                return exactly(Math.min(cap, amount), lowAndHigh);
            }
        };
    }

    private static RowAmount band(Band formula, Subject rows, long cap) {
        Cell by = new Cell(formula.by(), rows);
        Cell planned = formula.planned() == null ? null : new Cell(formula.planned(), rows);
        Cell from = formula.crossedFrom() == null ? null : new Cell(formula.crossedFrom(), rows);
        int count = formula.bands().size();
        long[] least = new long[count];
        long[] amounts = new long[count];
        for (int i = 0; i < count; i++) {
            least[i] =
                    Encoding.whole(formula.by().type(), formula.bands().get(i).from());
            amounts[i] = Math.min(cap, formula.bands().get(i).amount().fen());
        }
        return new OnCells(cells(by, planned, from)) {
            @Override
            public boolean at(int row, long[] lowAndHigh) {
                Cell seen = planned != null && !by.isKnown(row) ? planned : by;
                boolean isKnown = seen.isKnown(row);
                boolean isBeforeKnown = from == null || from.isKnown(row);
                long before = from == null || !isBeforeKnown ? Long.MIN_VALUE : from.at(row);
                long most = 0;
                for (int i = 0; i < count; i++) {
                    if (!isKnown || seen.at(row) >= least[i] && (before < least[i])) {
                        most = Math.max(most, amounts[i]);
                    }
                }
                return isKnown && isBeforeKnown ? exactly(most, lowAndHigh) : upTo(most, lowAndHigh);
            }
        };
    }

    private static List<Cell> cells(@Nullable Cell... cells) {
        return Arrays.stream(cells).filter(java.util.Objects::nonNull).toList();
    }

    /** A share in millionths; -1 if it has more decimals. */
    private static long shareOf(BigDecimal share) {
        return share.stripTrailingZeros().scale() > RATE_DECIMALS
                ? -1
                : share.movePointRight(RATE_DECIMALS).longValueExact();
    }

    private static RowAmount rate(
            FactDefinition baseFact, @Nullable Months months, Subject rows, long cap, long share) {
        Cell base = new Cell(baseFact, rows);
        Cell claimed = months == null ? null : new Cell(months.claimed(), rows);
        Cell before = months == null ? null : new Cell(months.before(), rows);
        return new OnCells(cells(base, claimed, before)) {
            @Override
            public boolean at(int row, long[] lowAndHigh) {
                if (share < 0 || months != null && (!isKnown(row, claimed, before) || !base.isKnown(row))) {
                    return false;
                }
                if (!base.isKnown(row)) {
                    return upTo(cap, lowAndHigh);
                }
                long of = base.at(row);
                long counted = 1;
                long outOf = 1;
                if (months != null && claimed != null && before != null) {
                    outOf = claimed.at(row);
                    counted = Math.min(outOf, months.max().longValueExact() - before.at(row));
                }
                return exactly(
                        of <= 0 || counted <= 0 || outOf <= 0
                                ? 0
                                : Math.min(
                                        cap,
                                        rounded(
                                                Math.multiplyExact(Math.multiplyExact(of, share), counted),
                                                1_000_000L * outOf)),
                        lowAndHigh);
            }
        };
    }

    private static boolean isKnown(int row, @Nullable Cell... cells) {
        for (Cell cell : cells) {
            if (cell == null || !cell.isKnown(row)) {
                return false;
            }
        }
        return true;
    }

    private static RowAmount rateLevel(RateLevel formula, Subject rows, long cap, Encoding encoding) {
        Cell by = new Cell(formula.by(), rows);
        List<RateLevel.Share> levels = formula.levels();
        RowAmount[] rates = new RowAmount[levels.size()];
        long[] codes = new long[rates.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = rate(
                    formula.base(),
                    formula.months(),
                    rows,
                    cap,
                    shareOf(levels.get(i).rate()));
            codes[i] = encoding.find(
                    formula.by(), Tiers.value(formula.by(), levels.get(i).value()));
        }
        return new OnCells(List.of(by)) {
            @Override
            public void enter(Block block) {
                super.enter(block);
                Arrays.stream(rates).forEach(rate -> rate.enter(block));
            }

            @Override
            public boolean at(int row, long[] lowAndHigh) {
                if (!by.isKnown(row)) {
                    return false;
                }
                for (int i = 0; i < rates.length; i++) {
                    if (codes[i] == by.at(row)) {
                        return rates[i].at(row, lowAndHigh);
                    }
                }
                return exactly(0, lowAndHigh);
            }
        };
    }

    /** HALF_UP, of numbers that are not negative. */
    static long rounded(long over, long under) {
        long whole = over / under;
        return over % under >= under - over % under ? whole + 1 : whole;
    }

    static boolean exactly(long fen, long[] lowAndHigh) {
        lowAndHigh[0] = fen;
        lowAndHigh[1] = fen;
        return true;
    }

    static boolean upTo(long fen, long[] lowAndHigh) {
        lowAndHigh[0] = 0;
        lowAndHigh[1] = fen;
        return true;
    }

    /** Reads some cells. */
    abstract static class OnCells implements RowAmount {

        private final List<Cell> cells;

        OnCells(List<Cell> cells) {
            this.cells = cells;
        }

        @Override
        public void enter(Block block) {
            cells.forEach(cell -> cell.enter(block));
        }
    }

    /** So much for each unit; every fact must be known. */
    private static final class UnitAmount implements RowAmount {

        private final List<Unit> units;
        private final @Nullable Cell ceiling;
        private final long ceilingShare;
        private final long cap;
        private final int decimals;

        private record Unit(List<Factor> factors, long size, long fen, int decimals) {}

        private record Factor(
                Cell cell,
                @Nullable Cell planned,
                long max,
                @Nullable Cell less) {}

        UnitAmount(PerUnit formula, Subject rows, long cap) {
            this.units = formula.units().stream().map(unit -> unit(unit, rows)).toList();
            this.ceiling = formula.notAbove() == null
                    ? null
                    : new Cell(formula.notAbove().fact(), rows);
            this.ceilingShare =
                    formula.notAbove() == null ? 0 : shareOf(formula.notAbove().share());
            this.cap = cap;
            this.decimals = units.stream().mapToInt(Unit::decimals).max().orElse(0);
        }

        private static Unit unit(PerUnit.Unit unit, Subject rows) {
            int decimals = unit.factors().stream()
                    .mapToInt(factor -> Encoding.scale(factor.fact().type()))
                    .sum();
            BigDecimal size = unit.size();
            return new Unit(
                    unit.factors().stream().map(factor -> factor(factor, rows)).toList(),
                    size == null ? 0 : size.movePointRight(decimals).longValueExact(),
                    unit.amount().fen(),
                    size == null ? decimals : 0);
        }

        private static Factor factor(PerUnit.Factor factor, Subject rows) {
            FactType type = factor.fact().type();
            return new Factor(
                    new Cell(factor.fact(), rows),
                    factor.planned() == null ? null : new Cell(factor.planned(), rows),
                    factor.max() == null ? Long.MAX_VALUE : Encoding.whole(type, factor.max()),
                    factor.less() == null ? null : new Cell(factor.less(), rows));
        }

        @Override
        public void enter(Block block) {
            for (Unit unit : units) {
                for (Factor factor : unit.factors) {
                    factor.cell.enter(block);
                    if (factor.planned != null) {
                        factor.planned.enter(block);
                    }
                    if (factor.less != null) {
                        factor.less.enter(block);
                    }
                }
            }
            if (ceiling != null) {
                ceiling.enter(block);
            }
        }

        @Override
        public boolean at(int row, long[] lowAndHigh) {
            if (ceiling != null && (!ceiling.isKnown(row) || ceilingShare < 0)) {
                return false;
            }
            long sum = 0;
            for (Unit unit : units) {
                long count = 1;
                for (Factor factor : unit.factors) {
                    Cell cell = factor.planned != null && !factor.cell.isKnown(row) ? factor.planned : factor.cell;
                    if (!cell.isKnown(row) || factor.less != null && !factor.less.isKnown(row)) {
                        return false;
                    }
                    long number = cell.at(row);
                    if (factor.max != Long.MAX_VALUE) {
                        number = Math.min(number, factor.max - (factor.less == null ? 0 : factor.less.at(row)));
                    }
                    count = number <= 0 ? 0 : Math.multiplyExact(count, number);
                }
                if (unit.size > 0) {
                    count /= unit.size;
                }
                LongUnaryOperator widen = fen -> {
                    long wide = fen;
                    for (int i = unit.decimals; i < decimals; i++) {
                        wide = Math.multiplyExact(wide, 10L);
                    }
                    return wide;
                };
                sum = Math.addExact(sum, widen.applyAsLong(Math.multiplyExact(count, unit.fen)));
            }
            long fen = sum;
            if (decimals > 0) {
                fen = rounded(sum, BigDecimal.TEN.pow(decimals).longValueExact());
            }
            fen = Math.min(fen, cap);
            if (ceiling != null) {
                long limit = rounded(Math.multiplyExact(Math.max(0, ceiling.at(row)), ceilingShare), 1_000_000L);
                fen = Math.min(fen, limit);
            }
            return exactly(fen, lowAndHigh);
        }
    }

    /** The value that a tier's name stands for. */
    private static final class Tiers {

        static FactValue value(FactDefinition fact, String name) {
            return fact.type() == FactType.BOOLEAN
                    ? new FactValue.Flag(Boolean.parseBoolean(name))
                    : new FactValue.Code(name);
        }
    }
}
