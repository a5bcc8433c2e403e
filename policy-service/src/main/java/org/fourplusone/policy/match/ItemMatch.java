package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.rule.Facts;
import org.jspecify.annotations.Nullable;

/**
 * One item judged and explained; {@link ItemView} tells it in words.
 *
 * @param clauses of each of the judgement's records
 * @param nearMiss the least change where the item is INELIGIBLE; null if there is none
 */
record ItemMatch(
        Judgement judged,
        List<List<Clause>> clauses,
        @Nullable NearMiss nearMiss) {

    /** @param ownFacts the enterprise's */
    static ItemMatch of(Judgement judged, Facts ownFacts) {
        List<Judgement.OfRecord> records = judged.records();
        List<List<Clause>> clauses = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            clauses.add(Clause.of(judged.item(), records.get(i)));
        }
        NearMiss nearMiss = judged.verdict() == Verdict.INELIGIBLE
                ? NearMiss.of(judged.item(), judged.best(), ownFacts).orElse(null)
                : null;
        return new ItemMatch(judged, clauses, nearMiss);
    }
}
