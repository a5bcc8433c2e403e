package org.fourplusone.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway calls services.
 *
 * @param connectTimeout to reach an instance
 * @param readTimeout for a read's answer to begin while another instance could be asked instead
 * @param lastTimeout for any other answer to begin
 * @param atOnce running calls to one service; more are turned away at once, so that a slow service cannot take the rest
 *     of the gateway with it
 */
@ConfigurationProperties("suite.route")
record RouteSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("60s") Duration lastTimeout,
        @DefaultValue("128") int atOnce) {}
