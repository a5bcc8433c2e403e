/** Monthly cumulative reports; a channel of their own that never decides eligibility. */
@NullMarked
package org.fourplusone.industry.report;

import org.jspecify.annotations.NullMarked;
