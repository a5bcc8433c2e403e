package org.fourplusone.fund.award;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Where industry-service keeps what an enterprise was awarded. The same telling twice changes nothing there. */
@FeignClient(name = "industry-service", contextId = "awardRegister", path = "/api/industry")
interface AwardRegister {

    @PutMapping("/enterprises/{creditCode}/awards/{filing}")
    void tell(
            @PathVariable("creditCode") String creditCode,
            @PathVariable("filing") String filing,
            @RequestBody AwardOutbox.Telling telling);

    /** Whether the enterprise owes the fund anything, and since when. */
    @PutMapping("/enterprises/{creditCode}/recovery-order")
    void tell(@PathVariable("creditCode") String creditCode, @RequestBody AwardOutbox.RecoveryTelling telling);
}
