/** Rules as data: conditions over facts, judged in three values, each leaf citing its clause. */
@NullMarked
package org.fourplusone.policy.rule;

import org.jspecify.annotations.NullMarked;
