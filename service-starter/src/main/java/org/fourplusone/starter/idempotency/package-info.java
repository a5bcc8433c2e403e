/** One effect for one Idempotency-Key. */
@NullMarked
package org.fourplusone.starter.idempotency;

import org.jspecify.annotations.NullMarked;
