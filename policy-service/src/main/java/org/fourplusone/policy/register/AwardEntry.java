package org.fourplusone.policy.register;

import java.util.List;
import org.fourplusone.starter.money.Money;

/**
 * What the fund has granted an enterprise, as fund-service wrote it to the register.
 *
 * @param filing the filing it belongs to
 * @param item the item's code
 * @param counts false once it was recovered
 * @param year the policy year
 * @param claims what was claimed, such as {@code PROJECT:P-00012}
 */
public record AwardEntry(String filing, String item, Money amount, boolean counts, int year, List<String> claims) {}
