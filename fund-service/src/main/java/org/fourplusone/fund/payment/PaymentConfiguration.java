package org.fourplusone.fund.payment;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    /** Without the key the service does not start: an account number must never be stored in the clear. */
    @Bean
    AccountVault accountVault(@Value("${suite.secret-key:}") String key) {
        return new AccountVault(key);
    }

    @Bean
    PayerAccount payerAccount(Environment environment, @Value("${suite.sample:false}") boolean sample) {
        return Binder.get(environment)
                .bindOrCreate("suite.payer", PayerAccount.class)
                .orExample(sample);
    }
}
