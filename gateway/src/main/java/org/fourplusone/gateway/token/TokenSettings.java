package org.fourplusone.gateway.token;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where tokens come from.
 *
 * @param issuer the gateway's own address, the {@code iss} of every token
 * @param keyFile the ES256 key as a JWK, made on first start (owner only); gateways that share it sign alike
 * @param serviceClientsFile the suite's own clients: {@code [{"id","secret","audience":["industry-service"]}]};
 *     without it no service can ask for a token of its own
 */
@ConfigurationProperties("suite")
public record TokenSettings(
        String issuer, Path keyFile, @Nullable Path serviceClientsFile) {}
