package org.fourplusone.fund.call;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * With the sample register: one illustrative call for each item, open the whole policy year. Made in the background as
 * soon as policy-service answers, so that readiness waits for nobody; ids are fixed, so that a second instance or a
 * restart adds nothing.
 */
@Component
class SampleCalls {
    private static final Logger log = LoggerFactory.getLogger(SampleCalls.class);

    private final Calls calls;
    private final PolicyItems policy;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean sample;

    SampleCalls(
            Calls calls,
            PolicyItems policy,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${suite.sample:false}") boolean sample) {
        this.calls = calls;
        this.policy = policy;
        this.transaction = transaction;
        this.clock = clock;
        this.sample = sample;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (sample) {
            Thread thread = new Thread(this::untilDone, "sample-calls");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void untilDone() {
        try {
            while (!open()) {
                Thread.sleep(Duration.ofSeconds(2).toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens what is missing of this year's calls; false when policy-service or the database does not answer yet. */
    boolean open() {
        int year = LocalDate.now(clock).getYear();
        try {
            var items = policy.all();
            if (calls.countOf(year) < items.size()) {
                List<Call> missing = items.stream()
                        .map(Item::code)
                        .filter(code -> calls.find(id(code, year)).isEmpty())
                        .map(code -> Call.plain(
                                id(code, year),
                                year,
                                LocalDate.of(year, 1, 1),
                                LocalDate.of(year, 12, 31),
                                policy.one(code)))
                        .toList();
                // all at once: whoever sees one of them finds every item's
                transaction.executeWithoutResult(all -> missing.forEach(this::add));
                log.info("{} illustrative calls of {} are open", calls.countOf(year), year);
            }
            return !items.isEmpty();
        } catch (RuntimeException notYet) {
            // a token that cannot be fetched, a neighbour that starts, a busy database: all pass, and nobody waits here
            log.info("sample calls wait: {}", notYet.toString());
            return false;
        }
    }

    private static String id(String code, int year) {
        return "CALL-" + year + "-" + code;
    }

    private void add(Call call) {
        try {
            calls.add(call);
        } catch (DuplicateKeyException added) {
            log.debug("call {} was added by another instance", call.id());
        }
    }
}
