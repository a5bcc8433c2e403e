package org.fourplusone.fund.notice;

import org.fourplusone.fund.filing.Filing;

/**
 * An objection has its answer. Published inside the transaction that gave it; whoever hears it acts in the same transaction.
 *
 * @param objection its id
 * @param author the real name of who objected; never for the public nor for the enterprise
 */
public record ObjectionAnswered(Filing filing, String objection, String author, String answer, boolean isUpheld) {}
