package org.fourplusone.industry.sample;

import org.fourplusone.industry.enterprise.Enterprise;

/**
 * An enterprise of the sample register with the numbers that its facts and reports follow from.
 *
 * @param number its place in the register, from 1
 * @param staff persons at the end of the policy year
 * @param revenue yuan in the policy year
 * @param growth of revenue and output against the year before, such as 0.12
 * @param assets yuan at the end of the policy year
 * @param exportShare of revenue
 */
record Firm(
        int number,
        Group group,
        Enterprise enterprise,
        int staff,
        long revenue,
        double growth,
        long assets,
        double exportShare) {

    /** Mining, making or supplying (sections B, C and D): has industrial output. */
    boolean isIndustry() {
        int division = Integer.parseInt(enterprise.industryCode().substring(0, 2));
        return division >= 6 && division <= 46;
    }

    boolean isTrade() {
        int division = Integer.parseInt(enterprise.industryCode().substring(0, 2));
        return division == 51 || division == 52 || division == 61 || division == 62;
    }

    long previousRevenue() {
        return Math.round(revenue / (1 + growth));
    }
}
