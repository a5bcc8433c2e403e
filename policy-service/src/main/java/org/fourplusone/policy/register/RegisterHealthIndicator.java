package org.fourplusone.policy.register;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of readiness: out of service until the dictionary and the first full feed are in. */
@Component
class RegisterHealthIndicator implements HealthIndicator {

    private final RegisterFeed feed;
    private final Register register;

    RegisterHealthIndicator(RegisterFeed feed, Register register) {
        this.feed = feed;
        this.register = register;
    }

    @Override
    public Health health() {
        return (feed.isReady() ? Health.up() : Health.outOfService())
                .withDetail("enterprises", register.size())
                .build();
    }
}
