package org.fourplusone.policy;

import java.util.Set;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service over HTTP, on a real database server, beside a recorded industry-service that all such tests share. */
public abstract class RunningPolicy extends PolicyOverHttp {

    protected static final String BUS_MAKER = "91371502MA3EX0013C";
    protected static final String FOOD_MAKER = "91371502MA3EX00217";
    protected static final String PIPE_MAKER = "91371502MA3EX003XY";
    protected static final String REVIEWER = TestTokens.bearer("reviewer", Set.of("REVIEWER"), Set.of());
    protected static final String CLERK = TestTokens.bearer("enterprise1", Set.of("ENTERPRISE"), Set.of(BUS_MAKER));
    protected static final RecordedIndustry INDUSTRY = new RecordedIndustry().load();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        TestDatabase.schema("policy").register(registry::add);
        TestTokens.register(registry);
        registry.add("spring.cloud.discovery.client.simple.instances.industry-service[0].uri", INDUSTRY::uri);
    }

    @BeforeEach
    void upAgain() {
        INDUSTRY.goDown(false);
    }
}
