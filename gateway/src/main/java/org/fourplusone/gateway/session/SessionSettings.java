package org.fourplusone.gateway.session;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in.
 *
 * @param issuer the gateway's own address; under {@code https} the session cookie is {@code __Host-} and Secure
 * @param accountsFile accounts and clients to load when the file has changed; none without it
 * @param signIn how guessing is slowed down
 */
@ConfigurationProperties("suite")
record SessionSettings(
        String issuer,
        @Nullable Path accountsFile,
        @DefaultValue SignInSettings signIn) {

    /**
     * @param freeFailures failed sign-ins in a row before the first pause
     * @param firstPause doubles with each further failure
     * @param longestPause the most a pause grows to
     * @param forgetAfter without a failure for this long, counting starts again
     */
    record SignInSettings(
            @DefaultValue("5") int freeFailures,
            @DefaultValue("30s") Duration firstPause,
            @DefaultValue("15m") Duration longestPause,
            @DefaultValue("1h") Duration forgetAfter) {}

    boolean isSecure() {
        return issuer.startsWith("https:");
    }
}
