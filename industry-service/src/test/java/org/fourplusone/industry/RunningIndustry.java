package org.fourplusone.industry;

import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.test.TestTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with its sample register, over HTTP and on a real database server. */
@SpringBootTest(
        classes = IndustryApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "suite.sample=true")
public abstract class RunningIndustry extends IndustryOverHttp {

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        TestDatabase.schema("industry").register(registry::add);
        TestTokens.register(registry);
    }
}
