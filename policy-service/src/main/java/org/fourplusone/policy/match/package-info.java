/** Matching: verdicts with every clause, near misses, estimates and the best lawful combination. */
@NullMarked
package org.fourplusone.policy.match;

import org.jspecify.annotations.NullMarked;
