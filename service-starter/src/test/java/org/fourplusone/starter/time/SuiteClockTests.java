package org.fourplusone.starter.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteClockTests {

    private static final Instant NOON_UTC = Instant.parse("2026-11-21T17:00:00Z");

    @TempDir
    Path folder;

    @Test
    void followsTheFile() throws Exception {
        Path file = folder.resolve("clock");
        Clock clock = new SuiteClock(Clock.fixed(NOON_UTC, TimeAutoConfiguration.SHANGHAI), file);
        assertThat(clock.instant()).isEqualTo(NOON_UTC);
        Files.writeString(file, "P7D\n");
        assertThat(clock.instant()).isEqualTo(NOON_UTC.plus(Duration.ofDays(7)));
        Files.writeString(file, "PT192H");
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(clock.instant()).isEqualTo(NOON_UTC.plus(Duration.ofDays(8)));
    }

    @Test
    void itsDateIsTheBusinessDateInShanghai() {
        Clock clock = new SuiteClock(Clock.fixed(NOON_UTC, TimeAutoConfiguration.SHANGHAI), folder.resolve("none"));
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2026, 11, 22));
    }
}
