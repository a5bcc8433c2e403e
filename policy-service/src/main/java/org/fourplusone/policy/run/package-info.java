/** What the whole register comes to: stored match runs, coverage, who is eligible and which condition keeps them out. */
@NullMarked
package org.fourplusone.policy.run;

import org.jspecify.annotations.NullMarked;
