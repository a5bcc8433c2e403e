package org.fourplusone.fund.call;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** policy-service's catalogue, in both languages. */
@FeignClient(name = "policy-service", contextId = "policyItems", path = "/api/policy")
interface PolicyItems {
    @GetMapping(value = "/items", headers = "Accept-Language=mul")
    List<Item> all();

    @GetMapping(value = "/items/{code}", headers = "Accept-Language=mul")
    Item one(@PathVariable("code") String code);
}
