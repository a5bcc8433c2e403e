package org.fourplusone.gateway.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.fourplusone.gateway.problem.Refusal;
import org.springframework.http.HttpStatus;

/**
 * The offset of business time from real time, an ISO-8601 duration in a file that the services read. Tokens, sessions
 * and limits keep real time.
 */
final class BusinessClock {

    /** A little over a year: enough to walk through any term of the programme. */
    static final Duration FARTHEST = Duration.ofDays(400);

    private final Path file;
    private final Clock real;

    BusinessClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    Instant now() {
        return real.instant().plus(offset());
    }

    /**
     * Moves business time forward.
     *
     * @throws Refusal 422 {@code CLOCK_BACKWARDS} unless {@code step} is positive, {@code CLOCK_TOO_FAR} beyond
     *     {@link #FARTHEST} in sum
     */
    Instant advance(Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "CLOCK_BACKWARDS");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (this) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid() || step.compareTo(FARTHEST.minus(offset())) > 0) {
                    throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "CLOCK_TOO_FAR", FARTHEST.toDays());
                }
                Path fresh = Files.createTempFile(folder, "clock", ".new");
                Files.writeString(fresh, offset().plus(step).toString());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        }
        return now();
    }

    private Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException untouched) {
            return Duration.ZERO;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
