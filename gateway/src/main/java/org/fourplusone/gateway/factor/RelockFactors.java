package org.fourplusone.gateway.factor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With a new key before the old ones, a gateway that starts locks all second factors with it. */
@Component
class RelockFactors {
    private static final Logger log = LoggerFactory.getLogger(RelockFactors.class);

    private final SecondFactors factors;

    RelockFactors(SecondFactors factors) {
        this.factors = factors;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenKeysChanged() {
        int relocked = factors.relock();
        if (relocked > 0) {
            log.info("{} second factors were locked again by the first of suite.factor-key", relocked);
        }
    }
}
