package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Judge;
import org.fourplusone.policy.match.Judgement;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.match.Wanted;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One item compiled for columns: what it wants of the enterprise, what of each of its records. It agrees with {@link
 * Judge} row by row; what columns cannot tell (earlier grants, sums over several things, a comparison across kinds of
 * rows) the judge answers for just those enterprises.
 */
final class CompiledItem {

    private static final Plan.Node NO = new Plan.Constant(Truth.FALSE);

    private final Item item;
    private final Subject subject;
    private final boolean isRegular;
    private final boolean isByVerdict;
    private final Plan.Node own;
    private final Plan.Node ofRecord;
    private final Plan.Node ifUnknown;
    private final Plan.Node ifNone;
    private final Plan.Node tiny;
    private final RowAmount amount;
    private final @Nullable Award withoutRecord;

    CompiledItem(Item item, Plan plan, Encoding encoding, int policyYear) {
        Subject record = item.record();
        Wanted wanted = Wanted.of(item);
        List<Condition> ofEnterprise = new ArrayList<>();
        List<Condition> ofRecords = new ArrayList<>();
        for (Condition part : wanted.parts()) {
            (record == null || Plan.isOfEnterprise(part) ? ofEnterprise : ofRecords).add(part);
        }
        Condition each = new Condition.All(ofRecords);
        this.item = item;
        this.subject = record == null ? Subject.ENTERPRISE : record;
        this.isRegular = !Plan.mixesRows(wanted.condition()) && isKindAsked(item, wanted);
        this.isByVerdict = wanted.isWhole();
        boolean isByRecord = isRegular && record != null;
        this.own = isRegular ? plan.onRows(new Condition.All(ofEnterprise), Subject.ENTERPRISE) : NO;
        this.ofRecord = isByRecord ? plan.onRows(each, subject) : NO;
        this.ifUnknown = isByRecord ? plan.without(each, Plan.Missing.UNKNOWN) : NO;
        this.ifNone = isByRecord ? plan.without(each, Plan.Missing.NONE) : NO;
        this.tiny = isRegular && !wanted.tiny().isEmpty() ? plan.onRows(new Condition.Any(wanted.tiny()), subject) : NO;
        this.amount = RowAmounts.of(item.formula(), subject, encoding);
        boolean isPaidForRecord =
                item.formula().facts().stream().noneMatch(fact -> fact.subject() == Subject.ENTERPRISE);
        this.withoutRecord = isByRecord && isPaidForRecord ? item.formula().award(nothingKnown(policyYear)) : null;
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

    /** Records of another kind never meet an item that asks for its kind outright, so they need no second look. */
    private static boolean isKindAsked(Item item, Wanted wanted) {
        return item.kind().map(wanted.parts()::contains).orElse(true);
    }

    Item item() {
        return item;
    }

    /**
     * Judges the block.
     *
     * @param first the row of its first enterprise in the whole run
     */
    void judge(Block block, PlanRun run, Room room, int first, ItemRun into) {
        if (!isRegular) {
            for (int row = 0; row < block.size(); row++) {
                fall(block, row, first, into, room);
            }
            return;
        }
        int words = block.own().words();
        room.enter(Math.max(words, run.rows(subject).words()));
        run.judge(own, Subject.ENTERPRISE, room.truth, room.possible);
        if (!PlanRun.isAny(room.possible, words)) {
            return;
        }
        boolean isByRow = room.withAmounts || !isByVerdict;
        if (isByRow) {
            amount.enter(block);
        }
        if (subject == Subject.ENTERPRISE) {
            if (isByRow) {
                amounts(block, room, first, into);
            } else {
                verdicts(block, run, room, first, into);
            }
            return;
        }
        run.judge(ofRecord, subject, room.rowTruth, room.rowPossible);
        if (isByRow) {
            amountsOfRecords(block, run, room, first, into);
        } else {
            withRecords(block, run, room);
            verdicts(block, run, room, first, into);
        }
    }

    private void fall(Block block, int row, int first, ItemRun into, Room room) {
        Judgement judged = room.judge.apply(block.enterprises().get(row), item);
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

    /** The verdicts are the bits, but for earlier grants and amounts that may round to nothing. */
    private void verdicts(Block block, PlanRun run, Room room, int first, ItemRun into) {
        int words = block.own().words();
        into.set(first, room.truth, room.possible, words);
        if (tiny != NO) {
            run.judge(tiny, subject, room.rowTruth, room.rowPossible);
            if (subject == Subject.ENTERPRISE) {
                System.arraycopy(room.rowTruth, 0, room.any, 0, words);
            } else {
                Arrays.fill(room.any, 0, words, 0);
                run.rows(subject).toOwners(room.rowTruth, room.any);
            }
        }
        for (int word = 0; word < words; word++) {
            long unclear = block.granted()[word] | (tiny == NO ? 0 : room.any[word]);
            for (long bits = room.possible[word] & unclear; bits != 0; bits &= bits - 1) {
                fall(block, (word << 6) + Long.numberOfTrailingZeros(bits), first, into, room);
            }
        }
    }

    /** The best record's verdict is the enterprise's. */
    private void withRecords(Block block, PlanRun run, Room room) {
        int words = block.own().words();
        Rows of = run.rows(subject);
        Arrays.fill(room.any, 0, words, 0);
        Arrays.fill(room.anyPossible, 0, words, 0);
        of.toOwners(room.rowTruth, room.any);
        of.toOwners(room.rowPossible, room.anyPossible);
        withoutRecords(block, run, room);
        for (int word = 0; word < words; word++) {
            room.truth[word] &= room.any[word] | room.rowTruth[word];
            room.possible[word] &= room.anyPossible[word] | room.rowPossible[word];
        }
    }

    /** Fills in the rows of those that are eligible, or may be, though there is no record to look at. */
    private void withoutRecords(Block block, PlanRun run, Room room) {
        int words = block.own().words();
        long[] knowing = block.knowing(subject);
        run.judge(ifNone, Subject.ENTERPRISE, room.rowTruth, room.rowPossible);
        if (PlanRun.isAny(room.rowPossible, words)) {
            owners(block, room);
            for (int word = 0; word < words; word++) {
                room.rowTruth[word] &= knowing[word] & ~room.open[word];
                room.rowPossible[word] &= knowing[word] & ~room.open[word];
            }
        }
        long[] truth = Arrays.copyOf(room.rowTruth, words);
        long[] possible = Arrays.copyOf(room.rowPossible, words);
        run.judge(ifUnknown, Subject.ENTERPRISE, room.rowTruth, room.rowPossible);
        for (int word = 0; word < words; word++) {
            room.rowTruth[word] = room.rowTruth[word] & ~knowing[word] | truth[word];
            room.rowPossible[word] = room.rowPossible[word] & ~knowing[word] | possible[word];
        }
    }

    /** The enterprises that have such records. */
    private void owners(Block block, Room room) {
        Rows of = block.records(subject);
        Arrays.fill(room.open, 0, block.own().words(), 0);
        for (int row = 0; row < of.size(); row++) {
            int owner = of.owner(row);
            room.open[owner >>> 6] |= 1L << owner;
        }
    }

    private boolean amountAt(int row, Room room) {
        try {
            return amount.at(row, room.award);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private static Verdict verdict(boolean isTrue, long[] award) {
        return award[1] <= 0 ? Verdict.INELIGIBLE : isTrue && award[0] > 0 ? Verdict.ELIGIBLE : Verdict.UNDETERMINED;
    }

    private void amounts(Block block, Room room, int first, ItemRun into) {
        for (int word = 0; word < block.own().words(); word++) {
            for (long bits = room.possible[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (isSet(block.granted(), row) || !amountAt(row, room)) {
                    fall(block, row, first, into, room);
                } else {
                    into.set(first + row, verdict(isSet(room.truth, row), room.award), room.award[0], room.award[1]);
                }
            }
        }
    }

    /** Records of one enterprise are neighbours; the first one that only the judge can tell settles all of them. */
    private void amountsOfRecords(Block block, PlanRun run, Room room, int first, ItemRun into) {
        Rows of = run.rows(subject);
        int last = -1;
        for (int word = 0; word < of.words(); word++) {
            for (long bits = room.rowPossible[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                int owner = of.owner(row);
                if (owner == last || !isSet(room.possible, owner)) {
                    continue;
                }
                boolean isSummed = item.formula() instanceof SumOfItems && hasNeighbour(of, row);
                if (isSummed || isSet(block.granted(), owner) || !amountAt(row, room)) {
                    fall(block, owner, first, into, room);
                    last = owner;
                } else {
                    boolean isTrue = isSet(room.rowTruth, row) && isSet(room.truth, owner);
                    better(first + owner, verdict(isTrue, room.award), room.award, into);
                }
            }
        }
        withoutRecords(block, run, room);
        for (int word = 0; word < block.own().words(); word++) {
            for (long bits = room.possible[word] & room.rowPossible[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (withoutRecord == null || isSet(block.granted(), row) || isSet(block.knowing(subject), row)) {
                    fall(block, row, first, into, room);
                } else {
                    room.award[0] = withoutRecord.low().fen();
                    room.award[1] = withoutRecord.high() == null
                            ? ItemRun.UNBOUNDED
                            : withoutRecord.high().fen();
                    boolean isTrue = isSet(room.rowTruth, row) && isSet(room.truth, row);
                    into.set(first + row, verdict(isTrue, room.award), room.award[0], room.award[1]);
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
