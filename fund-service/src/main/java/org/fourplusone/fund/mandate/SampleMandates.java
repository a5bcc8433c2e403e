package org.fourplusone.fund.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The mandates of the sample accounts, as {@code suite.sample-mandates} lists them: {@code username/creditCode/ROLE}, commas
 * between. Each is given once, whoever starts and however often.
 */
@Component
class SampleMandates {
    private static final Logger log = LoggerFactory.getLogger(SampleMandates.class);

    private final Mandates mandates;
    private final Clock clock;
    private final List<String> listed;

    SampleMandates(Mandates mandates, Clock clock, @Value("${suite.sample-mandates:}") String listed) {
        this.mandates = mandates;
        this.clock = clock;
        this.listed =
                Arrays.stream(listed.split(",")).filter(each -> !each.isBlank()).toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void give() {
        for (String each : listed) {
            String[] parts = each.strip().split("/");
            try {
                give(parts[0], parts[1], Mandate.Role.valueOf(parts[2]));
            } catch (DataAccessException later) {
                log.warn("sample mandate {} was not given: {}", each, later.toString());
            }
        }
    }

    private void give(String username, String creditCode, Mandate.Role role) {
        if (!mandates.of(creditCode, username).isEmpty()) {
            return;
        }
        String id = "M-" + Integer.toHexString((username + creditCode).hashCode());
        mandates.add(new Mandate(
                id,
                creditCode,
                username,
                username,
                role,
                List.of(Right.values()),
                LocalDate.of(2020, 1, 1),
                null,
                "sample",
                clock.instant(),
                null,
                null));
    }
}
