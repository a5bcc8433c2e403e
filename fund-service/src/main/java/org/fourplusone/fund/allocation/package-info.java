/** The allocation of a pooled call: who gets how much where more is asked than there is. */
@NullMarked
package org.fourplusone.fund.allocation;

import org.jspecify.annotations.NullMarked;
