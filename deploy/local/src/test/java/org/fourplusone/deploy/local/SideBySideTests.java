package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SideBySideTests {
    @Test
    void returnsWhenAllHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        SideBySide.run(List.<Runnable>of(ended::incrementAndGet, ended::incrementAndGet));

        assertThat(ended).hasValue(2);
    }

    @Test
    @Timeout(10)
    void doesNotWaitForTheOthersWhenOneFails() {
        CountDownLatch never = new CountDownLatch(1);
        Runnable waiting = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Runnable failing = () -> {
            throw new Trouble("this one");
        };

        assertThatThrownBy(() -> SideBySide.run(List.of(waiting, failing))).hasMessage("this one");
    }
}
