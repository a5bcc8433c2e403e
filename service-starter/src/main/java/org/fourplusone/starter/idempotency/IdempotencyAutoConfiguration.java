package org.fourplusone.starter.idempotency;

import java.time.Duration;
import org.fourplusone.starter.problem.ProblemWriter;
import org.fourplusone.starter.time.RealTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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

    /** @param kept how long a retry gets the answer that was given first */
    @Bean
    ForgetKeys forgetKeys(
            JdbcClient database,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            RealTime time,
            @Value("${suite.idempotency-kept:PT24H}") Duration kept) {
        return new ForgetKeys(database, batches, transaction, time, kept);
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
