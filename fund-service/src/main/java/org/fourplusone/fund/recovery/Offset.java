package org.fourplusone.fund.recovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.fourplusone.starter.money.Money;

/**
 * What is proposed to be taken from a later instalment in place of a repayment, until another person confirms it.
 *
 * @param instalment the id of the instalment that would pay
 */
public record Offset(@JsonIgnore long id, String instalment, Money amount, String proposedBy) {}
