/** What changed between two versions of an item, clause by clause, in words. */
@NullMarked
package org.fourplusone.policy.diff;

import org.jspecify.annotations.NullMarked;
