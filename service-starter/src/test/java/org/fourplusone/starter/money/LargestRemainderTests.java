package org.fourplusone.starter.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTests {

    @Test
    void sharesAddUpToTheFen() {
        assertThat(LargestRemainder.split(Money.ofFen(100), weights("0.20", "0.50", "0.30")))
                .containsExactly(Money.ofFen(20), Money.ofFen(50), Money.ofFen(30));
        assertThat(LargestRemainder.split(Money.ofFen(101), weights("0.30", "0.70")))
                .containsExactly(Money.ofFen(30), Money.ofFen(71));
        assertThat(LargestRemainder.split(Money.ofFen(100), weights("1", "1", "1")))
                .containsExactly(Money.ofFen(34), Money.ofFen(33), Money.ofFen(33));
        assertThat(LargestRemainder.split(Money.ofFen(7), weights("1"))).containsExactly(Money.ofFen(7));
    }

    @Test
    void refusesWeightsThatDivideNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.split(Money.ofFen(1), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.split(Money.ofFen(1), weights("0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofFen(1), weights("2", "-1")));
    }

    @Test
    void everyPartIsWithinOneFenOfItsExactShare() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LargestRemainderTests.everyPartIsWithinOneFenOfItsExactShare seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            long fen = random.nextLong(6_000_000_001L);
            List<BigDecimal> weights = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            int count = 1 + random.nextInt(8);
            for (int part = 0; part < count; part++) {
                BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4));
                weights.add(weight);
                sum = sum.add(weight);
            }
            List<Money> parts = LargestRemainder.split(Money.ofFen(fen), weights);
            assertThat(parts.stream().mapToLong(Money::fen).sum()).isEqualTo(fen);
            for (int part = 0; part < count; part++) {
                BigDecimal exact =
                        BigDecimal.valueOf(fen).multiply(weights.get(part)).divide(sum, MathContext.DECIMAL128);
                assertThat(BigDecimal.valueOf(parts.get(part).fen())
                                .subtract(exact)
                                .abs())
                        .as("%d by %s", fen, weights)
                        .isLessThan(BigDecimal.ONE);
            }
        }
    }

    private static List<BigDecimal> weights(String... weights) {
        return java.util.Arrays.stream(weights).map(BigDecimal::new).toList();
    }
}
