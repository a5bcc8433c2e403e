/** Items as SQL: one statement that judges a whole register in three values over documented wide tables of facts. */
@NullMarked
package org.fourplusone.policy.sql;

import org.jspecify.annotations.NullMarked;
