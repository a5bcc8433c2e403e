package org.fourplusone.fund.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** policy-service's lists of whom the register proves to be entitled; a confirmed one never changes. */
@FeignClient(name = "policy-service", contextId = "policyEntitlements", path = "/api/policy")
interface PolicyEntitlements {
    /**
     * @param state DRY_RUN, CONFIRMED or DISCARDED
     * @param decidedBy who confirmed it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Run(
            String id,
            String item,
            int itemVersion,
            int policyYear,
            String state,
            @Nullable String decidedBy,
            Counts counts) {
        boolean isConfirmed() {
            return "CONFIRMED".equals(state);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Counts(int included) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entitled(
            String creditCode, String name, @Nullable String record, Money amount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entitlements(List<Entitled> items) {}

    @GetMapping("/entitlement-runs/{run}")
    Run run(@PathVariable("run") String run);

    /** By credit code. */
    @GetMapping(value = "/entitlement-runs/{run}/enterprises", headers = "Accept=application/json")
    Entitlements enterprises(
            @PathVariable("run") String run,
            @RequestParam("included") boolean included,
            @RequestParam("page") int page,
            @RequestParam("size") int size);
}
