package org.fourplusone.starter.client;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's own credential at the gateway.
 *
 * @param tokenUri where tokens are asked for
 * @param clientId the service's name
 * @param clientSecret its generated secret
 */
@ConfigurationProperties("suite")
record ClientProperties(
        @DefaultValue("") String tokenUri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret) {}
