package org.fourplusone.policy.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How many of the register meet each condition of an item: what keeps them out.
 *
 * @param of what is counted: enterprises, or the kind of record that the item asks for
 * @param rows how many there are
 */
public record ConditionCounts(String code, int version, LocalDate asOf, Subject of, long rows, List<Count> conditions) {

    /**
     * @param onlyObstacle of those who do not meet it, how many miss nothing else; null where the item offers
     *     alternatives
     */
    public record Count(
            Text clause,
            Text text,
            String fact,
            long met,
            long unmet,
            long unknown,
            @Nullable Long onlyObstacle) {}

    static ConditionCounts of(Item item, LocalDate asOf, List<Block> blocks, WholeRegister.Kept kept) {
        Subject subject = item.record() == null ? Subject.ENTERPRISE : item.record();
        int[] places = item.leaves().stream()
                .mapToInt(leaf -> place(leaf, subject, kept.leaves()))
                .toArray();
        boolean isFlat = isFlat(item.rule());
        long[][] counts = new long[places.length][4];
        long rows = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Rows of = subject == Subject.ENTERPRISE
                    ? blocks.get(i).own()
                    : blocks.get(i).records(subject);
            rows += of.size();
            count(of, bits(places, kept.leaves(), kept.bits().get(i), of, subject), counts);
        }
        List<Count> conditions = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            Comparison leaf = item.leaves().get(i);
            conditions.add(new Count(
                    leaf.clause(),
                    Wording.sentence(leaf, asOf.getYear()),
                    leaf.fact().key(),
                    counts[i][0],
                    counts[i][1],
                    counts[i][2],
                    isFlat ? counts[i][3] : null));
        }
        return new ConditionCounts(item.code(), item.version(), asOf, subject, rows, conditions);
    }

    private static int place(Comparison comparison, Subject subject, List<Leaf> leaves) {
        int ofEnterprise = leaves.indexOf(Leaf.of(comparison, Subject.ENTERPRISE));
        return ofEnterprise >= 0 ? ofEnterprise : leaves.indexOf(Leaf.of(comparison, subject));
    }

    private static boolean isFlat(Condition condition) {
        return condition instanceof Comparison
                || condition instanceof Condition.All all && all.of().stream().allMatch(ConditionCounts::isFlat);
    }

    /** For each condition the rows on which it is true, and those on which it is true or unknown. */
    private static long[][][] bits(int[] places, List<Leaf> leaves, long[][][] kept, Rows of, Subject subject) {
        long[][][] bits = new long[places.length][2][of.words()];
        for (int i = 0; i < places.length; i++) {
            for (int side = 0; side < 2; side++) {
                long[] from = kept[places[i]][side];
                if (leaves.get(places[i]).rows() == subject) {
                    bits[i][side] = from;
                } else {
                    of.fromOwners(from, bits[i][side]);
                }
            }
        }
        return bits;
    }

    private static void count(Rows of, long[][][] bits, long[][] counts) {
        for (int word = 0; word < of.words(); word++) {
            int last = of.size() - (word << 6);
            long rows = last >= 64 ? -1L : -1L >>> -last;
            for (int i = 0; i < bits.length; i++) {
                long met = bits[i][0][word] & rows;
                long unmet = ~bits[i][1][word] & rows;
                long only = unmet;
                for (int other = 0; other < bits.length && only != 0; other++) {
                    only &= other == i ? -1L : bits[other][1][word];
                }
                counts[i][0] += Long.bitCount(met);
                counts[i][1] += Long.bitCount(unmet);
                counts[i][2] += Long.bitCount(rows & ~met & ~unmet);
                counts[i][3] += Long.bitCount(only);
            }
        }
    }
}
