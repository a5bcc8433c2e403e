package org.fourplusone.policy.register;

import feign.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the register current: once a second in the background, and on demand before an answer, so that a fact just
 * written is seen. The last good register stays when industry-service is down, and answers say how old it is.
 */
@Component
public class RegisterFeed {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterFeed.class);
    private static final int PAGE = 5000;

    private final IndustryClient industry;
    private final Register register;
    private final Items items;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock polling = new ReentrantLock();
    private volatile @Nullable FeedLine lines;
    private volatile @Nullable Instant currentAsOf;
    private volatile long startedAt = Long.MIN_VALUE;
    private volatile boolean down;
    private String trouble = "";

    RegisterFeed(IndustryClient industry, Register register, Items items, JsonMapper json, Clock clock) {
        this.industry = industry;
        this.register = register;
        this.items = items;
        this.json = json;
        this.clock = clock;
    }

    /**
     * How current an answer is.
     *
     * @param stale true if the last attempt to catch up failed
     * @param asOf when the register was last known to be current
     */
    public record Freshness(boolean stale, Instant asOf) {}

    /** Whether the dictionary and one full feed are in. */
    public boolean isReady() {
        return currentAsOf != null;
    }

    @Scheduled(fixedDelay = 1000)
    void poll() {
        asItself(false);
    }

    /**
     * Reads what changed up to now.
     *
     * @return whether that worked, and how old the register is if not
     * @throws Problem 503 if there has never been a full register
     */
    public Freshness catchUp() {
        asItself(true);
        Instant asOf = currentAsOf;
        if (asOf == null) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "REGISTER_LOADING");
        }
        return new Freshness(down, asOf);
    }

    /** As {@link #catchUp()}, but refuses where the register is not current. */
    public Freshness requireCurrent() {
        Freshness freshness = catchUp();
        if (freshness.stale) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "UPSTREAM_DOWN", "industry-service")
                    .with("service", "industry-service");
        }
        return freshness;
    }

    /** With the service's own credential, whoever asked; one poll serves all who waited for it. */
    private void asItself(boolean onlyIfOlder) {
        long asked = System.nanoTime();
        SecurityContext callers = SecurityContextHolder.getContext();
        polling.lock();
        try {
            if (onlyIfOlder && startedAt > asked && currentAsOf != null) {
                return;
            }
            startedAt = System.nanoTime();
            SecurityContextHolder.clearContext();
            read();
            if (down) {
                LOG.info("the register is current again at change {}", register.cursor());
            }
            down = false;
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(trouble)) {
                LOG.warn("the register cannot catch up with industry-service: {}", e.toString());
            }
            trouble = e.toString();
            down = true;
        } finally {
            SecurityContextHolder.setContext(callers);
            polling.unlock();
        }
    }

    private void read() throws IOException {
        FeedLine reader = lines;
        if (reader == null) {
            Dictionary dictionary = Dictionary.read(industry.dictionary("mul"));
            items.load(dictionary);
            reader = new FeedLine(dictionary);
            lines = reader;
            LOG.info("{} facts in the dictionary, {} items in force", dictionary.size(), itemsInForce());
        }
        boolean first = currentAsOf == null;
        long newest;
        do {
            newest = readPage(reader);
        } while (newest > register.cursor());
        currentAsOf = clock.instant();
        if (first) {
            LOG.info("{} enterprises in the register at change {}", register.size(), register.cursor());
        }
    }

    private int itemsInForce() {
        return items.inForce(java.time.LocalDate.now(clock)).size();
    }

    /** Reads one page and tells the newest cursor there is. */
    private long readPage(FeedLine reader) throws IOException {
        long before = register.cursor();
        try (Response response = industry.feed(before, PAGE)) {
            if (response.status() != 200 || response.body() == null) {
                throw new IOException("feed answered " + response.status());
            }
            long newest = newest(response);
            if (newest < before) {
                LOG.warn("the feed starts anew at {} after {}", newest, before);
                register.clear();
                return Math.max(newest, 1);
            }
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(response.body().asInputStream(), StandardCharsets.UTF_8), 1 << 16)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) {
                        take(json.readTree(line), reader);
                    }
                }
            }
            if (register.cursor() == before) {
                return before;
            }
            return newest;
        }
    }

    private void take(JsonNode document, FeedLine reader) {
        long cursor = document.get("cursor").asLong();
        if (document.path("status").asString("").equals("CLOSED")) {
            register.close(
                    new Register.Closed(
                            document.get("creditCode").asString(),
                            document.path("name").asString(""),
                            document.hasNonNull("successor")
                                    ? document.get("successor").asString()
                                    : null),
                    cursor);
        } else {
            register.put(reader.read(document), cursor);
        }
    }

    private static long newest(Response response) throws IOException {
        Collection<String> values = response.headers().getOrDefault("X-Feed-Cursor", java.util.List.of());
        if (values.isEmpty()) {
            throw new IOException("feed without X-Feed-Cursor");
        }
        return Long.parseLong(values.iterator().next());
    }
}
