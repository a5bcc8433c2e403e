package org.fourplusone.fund.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourplusone.starter.time.RealTime;
import org.junit.jupiter.api.Test;

class WatermarkTests {
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private final InstantSource time = () -> now;
    private final Watermark mark = new Watermark(new RealTime(time.withZone(ZoneOffset.UTC)));

    @Test
    void readsAllAtFirstAndThenWhatMayHaveBeenUnderWay() {
        assertThat(mark.hasRead()).isFalse();
        assertThat(mark.begin()).isZero();
        mark.read(10_000);
        assertThat(mark.hasRead()).isTrue();
        assertThat(mark.begin()).isEqualTo(9_500);
    }

    @Test
    void leavesRowsBehindWhenNoTransactionOfTheirTimeIsOpen() {
        read(10_000);
        after(Duration.ofMinutes(4), 20_000);
        assertThat(mark.begin()).as("too young").isEqualTo(9_500);
        after(Duration.ofMinutes(1), 30_000);
        assertThat(mark.begin()).as("five minutes after the first").isEqualTo(10_000);
        after(Duration.ofMinutes(4), 40_000);
        assertThat(mark.begin()).isEqualTo(10_000);
        after(Duration.ofMinutes(1), 40_000);
        assertThat(mark.begin()).isEqualTo(30_000);
    }

    @Test
    void missesNoRowThatIsCommittedLate() {
        long seed = System.nanoTime();
        System.out.println("WatermarkTests: rows with seed " + seed);
        Random random = new Random(seed);
        Map<Long, Instant> visibleAt = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        read(0);
        long newest = 0;
        for (int second = 0; second < 3_000; second++) {
            now = now.plusSeconds(1);
            for (int i = random.nextInt(4); i > 0; i--) {
                visibleAt.put(++newest, now.plusSeconds(random.nextInt(290)));
            }
            if (random.nextInt(20) == 0) {
                look(newest, visibleAt, seen);
            }
        }
        now = now.plusSeconds(300);
        look(newest, visibleAt, seen);
        assertThat(seen).isEqualTo(visibleAt.keySet());
        assertThat(mark.begin()).as("and yet the old are left behind").isGreaterThan(newest / 2);
    }

    private void look(long newest, Map<Long, Instant> visibleAt, Set<Long> seen) {
        long above = mark.begin();
        visibleAt.forEach((row, at) -> {
            if (row > above && !at.isAfter(now)) {
                seen.add(row);
            }
        });
        mark.read(newest);
    }

    private void after(Duration pause, long newest) {
        now = now.plus(pause);
        read(newest);
    }

    private void read(long newest) {
        mark.begin();
        mark.read(newest);
    }
}
