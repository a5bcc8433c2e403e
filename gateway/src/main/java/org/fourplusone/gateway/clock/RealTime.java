package org.fourplusone.gateway.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway's own clock: real time, whatever business time is. */
@Configuration(proxyBeanMethods = false)
class RealTime {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
