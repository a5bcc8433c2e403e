package org.fourplusone.fund.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.money.LargestRemainder;
import org.fourplusone.starter.money.Money;

/**
 * The arithmetic of an allocation. In both ways the shares add up, to the fen, to the pool or to what is asked, whichever is
 * less; nobody gets more than was asked; and the order in which the applicants come changes nothing: where two have the same
 * remainder, the filing that was begun earlier (the smaller id) gets the fen.
 */
final class Sharing {
    private static final Comparator<BigDecimal> SCORES = Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder());

    private Sharing() {}

    /** Every applicant's shares, by place and then by filing. */
    static List<Share> of(Money pool, List<Applicant> applicants) {
        Map<String, Money> proRata = proRata(pool, applicants);
        List<Share> shares = new ArrayList<>();
        Money left = pool;
        for (List<Applicant> tied : byScore(applicants)) {
            Map<String, Money> ranked = proRata(left, tied);
            int place = shares.size() + 1;
            for (Applicant applicant : tied) {
                Money share = ranked.getOrDefault(applicant.filing(), Money.ZERO);
                Money part = proRata.getOrDefault(applicant.filing(), Money.ZERO);
                shares.add(new Share(applicant, place, tied.size() > 1, part, share));
                left = left.minus(share);
            }
        }
        return shares;
    }

    static Money requested(List<Applicant> applicants) {
        return applicants.stream().map(Applicant::requested).reduce(Money.ZERO, Money::plus);
    }

    /** By filing. As the pool is less than what is asked, no rounded share exceeds what its applicant asks. */
    static Map<String, Money> proRata(Money pool, List<Applicant> applicants) {
        List<Applicant> ordered = applicants.stream()
                .sorted(Comparator.comparing(Applicant::filing))
                .toList();
        Map<String, Money> shares = new HashMap<>();
        if (requested(ordered).compareTo(pool) <= 0) {
            ordered.forEach(applicant -> shares.put(applicant.filing(), applicant.requested()));
            return shares;
        }
        List<BigDecimal> weights =
                ordered.stream().map(applicant -> applicant.requested().yuan()).toList();
        List<Money> parts = LargestRemainder.split(pool, weights);
        for (int i = 0; i < parts.size(); i++) {
            shares.put(ordered.get(i).filing(), parts.get(i));
        }
        return shares;
    }

    /** Those with the same score together, the highest first; within them by filing. */
    private static List<List<Applicant>> byScore(List<Applicant> applicants) {
        List<Applicant> ordered = applicants.stream()
                .sorted(Comparator.comparing(Applicant::score, SCORES)
                        .reversed()
                        .thenComparing(Applicant::filing))
                .toList();
        List<List<Applicant>> groups = new ArrayList<>();
        for (Applicant applicant : ordered) {
            boolean isSame = !groups.isEmpty()
                    && SCORES.compare(groups.get(groups.size() - 1).get(0).score(), applicant.score()) == 0;
            if (!isSame) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(applicant);
        }
        return groups;
    }
}
