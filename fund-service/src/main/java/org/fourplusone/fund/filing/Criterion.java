package org.fourplusone.fund.filing;

import org.fourplusone.starter.text.Text;

/**
 * One thing that experts give marks for.
 *
 * @param most the most marks that it carries; all criteria of a panel carry 100 together
 */
public record Criterion(String code, Text name, int most) {}
