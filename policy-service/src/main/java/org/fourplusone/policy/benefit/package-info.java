/** What an item pays: formulas over facts, exact to the fen or as a range. */
@NullMarked
package org.fourplusone.policy.benefit;

import org.jspecify.annotations.NullMarked;
