package org.fourplusone.fund.filing;

/** What the fund itself holds against an enterprise: bans and open recoveries; kept by the recovery, asked by every gate. */
public interface Exclusions {

    /**
     * @throws org.fourplusone.starter.problem.Problem 409 {@code BANNED} with {@code until}, 409 {@code RECOVERY_OPEN} with
     *     {@code recovery} and {@code open}
     */
    void require(String creditCode);
}
