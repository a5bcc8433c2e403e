package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of whole numbers, kept as ascending intervals that neither overlap nor touch. Values of facts are counted in
 * the smallest units of their type, so that every set a comparison can ask for is one of these.
 */
record Spans(List<Span> spans) {

    /** From {@code low} to {@code high}, both included. */
    record Span(long low, long high) {}

    static final Spans NOTHING = new Spans(List.of());
    private static final Spans EVERYTHING = between(Long.MIN_VALUE, Long.MAX_VALUE);

    static Spans between(long low, long high) {
        return low > high ? NOTHING : new Spans(List.of(new Span(low, high)));
    }

    static Spans of(long value) {
        return between(value, value);
    }

    Spans and(Spans other) {
        List<Span> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            Span one = spans.get(i);
            Span two = other.spans.get(j);
            long low = Math.max(one.low, two.low);
            long high = Math.min(one.high, two.high);
            if (low <= high) {
                both.add(new Span(low, high));
            }
            if (one.high < two.high) {
                i++;
            } else {
                j++;
            }
        }
        return new Spans(List.copyOf(both));
    }

    Spans without(Spans other) {
        return and(other.rest());
    }

    Spans or(Spans other) {
        return EVERYTHING.without(rest().and(other.rest()));
    }

    /** All whole numbers of 64 bits that are not in it. */
    private Spans rest() {
        List<Span> rest = new ArrayList<>();
        long from = Long.MIN_VALUE;
        for (Span each : spans) {
            if (each.low > from) {
                rest.add(new Span(from, each.low - 1));
            }
            if (each.high == Long.MAX_VALUE) {
                return new Spans(List.copyOf(rest));
            }
            from = each.high + 1;
        }
        rest.add(new Span(from, Long.MAX_VALUE));
        return new Spans(List.copyOf(rest));
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    boolean isSingle() {
        return spans.size() == 1 && spans.get(0).low == spans.get(0).high;
    }

    /** The smallest of it; only where it is not empty. */
    long min() {
        return spans.get(0).low;
    }

    /** The largest of it; only where it is not empty. */
    long max() {
        return spans.get(spans.size() - 1).high;
    }
}
