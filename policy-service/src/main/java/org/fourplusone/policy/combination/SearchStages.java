package org.fourplusone.policy.combination;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which order a search decides on the options, stage by stage and within a stage the largest first; and what of the
 * free money the options from a stage on can use.
 */
final class SearchStages {

    private static final int ROUND = 4;
    private static final int MOST_ZEROS = 19;

    final int count;
    private final int words;
    private final int lines;
    private final long[] masks;
    /** Of each stage the table of each line, then the one of all together. */
    private final SumTable[] tables;

    /** @param odd how many stages at the beginning are of one item each, with amounts less round than the later ones */
    private SearchStages(OptionBits bits, List<List<Integer>> stages, int odd) {
        count = stages.size();
        words = bits.words;
        lines = bits.ofLine.length / words;
        masks = new long[count * words];
        tables = new SumTable[count * (lines + 1)];
        for (int stage = 0; stage < count; stage++) {
            for (int option : stages.get(stage)) {
                OptionBits.set(masks, stage * words, option);
            }
        }
        for (int line = 0; line <= lines; line++) {
            BigInteger unit = BigInteger.ZERO;
            SumTable table = SumTable.multiplesOf(0);
            for (int stage = count - 1; stage >= 0; stage--) {
                int of = line;
                long[] amounts = stages.get(stage).stream()
                        .filter(option -> of == lines || bits.lines[option] == of)
                        .mapToLong(option -> bits.amounts[option])
                        .toArray();
                if (stage >= odd) {
                    for (long amount : amounts) {
                        unit = unit.gcd(BigInteger.valueOf(amount));
                    }
                    table = SumTable.multiplesOf(unit.longValueExact());
                } else {
                    table = table.with(amounts);
                }
                tables[stage * (lines + 1) + line] = table;
            }
        }
    }

    static SearchStages largestFirst(OptionBits bits) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < bits.size; i++) {
            all.add(i);
        }
        return new SearchStages(bits, List.of(all), 0);
    }

    /**
     * The least round amounts first, item by item and line by line: once they are decided it is known what of the money
     * nothing can fill.
     *
     * @param isCapped whether all together is limited, not only the scarce lines; what is not limited need not fit
     */
    static SearchStages oddFirst(OptionBits bits, boolean isCapped) {
        int round = usualZeros(bits);
        TreeMap<Integer, Map<String, List<Integer>>> odd = new TreeMap<>(Collections.reverseOrder());
        TreeMap<Integer, List<Integer>> others = new TreeMap<>();
        int lines = bits.ofLine.length / bits.words;
        for (int i = 0; i < bits.size; i++) {
            boolean isLimited = isCapped || bits.lines[i] != OptionBits.NO_LINE;
            if (isLimited && bits.zeros(i) < round) {
                odd.computeIfAbsent(bits.lines[i], line -> new LinkedHashMap<>())
                        .computeIfAbsent(bits.options.get(i).code(), code -> new ArrayList<>())
                        .add(i);
            } else {
                int zeros = isLimited ? bits.zeros(i) : MOST_ZEROS;
                others.computeIfAbsent(zeros * lines + lines - 1 - bits.lines[i], key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<List<Integer>> stages = new ArrayList<>();
        odd.values().forEach(items -> stages.addAll(items.values()));
        int count = stages.size();
        stages.addAll(others.values());
        return new SearchStages(bits, stages, count);
    }

    /** The zeros that a third of the amounts end in; if that is hardly round, no amount counts as round. */
    private static int usualZeros(OptionBits bits) {
        List<Integer> zeros = new ArrayList<>();
        for (int i = 0; i < bits.size; i++) {
            zeros.add(bits.zeros(i));
        }
        zeros.sort(Collections.reverseOrder());
        int usual = zeros.isEmpty() ? 0 : zeros.get(zeros.size() / 3);
        return usual < ROUND ? Integer.MAX_VALUE : usual;
    }

    /** The first stage from this one on that has an open option, or the count if none has. */
    int first(int from, long[] open, int row) {
        for (int stage = from; stage < count; stage++) {
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
        return tables[stage * (lines + 1) + line].usable(money);
    }

    /** What of this much money the amounts of all lines from a stage on can use. */
    long usable(int stage, long money) {
        return usable(stage, lines, money);
    }
}
