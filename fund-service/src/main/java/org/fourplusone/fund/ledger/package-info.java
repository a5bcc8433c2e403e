/**
 * The money: double entry in fen, append-only, one balanced posting for each business step.
 *
 * <p>No step of a case goes through the {@link org.fourplusone.fund.ledger.ReservationQueue} yet. An approval is one transaction
 * of its own: signature, running total of the enterprise, move, reservation, letter, audit, key and answer are kept together
 * or not at all. The queue's writer is another transaction, so that an approval which used it would either reserve before it
 * is certain or have to be made undone after a stop in between. The queue is for callers whose whole effect is the
 * reservation.
 */
@NullMarked
package org.fourplusone.fund.ledger;

import org.jspecify.annotations.NullMarked;
