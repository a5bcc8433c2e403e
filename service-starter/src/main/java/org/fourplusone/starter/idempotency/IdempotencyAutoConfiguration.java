package org.fourplusone.starter.idempotency;

import org.fourplusone.starter.problem.ProblemWriter;
import org.fourplusone.starter.time.RealTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One effect for one key. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
public class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient database, JdbcTemplate batches, RealTime time) {
        return new IdempotencyKeys(database, batches, time);
    }

    @Bean
    @ConditionalOnWebApplication
    IdempotencyFilter idempotencyFilter(
            IdempotencyKeys keys,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            PlatformTransactionManager transactions,
            ProblemWriter problems) {
        return new IdempotencyFilter(keys, handlers, transactions, problems);
    }
}
