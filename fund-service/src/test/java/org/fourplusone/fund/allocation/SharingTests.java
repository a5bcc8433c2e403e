package org.fourplusone.fund.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

class SharingTests {
    @Test
    void whatIsAskedIsGivenInFullWhileThereIsEnough() {
        List<Applicant> applicants = List.of(applicant("a", 100, 70), applicant("b", 50, null));
        for (Share share : Sharing.of(Money.ofFen(150), applicants)) {
            assertThat(share.proRata()).isEqualTo(share.applicant().requested());
            assertThat(share.ranked()).isEqualTo(share.applicant().requested());
        }
    }

    @Test
    void rankGoesByScoreTheTiedShareTheRestAndTheUnscoredComeLast() {
        List<Share> shares = Sharing.of(
                Money.ofFen(205),
                List.of(
                        applicant("d", 100, null),
                        applicant("c", 100, 80),
                        applicant("b", 200, 80),
                        applicant("a", 100, 90)));
        assertThat(shares.stream().map(share -> share.applicant().filing())).containsExactly("a", "b", "c", "d");
        assertThat(shares.stream().map(Share::place)).containsExactly(1, 2, 2, 4);
        assertThat(shares.stream().map(Share::tied)).containsExactly(false, true, true, false);
        assertThat(shares.stream().map(share -> share.ranked().fen())).containsExactly(100L, 70L, 35L, 0L);
        assertThat(shares.stream().map(share -> share.proRata().fen())).containsExactly(41L, 82L, 41L, 41L);
    }

    @Test
    void sharesAddUpWithinOneFenOfTheExactShareAndInWhateverOrderTheyCome() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SharingTests.sharesAddUp… seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Applicant> applicants = new ArrayList<>();
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                Integer score = random.nextInt(5) == 0 ? null : random.nextInt(4) * 25;
                applicants.add(applicant("F" + (char) ('A' + i), 1 + random.nextLong(10_000_000L), score));
            }
            Money requested = Sharing.requested(applicants);
            Money pool = Money.ofFen(1 + random.nextLong(requested.fen() + requested.fen() / 5 + 1));
            List<Share> shares = Sharing.of(pool, applicants);
            Money given = pool.min(requested);
            assertThat(sum(shares, Method.PRO_RATA)).isEqualTo(given.fen());
            assertThat(sum(shares, Method.RANKED)).isEqualTo(given.fen());
            for (Share share : shares) {
                Money asked = share.applicant().requested();
                assertThat(share.proRata().isMoreThan(asked) || share.ranked().isMoreThan(asked))
                        .isFalse();
                BigDecimal exact = asked.yuan().multiply(given.yuan()).divide(requested.yuan(), MathContext.DECIMAL128);
                assertThat(share.proRata().yuan().subtract(exact).abs())
                        .as("%s of %s", share, pool)
                        .isLessThan(new BigDecimal("0.01"));
            }
            noPlaceIsPassedOver(shares);
            List<Applicant> shuffled = new ArrayList<>(applicants);
            Collections.shuffle(shuffled, random);
            assertThat(Sharing.of(pool, shuffled)).isEqualTo(shares);
        }
    }

    /** Whoever gets less than was asked leaves nothing for those behind. */
    private static void noPlaceIsPassedOver(List<Share> shares) {
        int cut = Integer.MAX_VALUE;
        for (Share share : shares) {
            assertThat(share.place() > cut && share.ranked().isPositive())
                    .as("%s", shares)
                    .isFalse();
            if (!share.ranked().equals(share.applicant().requested())) {
                cut = Math.min(cut, share.place());
            }
        }
    }

    private static long sum(List<Share> shares, Method method) {
        return shares.stream().mapToLong(share -> share.by(method).fen()).sum();
    }

    private static Applicant applicant(String filing, long fen, Integer score) {
        return new Applicant(
                filing,
                filing,
                filing,
                Money.ofFen(fen),
                score == null ? null : BigDecimal.valueOf(score).setScale(2));
    }
}
