package org.fourplusone.gateway.clock;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.fourplusone.gateway.problem.Refusal;
import org.fourplusone.gateway.problem.Refusal.FieldError;
import org.fourplusone.gateway.token.Person;
import org.fourplusone.gateway.token.PersonAuthentication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/clock}: exists only in a suite that was started with a movable clock. */
@RestController
@ConditionalOnProperty("suite.clock-file")
@RequestMapping("/api/clock")
class ClockController {

    private static final Logger log = LoggerFactory.getLogger(ClockController.class);

    private final BusinessClock clock;

    ClockController(@Value("${suite.clock-file}") Path file, Clock real) {
        this.clock = new BusinessClock(file, real);
    }

    /** How far to go, as an ISO-8601 duration such as {@code P7D}. */
    record Step(@Nullable String advance) {}

    record Reading(Instant now, boolean movable) {}

    @GetMapping
    Reading read() {
        return new Reading(clock.now(), true);
    }

    @PostMapping
    Reading advance(@RequestBody Step step) {
        Person person = PersonAuthentication.current()
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"));
        if (!person.has("ADMIN")) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "FORBIDDEN");
        }
        Instant now = clock.advance(duration(step.advance()));
        log.info("{} advanced the business clock by {} to {}", person.username(), step.advance(), now);
        return new Reading(now, true);
    }

    private static Duration duration(@Nullable String text) {
        if (text == null) {
            throw Refusal.invalid(new FieldError("advance", "REQUIRED"));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Refusal.invalid(new FieldError("advance", "NOT_A_DURATION"));
        }
    }
}
