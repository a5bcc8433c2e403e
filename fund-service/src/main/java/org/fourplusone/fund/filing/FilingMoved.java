package org.fourplusone.fund.filing;

import org.jspecify.annotations.Nullable;

/**
 * A filing has made a move. Published inside the transaction that did it; whoever hears it acts in the same transaction.
 *
 * @param filing as it is after the move
 * @param note the points or reasons that the person gave with it, one a line; null for none
 */
public record FilingMoved(
        Filing filing, Move move, @Nullable String note) {}
