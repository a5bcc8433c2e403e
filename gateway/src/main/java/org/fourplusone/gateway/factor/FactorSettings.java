package org.fourplusone.gateway.factor;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param factorKey 32 bytes in Base64, which all gateways share: the secrets of second factors are locked with it; of several
 *     with commas between the first one locks, and all open
 */
@ConfigurationProperties("suite")
record FactorSettings(@Nullable String factorKey) {}
