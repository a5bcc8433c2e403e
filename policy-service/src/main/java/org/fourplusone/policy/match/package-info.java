/** One enterprise matched: verdicts with every clause, near misses, estimates, its best combination and its claims. */
@NullMarked
package org.fourplusone.policy.match;

import org.jspecify.annotations.NullMarked;
