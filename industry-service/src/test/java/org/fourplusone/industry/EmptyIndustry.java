package org.fourplusone.industry;

import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.test.TestTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with an empty register of its own, for tests that fill one. */
@SpringBootTest(
        classes = IndustryApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "suite.sample=false")
public abstract class EmptyIndustry extends IndustryOverHttp {

    private static final TestDatabase REGISTER = TestDatabase.fresh("imports");

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        REGISTER.register(registry::add);
        TestTokens.register(registry);
    }
}
