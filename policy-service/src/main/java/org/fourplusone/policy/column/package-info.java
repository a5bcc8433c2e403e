/** Items compiled for the register's columns, and judged on the whole register. */
@NullMarked
package org.fourplusone.policy.column;

import org.jspecify.annotations.NullMarked;
