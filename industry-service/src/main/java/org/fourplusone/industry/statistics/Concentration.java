package org.fourplusone.industry.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * How unequal some enterprises are.
 *
 * @param firms enterprises that count
 * @param cr4 share of the four largest, in whole percent
 * @param hhi sum of the squared shares, 0 to 10,000, in tens
 */
record Concentration(int firms, int cr4, int hhi) {

    /** With fewer, the four largest are most of them. */
    static final int FEWEST = 10;

    private static final double CLOSE = 0.15;

    /**
     * Of a group whose sum is published; empty if the two shares would place its largest enterprise within 15 %, if it
     * has fewer than ten enterprises, or if some are below zero.
     */
    static Optional<Concentration> of(long[] amounts) {
        long[] sizes =
                Arrays.stream(amounts).filter(amount -> amount != 0).sorted().toArray();
        if (sizes.length < FEWEST || sizes[0] < 0) {
            return Optional.empty();
        }
        double sum = Arrays.stream(sizes).asDoubleStream().sum();
        double four = 0;
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            double share = sizes[i] / sum;
            squares += share * share;
            four += i >= sizes.length - 4 ? share : 0;
        }
        double largest = sizes[sizes.length - 1] / sum;
        if (most(four, squares, sizes.length) < largest * (1 + CLOSE) || least(four, squares) > largest * (1 - CLOSE)) {
            return Optional.empty();
        }
        return Optional.of(
                new Concentration(sizes.length, (int) Math.round(four * 100), (int) Math.round(squares * 1000) * 10));
    }

    /** The largest share that goes with the two: the rest as even as can be. */
    static double most(double four, double squares, int firms) {
        double low = four / 4;
        double high = four;
        for (int step = 0; step < 60; step++) {
            double top = (low + high) / 2;
            double next = (four - top) / 3;
            double tail = (1 - four) / (firms - 4);
            if (next >= tail && top * top + 3 * next * next + (firms - 4) * tail * tail <= squares) {
                low = top;
            } else {
                high = top;
            }
        }
        return low;
    }

    /** The smallest largest share that goes with the two: as many as can be are as large as it. */
    static double least(double four, double squares) {
        double low = four / 4;
        double high = four;
        for (int step = 0; step < 60; step++) {
            double top = (low + high) / 2;
            if (uneven(four, top) >= squares) {
                high = top;
            } else {
                low = top;
            }
        }
        return high;
    }

    /** The greatest sum of squares with no share above a largest one. */
    private static double uneven(double four, double top) {
        double squares = 0;
        double left = four;
        double fourth = top;
        for (int i = 0; i < 4; i++) {
            double share = Math.min(top, left);
            squares += share * share;
            left -= share;
            fourth = share;
        }
        double bound = Math.max(fourth, four / 4);
        double tail = 1 - four;
        while (tail > 1e-12 && bound > 1e-9) {
            double share = Math.min(bound, tail);
            squares += share * share;
            tail -= share;
        }
        return squares;
    }
}
