package org.fourplusone.fund;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The fund: its ledger, the filings and their way from draft to money. */
@SpringBootApplication
@EnableFeignClients
@ConfigurationPropertiesScan
class FundApplication {
    public static void main(String[] args) {
        SpringApplication.run(FundApplication.class, args);
    }
}
