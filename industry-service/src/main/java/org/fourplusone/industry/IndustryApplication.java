package org.fourplusone.industry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class IndustryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IndustryApplication.class, arguments);
    }
}
