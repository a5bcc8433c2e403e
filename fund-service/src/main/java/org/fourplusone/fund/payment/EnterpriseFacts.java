package org.fourplusone.fund.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** What industry-service knows of an enterprise now: read again before every payment. */
@FeignClient(name = "industry-service", contextId = "paymentFacts", path = "/api/industry")
interface EnterpriseFacts {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Facts(@Nullable List<Fact> facts) {}

    /**
     * @param period the year of an annual fact
     * @param recordedAt since when it is said so and, of a verified one, verified
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fact(
            String key,
            @Nullable String period,
            @Nullable JsonNode value,
            @Nullable Boolean verified,
            @Nullable Owner record,
            @Nullable Instant recordedAt) {}

    /** The project, honour, loan or lease that a fact is about. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Owner(String kind, String ref) {}

    @GetMapping("/enterprises/{creditCode}/facts")
    Facts of(@PathVariable("creditCode") String creditCode);
}
