package org.fourplusone.starter.time;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The business clock, in the zone Asia/Shanghai so that its date is the business date, and real time beside it. */
@AutoConfiguration
public class TimeAutoConfiguration {

    /** The time zone of all business dates. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${suite.clock-file:#{null}}") @Nullable Path clockFile) {
        Clock real = Clock.system(SHANGHAI);
        return clockFile == null ? real : new SuiteClock(real, clockFile);
    }

    @Bean
    RealTime realTime() {
        return new RealTime(Clock.systemUTC());
    }
}
