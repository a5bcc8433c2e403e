package org.fourplusone.fund.filing;

import java.time.Instant;

/**
 * That a filing waits at a gate.
 *
 * @param service the service that did not answer, such as {@code policy-service}
 * @param step APPLY for the submission, PAY for a payment
 * @param since when this step was first asked in vain: of a submission the moment that counts for its deadline
 */
public record Wait(String service, Step step, Instant since) {}
