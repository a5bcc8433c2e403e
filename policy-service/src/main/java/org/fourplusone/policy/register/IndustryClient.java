package org.fourplusone.policy.register;

import feign.Response;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What this service asks industry-service for. */
@FeignClient(name = "industry-service", path = "/api/industry")
interface IndustryClient {

    /** The fact dictionary; with language {@code mul} in both languages. */
    @GetMapping("/facts/dictionary")
    JsonNode dictionary(@RequestHeader("Accept-Language") String language);

    /**
     * The documents that changed after a cursor, ascending, one JSON object a line; header {@code X-Feed-Cursor} is the
     * newest cursor. The caller closes the answer.
     */
    @GetMapping("/facts/feed")
    Response feed(@RequestParam("after") long after, @RequestParam("limit") int limit);
}
