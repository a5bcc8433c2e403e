package org.fourplusone.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/**
 * The registry process. Its credential comes from {@code SPRING_SECURITY_USER_NAME} and {@code
 * SPRING_SECURITY_USER_PASSWORD}; without them it does not start.
 */
@SpringBootApplication
@EnableEurekaServer
public class RegistryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RegistryApplication.class, arguments);
    }
}
