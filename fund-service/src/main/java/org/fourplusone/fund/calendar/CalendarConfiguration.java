package org.fourplusone.fund.calendar;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    Calendars calendars(@Value("${suite.sample:false}") boolean sample) {
        return new Calendars(sample);
    }

    @Bean
    WorkingDays workingDays(Calendars calendars) {
        return calendars.current();
    }
}
