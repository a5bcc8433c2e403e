package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpertSeatsTests {

    @Test
    void anyoneRecomputesADrawFromSeedAndPool() {
        long start = Long.getLong("seed", System.nanoTime());
        System.out.println("ExpertSeatsTests.anyoneRecomputesADrawFromSeedAndPool seed " + start);
        Random random = new Random(start);
        int others = 0;
        for (int round = 0; round < 2_000; round++) {
            long seed = random.nextLong();
            List<String> pool = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(number -> "expert%02d".formatted(number))
                    .toList();
            String drawn = ExpertSeats.pick(seed, pool);
            assertThat(drawn).as("seed %d of %d", seed, pool.size()).isEqualTo(pool.get(byHand(seed, pool.size())));
            others += drawn.equals(pool.get(byHand(seed + 1, pool.size()))) ? 0 : 1;
        }
        assertThat(others).as("another seed draws others").isGreaterThan(1_000);
    }

    @Test
    void everybodyInThePoolCanBeDrawn() {
        List<String> pool = List.of("a", "b", "c", "d", "e", "f", "g");
        Set<String> drawn = new HashSet<>();
        for (long seed = 0; seed < 2_000; seed++) {
            drawn.add(ExpertSeats.pick(seed * 7_919, pool));
        }
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(pool);
    }

    @Test
    void theMeanIsOfTheNewestDrawOfEachSeat() {
        ExpertSeats.Recusal off = new ExpertSeats.Recusal(ExpertSeats.Ground.OWN, "亲属", Instant.EPOCH);
        List<ExpertSeats.Draw> draws = new ArrayList<>(List.of(
                draw(1, 1, "a", null, 80),
                draw(2, 1, "b", off, null),
                draw(2, 2, "c", null, 91),
                draw(3, 1, "d", null, null)));
        assertThat(new ExpertSeats(draws).mean()).as("one score is missing").isEmpty();
        draws.set(3, draw(3, 1, "d", null, 90));
        assertThat(new ExpertSeats(draws).mean()).contains(new BigDecimal("87.00"));
        draws.set(3, draw(3, 1, "d", null, 91));
        assertThat(new ExpertSeats(draws).mean()).contains(new BigDecimal("87.33"));
        draws.set(2, draw(2, 2, "c", off, null));
        assertThat(new ExpertSeats(draws).vacant())
                .extracting(ExpertSeats.Draw::seat)
                .containsExactly(2);
        assertThat(new ExpertSeats(List.of()).mean()).isEmpty();
    }

    private static ExpertSeats.Draw draw(int seat, int turn, String expert, ExpertSeats.Recusal off, Integer score) {
        return new ExpertSeats.Draw(
                seat, turn, expert, 1L, List.of(expert), List.of(), Instant.EPOCH, off, score, Map.of(), null);
    }

    /** The generator as its documentation has it: 48 bits, multiplier 0x5DEECE66D, addend 11; the first bounded number. */
    private static int byHand(long seed, int bound) {
        long mask = (1L << 48) - 1;
        long state = (seed ^ 0x5DEECE66DL) & mask;
        while (true) {
            state = (state * 0x5DEECE66DL + 0xBL) & mask;
            int bits = (int) (state >>> 17);
            if ((bound & -bound) == bound) {
                return (int) ((bound * (long) bits) >> 31);
            }
            int value = bits % bound;
            if (bits - value + (bound - 1) >= 0) {
                return value;
            }
        }
    }
}
