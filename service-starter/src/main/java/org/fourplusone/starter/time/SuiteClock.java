package org.fourplusone.starter.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Business time: real time plus the offset (an ISO-8601 duration) that a file holds, re-read whenever the file changes.
 * All services of a suite read the same file, so that they move together. A missing file is no offset.
 */
final class SuiteClock extends Clock {

    private final Clock real;
    private final Path file;
    private volatile Offset offset = new Offset(FileTime.fromMillis(0), Duration.ZERO);

    SuiteClock(Clock real, Path file) {
        this.real = real;
        this.file = file;
    }

    private record Offset(FileTime modified, Duration duration) {}

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    private Duration offset() {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            Offset known = offset;
            if (!modified.equals(known.modified)) {
                known = new Offset(
                        modified, Duration.parse(Files.readString(file).strip()));
                offset = known;
            }
            return known.duration;
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SuiteClock(real.withZone(zone), file);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SuiteClock clock && clock.real.equals(real) && clock.file.equals(file);
    }

    @Override
    public int hashCode() {
        return real.hashCode() * 31 + file.hashCode();
    }
}
