package org.fourplusone.industry.sample;

import java.util.SplittableRandom;

/** Draws for one thing of the sample register: the same seed and number always give the same draws. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed, long number) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    }

    /** Whether something of this chance, from 0 to 1, happens. */
    boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** A number from {@code low} to {@code high}, evenly on a logarithmic scale. */
    double onLogScale(double low, double high) {
        return Math.exp(between(Math.log(low), Math.log(high)));
    }

    /** A position among weights. */
    int weighted(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int position = 0;
        while (left >= weights[position]) {
            left -= weights[position];
            position++;
        }
        return position;
    }
}
