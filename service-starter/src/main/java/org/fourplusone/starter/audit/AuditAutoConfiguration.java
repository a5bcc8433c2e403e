package org.fourplusone.starter.audit;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The audit log of the service's own schema, and its daily roots outside of it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@EnableScheduling
public class AuditAutoConfiguration {

    @Bean
    AuditLog auditLog(JdbcClient database, JdbcTemplate batches, JsonMapper json, Clock clock) {
        return new AuditLog(database, batches, json, clock);
    }

    /**
     * @param root folder of the roots of all services; to be copied elsewhere every day
     * @param keyFile where the signing key is kept or, on the first start, made; away from the roots in production
     */
    @Bean
    AuditRoots auditRoots(
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${spring.application.name}") String service,
            @Value("${suite.audit-dir:.local/audit}") Path root,
            @Value("${suite.audit-key-file:${suite.audit-dir:.local/audit}/signing-key.pem}") Path keyFile) {
        return new AuditRoots(
                database,
                transaction,
                clock,
                service,
                SigningKey.in(keyFile),
                new RootFolder(root.toAbsolutePath().resolve(service)));
    }

    @Bean
    AuditController auditController(
            AuditLog audit,
            ObjectProvider<AuditorRule> rule,
            AuditRoots roots,
            DataSource database,
            TransactionTemplate transaction,
            Clock clock) {
        return new AuditController(
                audit, rule.getIfAvailable(() -> (caseId, auditor) -> {}), roots, database, transaction, clock);
    }
}
