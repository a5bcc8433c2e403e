package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Fixed;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Level;
import org.fourplusone.policy.benefit.RateLevel;
import org.fourplusone.policy.benefit.Stages;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One item compiled for columns. It agrees with {@link Judge} row by row; what columns cannot tell (earlier grants, sums
 * over several things, a comparison across kinds of rows) the judge answers for just those rows.
 */
final class CompiledItem {

    private final Item item;
    private final boolean isRegular;
    private final Plan.Node rows;
    private final Plan.Node ifUnknown;
    private final Plan.Node ifNone;
    private final RowAmount amount;
    private final boolean isPaidIfMet;
    private final @Nullable Award withoutRecord;

    CompiledItem(Item item, Plan plan, Encoding encoding, int policyYear) {
        Subject subject = subject(item);
        Condition condition = condition(item);
        this.item = item;
        this.isRegular = !Plan.mixesRows(condition) && isKindAsked(item);
        this.rows = isRegular ? plan.onRows(condition, subject) : new Plan.Constant(Truth.FALSE);
        boolean byRecord = isRegular && subject != Subject.ENTERPRISE;
        this.ifUnknown = byRecord ? plan.without(condition, Plan.Missing.UNKNOWN) : new Plan.Constant(Truth.FALSE);
        this.ifNone = byRecord ? plan.without(condition, Plan.Missing.NONE) : new Plan.Constant(Truth.FALSE);
        this.amount = RowAmounts.of(item.formula(), subject, encoding);
        this.isPaidIfMet = isPaidIfMet(item.formula());
        boolean ofRecord = item.formula().facts().stream().noneMatch(fact -> fact.subject() == Subject.ENTERPRISE);
        this.withoutRecord = byRecord && ofRecord ? item.formula().award(nothingKnown(policyYear)) : null;
    }

    private static Subject subject(Item item) {
        Subject record = item.record();
        return record == null ? Subject.ENTERPRISE : record;
    }

    private static Facts nothingKnown(int policyYear) {
        return new Facts() {
            @Override
            public Seen see(FactDefinition fact) {
                return Seen.UNKNOWN;
            }

            @Override
            public int policyYear() {
                return policyYear;
            }
        };
    }

    /** Whether everybody who meets the conditions and a tier is paid something. */
    private static boolean isPaidIfMet(Formula formula) {
        return formula instanceof Fixed fixed && fixed.amount().isPositive()
                || formula instanceof Level level && isPositive(level.levels())
                || formula instanceof Stages stages && isPositive(stages.stages())
                || formula instanceof SumOfItems sum && isPositive(sum.levels())
                || formula instanceof Band band
                        && band.crossedFrom() == null
                        && band.bands().stream().allMatch(step -> step.amount().isPositive());
    }

    private static boolean isPositive(List<Tier> tiers) {
        return tiers.stream().allMatch(tier -> tier.amount().isPositive());
    }

    /** The item's conditions and what its tiers ask for. */
    private static Condition condition(Item item) {
        Formula formula = item.formula();
        Condition tier = null;
        if (formula instanceof Level level) {
            tier = oneOf(item, level.by(), level.levels().stream().map(Tier::value));
        } else if (formula instanceof SumOfItems sum) {
            tier = oneOf(item, sum.by(), sum.levels().stream().map(Tier::value));
        } else if (formula instanceof RateLevel rates) {
            tier = oneOf(item, rates.by(), rates.levels().stream().map(RateLevel.Share::value));
        } else if (formula instanceof Stages stages) {
            tier = oneOf(item, stages.by(), stages.stages().stream().map(Tier::value));
        } else if (formula instanceof Band band) {
            tier = new Comparison(
                    item.clause(),
                    false,
                    band.by(),
                    Op.GTE,
                    new Operand.Literal(new FactValue.Num(band.bands().get(0).from())),
                    band.planned());
        }
        List<Condition> parts = new ArrayList<>();
        flatten(item.rule(), parts);
        if (tier != null) {
            parts.add(tier);
        }
        return new Condition.All(List.copyOf(parts));
    }

    private static Comparison oneOf(Item item, FactDefinition by, java.util.stream.Stream<String> values) {
        List<FactValue> listed = values.<FactValue>map(value -> by.type() == FactType.BOOLEAN
                        ? new FactValue.Flag(Boolean.parseBoolean(value))
                        : new FactValue.Code(value))
                .toList();
        return new Comparison(item.clause(), false, by, Op.IN, new Operand.Listed(listed), null);
    }

    private static void flatten(Condition condition, List<Condition> into) {
        if (condition instanceof Condition.All all) {
            all.of().forEach(each -> flatten(each, into));
        } else {
            into.add(condition);
        }
    }

    /** Records of another kind never meet an item that asks for its kind outright, so they need no second look. */
    private static boolean isKindAsked(Item item) {
        List<Condition> parts = new ArrayList<>();
        flatten(item.rule(), parts);
        return item.kind().map(parts::contains).orElse(true);
    }

    Plan.Node rows() {
        return rows;
    }

    Item item() {
        return item;
    }

    /** Room for the bits of one block; for one thread. */
    static final class Room {
        private final boolean withAmounts;
        private long[] truth = new long[0];
        private long[] possible = new long[0];
        private long[] ofRows = new long[0];
        private final long[] award = new long[2];

        /** @param withAmounts false if verdicts are enough: then amounts that decide nothing are left out */
        Room(boolean withAmounts) {
            this.withAmounts = withAmounts;
        }

