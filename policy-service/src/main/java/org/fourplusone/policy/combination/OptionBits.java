package org.fourplusone.policy.combination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.combination.Combination.Option;
import org.fourplusone.policy.item.Item.ProgrammeLine;

/** Options as bits, the largest amount first; of equal amounts, the one given first. */
final class OptionBits {

    /** The line of options whose own line does not run short. */
    static final int NO_LINE = 0;

    final List<Option> options;
    final int size;
    final int words;
    final long[] amounts;
    /** Of each option the place of its line among the scarce ones, counted from 1, or {@link #NO_LINE}. */
    final int[] lines;
    /** Of each option, word by word, those that cannot be had with it: itself and its item's too. */
    final long[] excluded;
    /** Of each line, word by word, the options that are of it. */
    final long[] ofLine;

    OptionBits(List<Option> given, List<ProgrammeLine> scarce) {
        options = new ArrayList<>(given);
        options.sort(Comparator.comparing(Option::amount).reversed());
        size = options.size();
        words = Math.max(1, size + 63 >> 6);
        amounts = options.stream().mapToLong(option -> option.amount().fen()).toArray();
        lines = options.stream()
                .mapToInt(option -> scarce.indexOf(option.line()) + 1)
                .toArray();
        ofLine = new long[(scarce.size() + 1) * words];
        Map<String, long[]> holders = new HashMap<>();
        for (int i = 0; i < size; i++) {
            set(ofLine, lines[i] * words, i);
            for (String key : keys(options.get(i))) {
                set(holders.computeIfAbsent(key, each -> new long[words]), 0, i);
            }
        }
        excluded = new long[size * words];
        for (int i = 0; i < size; i++) {
            for (String key : keys(options.get(i))) {
                long[] mask = holders.getOrDefault(key, new long[words]);
                for (int word = 0; word < words; word++) {
                    excluded[i * words + word] |= mask[word];
                }
            }
        }
    }

    private static List<String> keys(Option option) {
        List<String> keys = new ArrayList<>();
        option.keys().forEach(key -> keys.add("key " + key));
        keys.add("item " + option.code());
        return keys;
    }

    static void set(long[] masks, int from, int bit) {
        masks[from + (bit >> 6)] |= 1L << bit;
    }

    /** How many zeros the amount of an option ends in. */
    int zeros(int option) {
        return -BigDecimal.valueOf(amounts[option]).stripTrailingZeros().scale();
    }

    /** The place of the first option whose amount is at most this. */
    int firstWithin(long most) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (amounts[middle] > most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
