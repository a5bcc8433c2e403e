/** Money claimed back: demand, hearing, order, dunning, repayment, write-off, ban. */
@NullMarked
package org.fourplusone.fund.recovery;

import org.jspecify.annotations.NullMarked;
