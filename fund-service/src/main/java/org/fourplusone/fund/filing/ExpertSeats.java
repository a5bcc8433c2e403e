package org.fourplusone.fund.filing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The experts' seats of a filing with every draw for them.
 *
 * @param draws by seat, and by turn within it
 */
public record ExpertSeats(List<Draw> draws) {
    /** Why an expert left a seat: by own declaration, or by what the register or the case shows. */
    public enum Ground {
        OWN,
        /** Employed by or tied to the enterprise. */
        TIE,
        /** Did another step on the case. */
        EARLIER_STEP,
        INACTIVE
    }

    public record Recusal(Ground ground, String reason, Instant at) {}

    /**
     * One draw. Anyone can repeat it: {@code new java.util.Random(seed).nextInt(pool.size())} is the place of the expert in
     * the pool, counted from 0.
     *
     * @param turn 1 for the seat's first draw, counting up with each that follows a recusal
     * @param pool who could be drawn, sorted
     * @param criteria what marks are asked for; empty for one score of 0 to 100
     * @param score the sum of the marks; null until it is given
     */
    public record Draw(
            int seat,
            int turn,
            String expert,
            long seed,
            List<String> pool,
            List<Criterion> criteria,
            Instant drawnAt,
            @Nullable Recusal recusal,
            @Nullable Integer score,
            Map<String, Integer> marks,
            @Nullable String opinion) {

        /** Whether the score is still to come. */
        public boolean isOpen() {
            return recusal == null && score == null;
        }
    }

    /** Who is drawn by a seed out of a sorted pool. */
    public static String pick(long seed, List<String> pool) {
        return pool.get(new Random(seed).nextInt(pool.size()));
    }

    public boolean isDrawn() {
        return !draws.isEmpty();
    }

    /** Each seat's newest draw, by seat. */
    public List<Draw> newest() {
        TreeMap<Integer, Draw> seats = new TreeMap<>();
        draws.forEach(draw -> seats.put(draw.seat(), draw));
        return new ArrayList<>(seats.values());
    }

    /** Seats whose expert stepped off and for which nobody could be drawn since. */
    public List<Draw> vacant() {
        return newest().stream().filter(draw -> draw.recusal() != null).toList();
    }

    public Optional<Draw> of(String expert) {
        return draws.stream().filter(draw -> draw.expert().equals(expert)).findFirst();
    }

    public boolean isScored() {
        return isDrawn() && newest().stream().allMatch(draw -> draw.score() != null);
    }

    /** The mean of all seats' scores, HALF_UP to two decimals; empty before the last one is there. Nobody can edit it. */
    public Optional<BigDecimal> mean() {
        if (!isScored()) {
            return Optional.empty();
        }
        List<Draw> seats = newest();
        long sum = seats.stream()
                .mapToLong(draw -> draw.score() == null ? 0 : draw.score())
                .sum();
        return Optional.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(seats.size()), 2, RoundingMode.HALF_UP));
    }
}
