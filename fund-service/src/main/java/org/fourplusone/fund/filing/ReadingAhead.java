package org.fourplusone.fund.filing;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads at the start, beside it, what the first to ask would otherwise wait for. */
@Component
class ReadingAhead {
    private static final Logger log = LoggerFactory.getLogger(ReadingAhead.class);

    private final List<ReadAhead> kept;

    ReadingAhead(List<ReadAhead> kept) {
        this.kept = kept;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(() -> kept.forEach(ReadingAhead::read), "reading-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void read(ReadAhead each) {
        try {
            each.readAhead();
        } catch (RuntimeException failure) {
            log.info("read when it is first asked for: {}", failure.toString());
        }
    }
}
