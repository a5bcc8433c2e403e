package org.fourplusone.gateway.factor;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param factorKey 32 bytes in Base64, which all gateways share: the secrets of second factors are locked with it */
@ConfigurationProperties("suite")
record FactorSettings(String factorKey) {}
