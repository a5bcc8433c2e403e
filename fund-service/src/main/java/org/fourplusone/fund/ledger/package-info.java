/** The money: double entry in fen, append-only, one balanced posting for each business step. */
@NullMarked
package org.fourplusone.fund.ledger;

import org.jspecify.annotations.NullMarked;
