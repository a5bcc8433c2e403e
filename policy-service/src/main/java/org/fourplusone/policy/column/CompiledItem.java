package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.benefit.Award;
import org.fourplusone.policy.benefit.SumOfItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Judge;
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
    private final Award ofNothingKnown;
    private final boolean isPaidForRecord;

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
        this.isPaidForRecord = item.formula().facts().stream().noneMatch(fact -> fact.subject() == Subject.ENTERPRISE);
        this.ofNothingKnown = item.formula().award(nothingKnown(policyYear));
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

    /** Where its verdicts, and amounts if these are wanted, will be. */
    ItemRun run(int size, boolean withAmounts) {
        return new ItemRun(item, size, withAmounts ? ofNothingKnown : null);
    }

    /**
     * Judges the block.
     *
     * @param first the row of its first enterprise in the whole run
     */
    void judge(Block block, PlanRun run, Room room, int first, ItemRun into) {
        int words = block.own().words();
        room.enter(Math.max(words, run.rows(subject).words()));
        room.clear(words);
        if (isRegular) {
            run.judge(own, Subject.ENTERPRISE, room.truth, room.possible);
            if (!PlanRun.isAny(room.possible, words)) {
                return;
            }
            judgeRegular(block, run, room);
        } else {
            for (int row = 0; row < block.size(); row++) {
                room.ask(item, block, row);
            }
        }
        into.add(first, block.size(), room);
    }

    private void judgeRegular(Block block, PlanRun run, Room room) {
        boolean isByRow = room.withAmounts || !isByVerdict;
        boolean isByRecord = subject != Subject.ENTERPRISE;
        if (isByRecord) {
            run.judge(ofRecord, subject, room.rowTruth, room.rowPossible);
        }
        if (!isByRow) {
            verdicts(block, run, room, isByRecord);
            return;
        }
        amount.enter(block);
        if (isByRecord) {
            amountsOfRecords(block, run, room);
        } else {
            amounts(block, room);
        }
    }

    private static boolean isSet(long[] bits, int row) {
        return (bits[row >>> 6] >>> row & 1) != 0;
    }

    /** The verdicts are the bits, but for earlier grants and amounts that may round to nothing. */
    private void verdicts(Block block, PlanRun run, Room room, boolean isByRecord) {
        int words = block.own().words();
        if (isByRecord) {
            withRecords(block, run, room);
        }
        for (int word = 0; word < words; word++) {
            room.isTrue[word] = room.truth[word] & room.possible[word];
            room.isPossible[word] = room.possible[word];
        }
        long[] unclear = block.granted();
        if (tiny != NO) {
            run.judge(tiny, subject, room.rowTruth, room.rowPossible);
            unclear = room.open;
            System.arraycopy(block.granted(), 0, unclear, 0, words);
            if (isByRecord) {
                run.rows(subject).toOwners(room.rowTruth, unclear);
            } else {
                for (int word = 0; word < words; word++) {
                    unclear[word] |= room.rowTruth[word];
                }
            }
        }
        for (int word = 0; word < words; word++) {
            for (long bits = room.possible[word] & unclear[word]; bits != 0; bits &= bits - 1) {
                room.ask(item, block, (word << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    /** The best record's verdict is the enterprise's. */
    private void withRecords(Block block, PlanRun run, Room room) {
        int words = block.own().words();
        Rows of = run.rows(subject);
        of.toOwners(room.rowTruth, room.isTrue);
        of.toOwners(room.rowPossible, room.isPossible);
        withoutRecords(block, run, room);
        for (int word = 0; word < words; word++) {
            room.truth[word] &= room.isTrue[word] | room.rowTruth[word];
            room.possible[word] &= room.isPossible[word] | room.rowPossible[word];
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

    private void amounts(Block block, Room room) {
        for (int word = 0; word < block.own().words(); word++) {
            long granted = room.possible[word] & block.granted()[word];
            long shared = room.possible[word] & ~granted & amount.unknown(word);
            room.find(word, shared, room.truth[word], ofNothingKnown);
            long declined = amount.find(word, room.possible[word] & ~granted & ~shared, room.truth[word], room);
            for (long bits = granted | declined; bits != 0; bits &= bits - 1) {
                room.ask(item, block, (word << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    /** Records of one enterprise are neighbours; the first one that only the judge can tell settles all of them. */
    private void amountsOfRecords(Block block, PlanRun run, Room room) {
        Rows of = run.rows(subject);
        long[] award = room.award;
        int last = -1;
        for (int word = 0; word < of.words(); word++) {
            for (long bits = room.rowPossible[word]; bits != 0; bits &= bits - 1) {
                int row = (word << 6) + Long.numberOfTrailingZeros(bits);
                int owner = of.owner(row);
                if (owner == last || !isSet(room.possible, owner)) {
                    continue;
                }
                boolean isSummed = item.formula() instanceof SumOfItems && hasNeighbour(of, row);
                if (isSummed || isSet(block.granted(), owner) || !amount.tell(row, award)) {
                    room.ask(item, block, owner);
                    last = owner;
                } else {
                    room.find(owner, isSet(room.rowTruth, row) && isSet(room.truth, owner), award[0], award[1]);
                }
            }
        }
        withoutRecords(block, run, room);
        long[] knowing = block.knowing(subject);
        for (int word = 0; word < block.own().words(); word++) {
            long rows = room.possible[word] & room.rowPossible[word];
            long shared = isPaidForRecord ? rows & ~block.granted()[word] & ~knowing[word] : 0;
            room.find(word, shared, room.rowTruth[word] & room.truth[word], ofNothingKnown);
            for (long bits = rows & ~shared; bits != 0; bits &= bits - 1) {
                room.ask(item, block, (word << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    private static boolean hasNeighbour(Rows of, int row) {
        return row > 0 && of.owner(row - 1) == of.owner(row)
                || row + 1 < of.size() && of.owner(row + 1) == of.owner(row);
    }
}
