package org.fourplusone.gateway.people;

import java.util.List;
import org.fourplusone.gateway.factor.SecondFactors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/factor-records}: who set up or reset whose second factor, for security administrators alone. */
@RestController
class FactorRecordController {

    private final SecondFactors factors;

    FactorRecordController(SecondFactors factors) {
        this.factors = factors;
    }

    record Page(List<SecondFactors.Act> items, int page, int size, long total) {}

    /** Newest first; of one person with {@code username}. */
    @GetMapping(path = "/api/factor-records", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> list(
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "50") String size,
            @RequestParam(defaultValue = "") String username) {
        PeopleController.actor();
        PersonRules rules = new PersonRules();
        int number = PeopleController.page(page, rules);
        int rows = PeopleController.size(size, rules);
        rules.check();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page(factors.acts(username, number, rows), number, rows, factors.countActs(username)));
    }
}
