package org.fourplusone.fund.notice;

import org.fourplusone.fund.filing.Filing;

/**
 * An objection has its answer. Published inside the transaction that gave it; whoever hears it acts in the same transaction.
 *
 * @param author the real name of who objected; never for the public nor for the enterprise
 */
public record ObjectionAnswered(Filing filing, String author, String answer, boolean isUpheld) {}
