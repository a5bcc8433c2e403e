package org.fourplusone.fund.outcome;

import feign.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of all enterprises, read from industry-service's change feed when they are asked for: at most one catch-up in
 * {@link #PAUSE}, of at most {@link #MOST_PAGES} calls, and only of what changed. When industry-service does not answer, what
 * was read before stands with its age.
 */
@Component
class KnownFigures {
    /**
     * @param asOf when all was read last; null when that has never been
     * @param stale whether the last attempt to catch up failed
     */
    record Snapshot(
            Map<String, Figures> enterprises, @Nullable Instant asOf, boolean stale) {}

    private static final Logger log = LoggerFactory.getLogger(KnownFigures.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 5_000;
    private static final int MOST_PAGES = 40;
    private static final String CURSOR = "X-Feed-Cursor";

    private final RegisterFeed feed;
    private final JsonMapper json;
    private final RealTime time;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private Map<String, Figures> enterprises = new HashMap<>();
    private long cursor;
    private Instant nextAt = Instant.MIN;
    private Snapshot latest = new Snapshot(Map.of(), null, true);

    KnownFigures(RegisterFeed feed, JsonMapper json, RealTime time, Clock clock) {
        this.feed = feed;
        this.json = json;
        this.time = time;
        this.clock = clock;
    }

    /** With the service's own credential, whoever asks: single figures never leave the fund, only sums of them do. */
    Snapshot current() {
        reading.lock();
        try {
            if (!time.now().isBefore(nextAt)) {
                latest = read();
                nextAt = time.now().plus(PAUSE);
            }
            return latest;
        } finally {
            reading.unlock();
        }
    }

    private Snapshot read() {
        SecurityContext callers = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            Map<String, Figures> known = catchUp() ? Map.copyOf(enterprises) : latest.enterprises();
            return new Snapshot(known, clock.instant(), false);
        } catch (IOException | RuntimeException failure) {
            log.warn("figures stay as they were: {}", failure.toString());
            return new Snapshot(latest.enterprises(), latest.asOf(), true);
        } finally {
            SecurityContextHolder.setContext(callers);
        }
    }

    /** Whether anything changed. */
    private boolean catchUp() throws IOException {
        long began = cursor;
        for (int page = 0; page < MOST_PAGES; page++) {
            long before = cursor;
            long newest = readPage();
            if (newest < before) {
                enterprises = new HashMap<>();
                cursor = 0;
            } else if (newest <= cursor || cursor == before) {
                return cursor != began;
            }
        }
        throw new IOException("the feed is longer than " + MOST_PAGES + " pages");
    }

    /** Reads one page and tells the newest cursor there is. */
    private long readPage() throws IOException {
        try (Response response = feed.changed(cursor, PAGE)) {
            if (response.status() != 200 || response.body() == null) {
                throw new IOException("the feed answered " + response.status());
            }
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(response.body().asInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank()) {
                        take(json.readTree(line));
                    }
                }
            }
            return newest(response);
        } catch (JacksonException unreadable) {
            throw new IOException("the feed cannot be read", unreadable);
        }
    }

    private void take(JsonNode document) {
        enterprises.put(document.path("creditCode").asString(""), Figures.of(document));
        cursor = document.path("cursor").asLong(cursor);
    }

    private static long newest(Response response) throws IOException {
        Collection<String> header = response.headers().getOrDefault(CURSOR, List.of());
        try {
            return Long.parseLong(header.iterator().next());
        } catch (RuntimeException missing) {
            throw new IOException("the feed names no cursor", missing);
        }
    }
}
