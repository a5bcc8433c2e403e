package org.fourplusone.industry.fact;

import java.util.List;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.starter.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes note of an award and puts its enterprise into the feed. */
@Service
class RecordAward {

    private final Awards awards;
    private final Enterprises enterprises;
    private final Heirs heirs;
    private final ChangeNumbers changes;

    RecordAward(Awards awards, Enterprises enterprises, Heirs heirs, ChangeNumbers changes) {
        this.awards = awards;
        this.enterprises = enterprises;
        this.heirs = heirs;
        this.changes = changes;
    }

    @Transactional
    public void record(CreditCode code, Award award) {
        if (enterprises.find(code).isEmpty()) {
            throw Problem.notFound();
        }
        long number = changes.next();
        List<Award> known = awards.of(List.of(code.value())).getOrDefault(code.value(), List.of());
        if (!known.contains(award)) {
            awards.add(code.value(), number, award);
            enterprises.changed(code, number);
            heirs.changed(code);
        }
    }
}