        void enter(int words) {
            if (truth.length < words) {
                truth = new long[words];
                possible = new long[words];
                ofRows = new long[words];
            }
        }
    }

    /**
     * Judges the block.
     *
     * @param first the row of its first enterprise in the whole run
     * @param judge answers for single enterprises
     */
    void judge(Block block, PlanRun run, Room room, int first, ItemRun into, Function<Enterprise, Judgement> judge) {
        if (!isRegular) {
            for (int row = 0; row < block.size(); row++) {
                fall(block, row, first, into, judge);
            }
            return;
        }
        amount.enter(block);
        Subject subject = subject(item);
        Rows of = run.rows(subject);
        room.enter(Math.max(block.own().words(), of.words()));
        if (subject == Subject.ENTERPRISE) {
            run.judge(rows, subject, room.truth, room.possible);
            ofEnterprises(block, room, first, into, judge);
            return;
        }
        ofMissing(block, run, room, subject, first, into, judge);
        run.judge(rows, subject, room.truth, room.possible);
        ofRecords(block, of, room, first, into, judge);
    }

    private void fall(Block block, int row, int first, ItemRun into, Function<Enterprise, Judgement> judge) {
        Judgement judged = judge.apply(block.enterprises().get(row));
        Award award = judged.award();
        into.set(
                first + row,
                judged.verdict(),
                award.low().fen(),
                award.high() == null ? ItemRun.UNBOUNDED : award.high().fen());
    }

    private static boolean isSet(long[] bits, int row) {
        return (bits[row >>> 6] >>> row & 1) != 0;
    }

    private void ofEnterprises(Block block, Room room, int first, ItemRun into, Function<Enterprise, Judgement> judge) {
        for (int word = 0; word < block.own().words(); word++) {
            for (long bits = room.possible[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (isSet(block.granted(), row) || !amountAt(row, room)) {
                    fall(block, row, first, into, judge);
                } else {
                    into.set(first + row, verdict(isSet(room.truth, row), room.award), room.award[0], room.award[1]);
                }
            }
        }
    }

    private boolean amountAt(int row, Room room) {
        if (isPaidIfMet && !room.withAmounts) {
            room.award[0] = 1;
            room.award[1] = 1;
            return true;
        }
        try {
            return amount.at(row, room.award);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private static Verdict verdict(boolean isTrue, long[] award) {
        return award[1] <= 0 ? Verdict.INELIGIBLE : isTrue && award[0] > 0 ? Verdict.ELIGIBLE : Verdict.UNDETERMINED;
    }

    /** Enterprises of which it is not known whether they have such records, and those known to have none. */
    private void ofMissing(
            Block block,
            PlanRun run,
            Room room,
            Subject subject,
            int first,
            ItemRun into,
            Function<Enterprise, Judgement> judge) {
        int words = block.own().words();
        long[] knowing = block.knowing(subject);
        run.judge(ifUnknown, Subject.ENTERPRISE, room.truth, room.possible);
        for (int word = 0; word < words; word++) {
            for (long bits = room.possible[word] & ~knowing[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (withoutRecord == null || isSet(block.granted(), row)) {
                    fall(block, row, first, into, judge);
                } else {
                    room.award[0] = withoutRecord.low().fen();
                    room.award[1] = withoutRecord.high() == null
                            ? ItemRun.UNBOUNDED
                            : withoutRecord.high().fen();
                    into.set(first + row, verdict(isSet(room.truth, row), room.award), room.award[0], room.award[1]);
                }
            }
        }
        run.judge(ifNone, Subject.ENTERPRISE, room.truth, room.possible);
        Rows of = run.rows(subject);
        Arrays.fill(room.ofRows, 0, words, 0);
        for (int row = 0; row < of.size(); row++) {
            int owner = of.owner(row);
            room.ofRows[owner >>> 6] |= 1L << owner;
        }
        for (int word = 0; word < words; word++) {
            for (long bits = room.possible[word] & knowing[word] & ~room.ofRows[word]; bits != 0; bits &= bits - 1) {
                fall(block, (word << 6) + Long.numberOfTrailingZeros(bits), first, into, judge);
            }
        }
    }

    /** The best record's verdict is the enterprise's; records of one enterprise are neighbours. */
    private void ofRecords(
            Block block, Rows of, Room room, int first, ItemRun into, Function<Enterprise, Judgement> judge) {
        int last = -1;
        for (int word = 0; word < of.words(); word++) {
            for (long bits = room.possible[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                int owner = of.owner(row);
                if (owner == last) {
                    continue;
                }
                boolean isSummed = room.withAmounts && item.formula() instanceof SumOfItems && hasNeighbour(of, row);
                if (isSummed || isSet(block.granted(), owner) || !amountAt(row, room)) {
                    fall(block, owner, first, into, judge);
                    last = owner;
                } else {
                    better(first + owner, verdict(isSet(room.truth, row), room.award), room.award, into);
                }
            }
        }
    }

    private static boolean hasNeighbour(Rows of, int row) {
        return row > 0 && of.owner(row - 1) == of.owner(row)
                || row + 1 < of.size() && of.owner(row + 1) == of.owner(row);
    }

    private static void better(int row, Verdict verdict, long[] award, ItemRun into) {
        int order = verdict.compareTo(into.verdict(row));
        boolean isBetter = order < 0
                || order == 0
                        && (award[0] > into.lowFen(row)
                                || award[0] == into.lowFen(row) && award[1] > into.highFen(row));
        if (isBetter) {
            into.set(row, verdict, award[0], award[1]);
        }
    }
}
