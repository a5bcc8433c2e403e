package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.match.Reading.Step;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.FactView;

/**
 * The different conditions on one kind of rows, each with a place: comparisons first, the plainest of them in arrays
 * that one loop runs over, then groups, each after what it is made of.
 */
final class Sheet {

    private final Map<Object, Integer> places = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private int within;
    private int among;
    private int[] facts = {};
    private int[] planned = {};
    private long[] low = {};
    private long[] high = {};
    private long[] opposite = {};
    private long[] noneIsZero = {};
    private Step[] others = {};

    int place(Object key, Step step) {
        Integer known = places.putIfAbsent(key, steps.size());
        if (known == null) {
            steps.add(step);
            return steps.size() - 1;
        }
        return known;
    }

    /** Gives the comparisons their final places and forgets the groups, which are to be put again. */
    void order() {
        List<Map.Entry<Object, Integer>> probes = new ArrayList<>(places.entrySet());
        probes.removeIf(each -> !(steps.get(each.getValue()) instanceof Probe));
        probes.sort(Comparator.comparing(each -> ((Probe) steps.get(each.getValue())).question));
        List<Step> ordered = new ArrayList<>();
        places.clear();
        for (Map.Entry<Object, Integer> each : probes) {
            places.put(each.getKey(), ordered.size());
            ordered.add(steps.get(each.getValue()));
        }
        steps.clear();
        steps.addAll(ordered);
    }

    /** Nothing is put any more. */
    void close() {
        within = count(0, Probe.Question.WITHIN);
        among = count(within, Probe.Question.AMONG_CODES);
        facts = new int[among];
        planned = new int[among];
        low = new long[among];
        high = new long[among];
        opposite = new long[among];
        noneIsZero = new long[among];
        for (int i = 0; i < among; i++) {
            Probe probe = (Probe) steps.get(i);
            facts[i] = probe.fact;
            planned[i] = probe.planned;
            low[i] = i < within ? probe.low : probe.mask;
            high[i] = probe.high;
            opposite[i] = probe.isOpposite ? 1 : 0;
            noneIsZero[i] = probe.noneIsZero ? 1 : 0;
        }
        others = steps.subList(among, steps.size()).toArray(Step[]::new);
    }

    private int count(int from, Probe.Question question) {
        int count = from;
        while (count < steps.size() && steps.get(count) instanceof Probe probe && probe.question == question) {
            count++;
        }
        return count;
    }

    int words() {
        return steps.size() + 63 >>> 6;
    }

    /** Sets the bits of every place. */
    void judge(Reading reading, FactView on, long[] isTrue, long[] isPossible) {
        long[] numbers = on.numbers();
        for (int from = 0; from < among; from += 64) {
            judge(numbers, from, Math.min(from + 64, among), isTrue, isPossible);
        }
        for (int i = 0; i < others.length; i++) {
            int place = among + i;
            long bits = others[i].on(reading, on, numbers);
            isTrue[place >>> 6] |= (bits >>> 1) << place;
            isPossible[place >>> 6] |= (bits & 1) << place;
        }
    }

    /** One word of the comparisons in the arrays. */
    private void judge(long[] numbers, int from, int end, long[] isTrue, long[] isPossible) {
        long truth = 0;
        long unknown = 0;
        int i = from;
        for (; i < Math.min(end, within); i++) {
            long number = numbers[facts[i]];
            if (number <= Encoding.NONE) {
                number = number == Encoding.UNKNOWN ? numbers[planned[i]] : number;
                if (number == Encoding.UNKNOWN) {
                    unknown |= 1L << i;
                    continue;
                }
                if (number == Encoding.NONE) {
                    truth |= (noneIsZero[i] & within(i, 0)) << i;
                    continue;
                }
            }
            truth |= within(i, number) << i;
        }
        for (; i < end; i++) {
            long number = numbers[facts[i]];
            if (number > Encoding.NONE) {
                truth |= (low[i] >>> number & 1 ^ opposite[i]) << i;
            } else if (number == Encoding.UNKNOWN) {
                unknown |= 1L << i;
            }
        }
        isTrue[from >>> 6] = truth;
        isPossible[from >>> 6] = truth | unknown;
    }

    /** 1 if it is met: a difference's sign is the answer, there is no branch. */
    private long within(int i, long number) {
        return ((number - low[i] | high[i] - number) >>> 63 ^ 1) ^ opposite[i];
    }
}
