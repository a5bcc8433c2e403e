package org.fourplusone.policy.match;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** In which order a search decides on the options: stage by stage, within a stage the largest first. */
final class SearchStages {

    final int count;
    private final int words;
    private final int lines;
    private final long[] masks;
    /** Of each stage and line, what divides all amounts from that stage on; at the end of each, of all lines. */
    private final long[] divisors;

    private SearchStages(OptionBits bits, List<List<Integer>> stages) {
        count = stages.size();
        words = bits.words;
        lines = bits.ofLine.length / words;
        masks = new long[count * words];
        divisors = new long[count * (lines + 1)];
        BigInteger[] common = new BigInteger[lines + 1];
        Arrays.fill(common, BigInteger.ZERO);
        for (int stage = count - 1; stage >= 0; stage--) {
            for (int option : stages.get(stage)) {
                OptionBits.set(masks, stage * words, option);
                BigInteger amount = BigInteger.valueOf(bits.amounts[option]);
                common[bits.lines[option]] = common[bits.lines[option]].gcd(amount);
                common[lines] = common[lines].gcd(amount);
            }
            for (int line = 0; line <= lines; line++) {
                divisors[stage * (lines + 1) + line] = Math.max(1, common[line].longValueExact());
            }
        }
    }

    static SearchStages largestFirst(OptionBits bits) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < bits.size; i++) {
            all.add(i);
        }
        return new SearchStages(bits, List.of(all));
    }

    /** The least round amounts first, line by line: once they are decided it is known what nothing can fill. */
    static SearchStages oddFirst(OptionBits bits) {
        TreeMap<Integer, List<Integer>> stages = new TreeMap<>();
        int lines = bits.ofLine.length / bits.words;
        for (int i = 0; i < bits.size; i++) {
            stages.computeIfAbsent(bits.zeros(i) * lines + lines - 1 - bits.lines[i], stage -> new ArrayList<>())
                    .add(i);
        }
        return new SearchStages(bits, List.copyOf(stages.values()));
    }

    /** The first stage that has an open option, or the count if none has. */
    int first(long[] open, int row) {
        for (int stage = 0; stage < count; stage++) {
            for (int word = 0; word < words; word++) {
                if ((masks[stage * words + word] & open[row + word]) != 0) {
                    return stage;
                }
            }
        }
        return count;
    }

    /** The largest open option of a stage that has one. */
    int option(int stage, long[] open, int row) {
        int word = 0;
        while ((masks[stage * words + word] & open[row + word]) == 0) {
            word++;
        }
        return (word << 6) + Long.numberOfTrailingZeros(masks[stage * words + word] & open[row + word]);
    }

    /** What of this much money of a line the amounts from a stage on can use. */
    long usable(int stage, int line, long money) {
        return money - money % divisors[stage * (lines + 1) + line];
    }

    /** What of this much money the amounts of all lines from a stage on can use. */
    long usable(int stage, long money) {
        return usable(stage, lines, money);
    }
}
