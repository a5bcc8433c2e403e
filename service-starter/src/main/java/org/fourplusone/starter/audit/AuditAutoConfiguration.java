package org.fourplusone.starter.audit;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit log of the service's own schema. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
public class AuditAutoConfiguration {

    @Bean
    AuditLog auditLog(JdbcClient database, JsonMapper json, Clock clock) {
        return new AuditLog(database, json, clock);
    }
}
