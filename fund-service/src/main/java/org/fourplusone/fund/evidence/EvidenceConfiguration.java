package org.fourplusone.fund.evidence;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The virus scanner: off unless {@code suite.scanner} names one as {@code host:port}. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    VirusScanner virusScanner(@Value("${suite.scanner:}") String address) {
        if (address.isBlank()) {
            return VirusScanner.NONE;
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("suite.scanner must be host:port, and is " + address);
        }
        return new ClamAvScanner(
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30));
    }
}
