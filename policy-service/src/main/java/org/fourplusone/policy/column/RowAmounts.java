package org.fourplusone.policy.column;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import org.fourplusone.policy.column.RowAmount.Cell;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/** Compiles formulas for columns. */
final class RowAmounts {

    private static final int RATE_DECIMALS = 6;
    private static final long MILLION = 1_000_000;

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
            return rate(cells(rate.base(), rate.months(), rows), rate.months(), cap, shareOf(rate.rate()));
        }
        if (formula instanceof RateLevel rates) {
            return rateLevel(rates, rows, cap, encoding);
        }
        return new UnitAmount((PerUnit) formula, rows, cap);
    }

    private static RowAmount fixed(long fen) {
        return new RowAmount() {
            @Override
            boolean at(int row, long[] lowAndHigh) {
                return exactly(fen, lowAndHigh);
            }
        };
    }

    /** The highest amount for a fact that is not known; nothing for a code that has no tier. */
    private static RowAmount tiers(Cell by, FactDefinition fact, List<Tier> tiers, long cap, Encoding encoding) {
        long[] codes = new long[tiers.size()];
        long[] amounts = new long[tiers.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = encoding.find(fact, Tier.named(fact, tiers.get(i).value()));
            amounts[i] = Math.min(cap, tiers.get(i).amount().fen());
        }
        long most = Arrays.stream(amounts).max().orElse(0);
        return new RowAmount(by) {
            @Override
            boolean at(int row, long[] lowAndHigh) {
                if (!by.isKnown(row)) {
                    return upTo(most, lowAndHigh);
                }
                long code = by.at(row);
                long amount = 0;
                for (int i = codes.length - 1; i >= 0; i--) {
                    amount = codes[i] == code ? amounts[i] : amount;
                }
                return exactly(amount, lowAndHigh);
            }
        };
    }

    private static RowAmount stages(Cell by, Stages formula, long cap, Encoding encoding) {
        int count = formula.stages().size();
        long[] bits = new long[count];
        long[] amounts = new long[count];
        for (int i = 0; i < count; i++) {
            Tier stage = formula.stages().get(i);
            bits[i] = encoding.find(formula.by(), new FactValue.Codes(List.of(stage.value())));
            amounts[i] = stage.amount().fen();
        }
        long sum = Arrays.stream(amounts).sum();
        return new RowAmount(by) {
            @Override
            boolean at(int row, long[] lowAndHigh) {
                if (!by.isKnown(row)) {
                    return upTo(Math.min(cap, sum), lowAndHigh);
                }
                long reached = by.at(row);
                long amount = 0;
                for (int i = 0; i < count; i++) {
                    amount += (reached & bits[i]) == 0 ? 0 : amounts[i];
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
        return new RowAmount(cells(by, planned, from)) {
            @Override
            boolean at(int row, long[] lowAndHigh) {
                Cell seen = planned != null && !by.isKnown(row) ? planned : by;
                boolean isKnown = seen.isKnown(row);
                boolean isBeforeKnown = from == null || from.isKnown(row);
                long before = from == null || !isBeforeKnown ? Long.MIN_VALUE : from.at(row);
                long value = isKnown ? seen.at(row) : Long.MAX_VALUE;
                long most = 0;
                for (int i = 0; i < count; i++) {
                    boolean isReached = value >= least[i] & (before < least[i] | !isKnown);
                    most = Math.max(most, isReached ? amounts[i] : 0);
                }
                return isKnown && isBeforeKnown ? exactly(most, lowAndHigh) : upTo(most, lowAndHigh);
            }
        };
    }

    private static Cell[] cells(@Nullable Cell... cells) {
        return Arrays.stream(cells).filter(java.util.Objects::nonNull).toArray(Cell[]::new);
    }

    /** A share in millionths; -1 if it has more decimals. */
    static long shareOf(BigDecimal share) {
        return share.stripTrailingZeros().scale() > RATE_DECIMALS
                ? -1
                : share.movePointRight(RATE_DECIMALS).longValueExact();
    }

    private static Cell[] cells(FactDefinition base, @Nullable Months months, Subject rows) {
        return months == null
                ? cells(new Cell(base, rows))
                : cells(new Cell(base, rows), new Cell(months.claimed(), rows), new Cell(months.before(), rows));
    }

    /** @param cells the base, and the months claimed now and before where these count */
    private static RowAmount rate(Cell[] cells, @Nullable Months months, long cap, long share) {
        Cell base = cells[0];
        if (months == null) {
            return new RowAmount(cells) {
                @Override
                boolean at(int row, long[] lowAndHigh) {
                    if (!base.isKnown(row)) {
                        return upTo(cap, lowAndHigh);
                    }
                    return share >= 0 && exactly(Math.min(cap, shared(base.at(row), share)), lowAndHigh);
                }
            };
        }
        Cell claimed = cells[1];
        Cell before = cells[2];
        long max = months.max().longValueExact();
        return new RowAmount(cells) {
            @Override
            boolean at(int row, long[] lowAndHigh) {
                boolean isBeforeKnown = before.isKnown(row);
                boolean isClaimedKnown = claimed.isKnown(row);
                long left = isBeforeKnown ? max - before.at(row) : 0;
                long outOf = isClaimedKnown ? claimed.at(row) : 0;
                if (isBeforeKnown && left <= 0
                        || isClaimedKnown && outOf == 0
                        || base.isKnown(row) && base.at(row) <= 0) {
                    return exactly(0, lowAndHigh);
                }
                if (share < 0 || outOf < 0) {
                    return false;
                }
                if (!base.isKnown(row)) {
                    return upTo(cap, lowAndHigh);
                }
                if (!isBeforeKnown || !isClaimedKnown) {
                    return upTo(Math.min(cap, shared(base.at(row), share)), lowAndHigh);
                }
                long over = Math.multiplyExact(Math.multiplyExact(base.at(row), share), Math.min(outOf, left));
                return exactly(Math.min(cap, rounded(over, MILLION * outOf)), lowAndHigh);
            }
        };
    }

    /** So many millionths of what is above zero. */
    private static long shared(long of, long share) {
        return of <= 0 ? 0 : rounded(Math.multiplyExact(of, share), MILLION);
    }

    private static RowAmount rateLevel(RateLevel formula, Subject rows, long cap, Encoding encoding) {
        Cell by = new Cell(formula.by(), rows);
        Cell[] cells = cells(formula.base(), formula.months(), rows);
        List<RateLevel.Share> levels = formula.levels();
        RowAmount[] rates = new RowAmount[levels.size()];
        long[] codes = new long[rates.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = rate(cells, formula.months(), cap, shareOf(levels.get(i).rate()));
            codes[i] = encoding.find(
                    formula.by(), Tier.named(formula.by(), levels.get(i).value()));
        }
        return new RowAmount(Stream.concat(Stream.of(by), Arrays.stream(cells)).toArray(Cell[]::new)) {
            @Override
            boolean at(int row, long[] lowAndHigh) {
                if (!by.isKnown(row)) {
                    return between(rates, row, lowAndHigh);
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

    /** From the least of these to the most of these. */
    private static boolean between(RowAmount[] amounts, int row, long[] lowAndHigh) {
        long low = Long.MAX_VALUE;
        long high = 0;
        for (RowAmount each : amounts) {
            if (!each.at(row, lowAndHigh)) {
                return false;
            }
            low = Math.min(low, lowAndHigh[0]);
            high = Math.max(high, lowAndHigh[1]);
        }
        lowAndHigh[0] = low;
        lowAndHigh[1] = high;
        return true;
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
}
