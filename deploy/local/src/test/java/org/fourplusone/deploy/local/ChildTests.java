package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildTests {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private Child child = new Child("none", Long.MAX_VALUE, java.time.Instant.EPOCH, 0);

    @AfterEach
    void leaveNoProcess() {
        child.kill();
    }

    private Child sleeper(String command) {
        child = Child.start("sleeper", 1234, List.of("/bin/sh", "-c", command), Map.of(), folder.resolve("log"));
        return child;
    }

    @Test
    void isAliveUntilStopped() {
        Child sleeper = sleeper("sleep 60");
        assertThat(sleeper.isAlive()).isTrue();

        sleeper.stop(PATIENCE);

        assertThat(sleeper.isAlive()).isFalse();
    }

    @Test
    void insistsWhenAskingIsNotEnough() {
        Child stubborn = sleeper("trap '' TERM; while :; do sleep 1; done");
        Pause.millis(200);

        stubborn.stop(Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void neverTouchesAnotherProcessThatGotItsId() {
        Child sleeper = sleeper("sleep 60");
        Child earlier = new Child("sleeper", sleeper.pid(), sleeper.startedAt().minusSeconds(3600), 1234);

        assertThat(earlier.isAlive()).isFalse();
        earlier.stop(PATIENCE);

        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void isFoundAgainByItsRecord() {
        Path file = folder.resolve("run.properties");
        Child recorded = new Child(Program.FUND.id(), sleeper("sleep 60").pid(), child.startedAt(), 1234);
        RunRecord.read(file).put(recorded);

        assertThat(RunRecord.read(file).children()).containsExactly(recorded);
        assertThat(RunRecord.read(file).find(Program.FUND.id()).orElseThrow().isAlive())
                .isTrue();
    }
}
