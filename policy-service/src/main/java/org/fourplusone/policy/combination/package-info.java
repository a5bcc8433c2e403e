/** The best lawful combination: the greatest total that exclusive groups, the yearly cap and the lines allow, proven. */
@NullMarked
package org.fourplusone.policy.combination;

import org.jspecify.annotations.NullMarked;
