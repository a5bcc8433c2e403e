package org.fourplusone.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one caller may ask for.
 *
 * @param address all requests of one client address
 * @param session all requests of one session or bearer token
 * @param signIn sign-ins and codes of second factors of one client address
 * @param token token requests of one client address
 * @param objection objections to public notices from one client address
 * @param objectionToNotice those of them to one notice
 * @param activation attempts to use an activation code from one client address
 * @param body the largest request body, but for the two below
 * @param evidence the largest evidence file
 * @param imported the largest import file
 */
@ConfigurationProperties("suite.limit")
record LimitSettings(
        @DefaultValue Rate address,
        @DefaultValue Rate session,
        @DefaultValue Rate signIn,
        @DefaultValue Rate token,
        @DefaultValue Rate objection,
        @DefaultValue Rate objectionToNotice,
        @DefaultValue Rate activation,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("20MB") DataSize evidence,
        @DefaultValue("32MB") DataSize imported) {

    /**
     * @param atOnce how many may come in one burst
     * @param count how many are given back evenly over {@code per}
     */
    record Rate(long atOnce, long count, Duration per) {}
}
