package org.fourplusone.fund.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;

/** policy-service's judgement, in both languages so that it can be frozen. */
@FeignClient(name = "policy-service", contextId = "policyAssessments", path = "/api/policy")
interface PolicyAssessments {
    /**
     * @param version the item's version to judge by; null for the one in force on the day
     * @param basis DECLARED believes self-declared facts, VERIFIED takes them as unknown
     * @param filing the filing that asks: its own award does not count against it
     * @param later filings approved after it: theirs do not either
     */
    record Request(
            String creditCode,
            String item,
            @Nullable Integer version,
            LocalDate asOf,
            @Nullable String record,
            String basis,
            @Nullable Map<String, String> claimed,
            @Nullable String filing,
            List<String> later) {}

    @PostMapping(value = "/assessments", headers = "Accept-Language=mul")
    JsonNode assess(@RequestBody Request request);
}
