/** Tables by cluster and period, safe to publish. */
@NullMarked
package org.fourplusone.industry.statistics;

import org.jspecify.annotations.NullMarked;
