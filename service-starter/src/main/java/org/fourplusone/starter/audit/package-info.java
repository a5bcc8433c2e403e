/** An append-only audit log, chained by hash for each case. */
@NullMarked
package org.fourplusone.starter.audit;

import org.jspecify.annotations.NullMarked;
