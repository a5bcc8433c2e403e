package org.fourplusone.fund.allocation;

import org.fourplusone.starter.money.Money;

/**
 * What an applicant gets in either way.
 *
 * @param place by score, 1 for the highest; those tied have the same place, those without a score the last
 * @param tied whether others have the same place
 */
record Share(Applicant applicant, int place, boolean tied, Money proRata, Money ranked) {

    Money by(Method method) {
        return method == Method.PRO_RATA ? proRata : ranked;
    }
}
