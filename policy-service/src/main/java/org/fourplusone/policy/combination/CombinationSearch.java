package org.fourplusone.policy.combination;

import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.combination.Combination.Option;

/**
 * Branch and bound over one set of options: each is taken or left. The first pass takes the largest first and stops
 * soon; the second decides on the least round amounts first and remembers what places in the search can still earn.
 *
 * <p>Steps measure time: one for each place and for each option that its bound looks at. Nothing is allocated while the
 * search runs.
 */
final class CombinationSearch {

    /** More than any sum of amounts that fits a {@code long}; for a search without a cap. */
    static final long NO_CAP = Long.MAX_VALUE / 2;

    private final OptionBits bits;
    private final int words;
    private final long[] amounts;
    private final long cap;
    private final long[] left;
    private final long[] usable;
    private final long[] open;
    private final long[] rest;
    private final long[] candidates;
    private final long[] keys;
    private final int keyLength;
    private final int[] current;
    private final int lines;
    private SearchStages stages;
    private KnownRests known;
    private boolean remembers;

    private int[] best = {};
    private long bestTotal;
    private long most;
    private long steps;
    private long limit;
    private long enough;

    /** @param left free money of the scarce lines, in fen, as the options count them */
    CombinationSearch(OptionBits bits, long cap, long[] left) {
        this.bits = bits;
        this.cap = cap;
        words = bits.words;
        amounts = bits.amounts;
        lines = left.length + 1;
        this.left = new long[lines];
        System.arraycopy(left, 0, this.left, 1, left.length);
        this.left[OptionBits.NO_LINE] = NO_CAP;
        usable = new long[lines];
        open = new long[(bits.size + 2) * words];
        rest = new long[words];
        candidates = new long[words];
        keyLength = words + lines;
        keys = new long[(bits.size + 2) * keyLength];
        current = new int[bits.size + 1];
        stages = SearchStages.largestFirst(bits);
        known = new KnownRests(0, 0);
    }

    /** Searches with at most so many steps in all, and only until there is enough. */
    void run(long soon, long mostSteps, long isEnough) {
        enough = isEnough;
        limit = Math.min(soon, mostSteps);
        start();
        if (!isProven() && limit < mostSteps) {
            limit = mostSteps;
            stages = SearchStages.oddFirst(bits, cap != NO_CAP);
            known = new KnownRests(keyLength, 15);
            remembers = true;
            start();
        }
    }

    boolean isProven() {
        return steps <= limit;
    }

    long total() {
        return bestTotal;
    }

    long steps() {
        return steps;
    }

    List<Option> chosen() {
        return Arrays.stream(best).mapToObj(bits.options::get).toList();
    }

    private void start() {
        for (int i = 0; i < bits.size; i++) {
            OptionBits.set(open, 0, i);
        }
        most = bits.size == 0 ? 0 : Math.min(enough, bound(0, 0, 0, Long.MAX_VALUE));
        from(0, 0, 0);
    }

    private void from(int depth, long total, int parent) {
        if (total > bestTotal) {
            bestTotal = total;
            best = Arrays.copyOf(current, depth);
        }
        int row = depth * words;
        int key = depth * keyLength;
        int stage = parent;
        boolean isFirst = true;
        boolean isKept = false;
        while (bestTotal < most) {
            dropUnfitting(row, total);
            stage = stages.first(stage, open, row);
            if (stage == stages.count) {
                break;
            }
            long need = bestTotal - total;
            if (++steps > limit) {
                return;
            }
            if (bound(row, total, stage, need) <= need) {
                break;
            }
            if (remembers) {
                int at = isFirst ? key : keys.length - keyLength;
                writeKey(at, row, total, stage);
                if (known.most(keys, at) <= need) {
                    break;
                }
                isKept |= isFirst;
            }
            isFirst = false;
            int option = stages.option(stage, open, row);
            for (int word = 0; word < words; word++) {
                open[row + words + word] = open[row + word] & ~bits.excluded[option * words + word];
            }
            current[depth] = option;
            left[bits.lines[option]] -= amounts[option];
            from(depth + 1, total + amounts[option], stage);
            left[bits.lines[option]] += amounts[option];
            open[row + (option >> 6)] &= ~(1L << option);
        }
        if (isKept && steps <= limit) {
            known.put(keys, key, bestTotal - total);
        }
    }

    private void dropUnfitting(int row, long total) {
        int first = bits.firstWithin(cap - total);
        for (int word = 0; word < words; word++) {
            open[row + word] &= atOrAfter(first, word);
        }
        for (int line = 1; line < lines; line++) {
            int fits = bits.firstWithin(left[line]);
            for (int word = 0; word < words; word++) {
                open[row + word] &= ~bits.ofLine[line * words + word] | atOrAfter(fits, word);
            }
        }
    }

    /** The bits of a word that stand for this place or a later one. */
    private static long atOrAfter(int first, int word) {
        int shift = first - (word << 6);
        return shift <= 0 ? -1L : shift >= 64 ? 0L : -1L << shift;
    }

    /**
     * No choice among what is open earns more; exact only up to what is needed. Of options that all exclude each other
     * only the largest counts, each line within its free money, all within the cap; and of a line and of the cap only
     * what the amounts can use, which are all multiples of something.
     */
    private long bound(int row, long total, int stage, long need) {
        long within = stages.usable(stage, cap - total);
        if (within <= need) {
            return within;
        }
        for (int line = 1; line < lines; line++) {
            usable[line] = stages.usable(stage, line, left[line]);
        }
        usable[OptionBits.NO_LINE] = NO_CAP;
        System.arraycopy(open, row, rest, 0, words);
        long sum = 0;
        for (int word = 0; word < words; word++) {
            while (rest[word] != 0) {
                int option = (word << 6) + Long.numberOfTrailingZeros(rest[word]);
                int line = bits.lines[option];
                long more = Math.min(amounts[option], usable[line]);
                usable[line] -= more;
                sum += more;
                steps++;
                if (sum > need) {
                    return Math.min(within, sum);
                }
                dropClique(option, word, line);
            }
        }
        return Math.min(within, sum);
    }

    /** Drops an option from the rest, and further ones of its line that all exclude each other. */
    private void dropClique(int option, int from, int line) {
        rest[from] &= ~(1L << option);
        for (int word = from; word < words; word++) {
            candidates[word] = rest[word] & bits.excluded[option * words + word] & bits.ofLine[line * words + word];
        }
        for (int word = from; word < words; word++) {
            while (candidates[word] != 0) {
                int other = (word << 6) + Long.numberOfTrailingZeros(candidates[word]);
                rest[word] &= ~(1L << other);
                candidates[word] &= ~(1L << other);
                for (int later = word; later < words; later++) {
                    candidates[later] &= bits.excluded[other * words + later];
                }
                steps++;
            }
        }
    }

    private void writeKey(int key, int row, long total, int stage) {
        System.arraycopy(open, row, keys, key, words);
        keys[key + words] = cap == NO_CAP ? NO_CAP : stages.usable(stage, cap - total);
        for (int line = 1; line < lines; line++) {
            keys[key + words + line] = stages.usable(stage, line, left[line]);
        }
    }
}
