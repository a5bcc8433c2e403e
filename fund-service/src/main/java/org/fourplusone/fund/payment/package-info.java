/** Instalments, batches and the bank's files. */
@NullMarked
package org.fourplusone.fund.payment;

import org.jspecify.annotations.NullMarked;
