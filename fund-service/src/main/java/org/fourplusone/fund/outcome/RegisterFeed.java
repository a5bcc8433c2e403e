package org.fourplusone.fund.outcome;

import feign.Response;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** industry-service's change feed: every enterprise as it is known now. */
@FeignClient(name = "industry-service", contextId = "outcomeFeed", path = "/api/industry")
interface RegisterFeed {

    /**
     * The documents that changed after a cursor, ascending, one JSON object a line; header {@code X-Feed-Cursor} is the
     * newest cursor. The caller closes the answer.
     */
    @GetMapping("/facts/feed")
    Response changed(@RequestParam("after") long after, @RequestParam("limit") int limit);
}
