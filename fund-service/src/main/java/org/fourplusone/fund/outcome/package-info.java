/** What the money did: the evaluation of finished filings, the next budget's proposal, and yuan to outcome. */
@NullMarked
package org.fourplusone.fund.outcome;

import org.jspecify.annotations.NullMarked;
