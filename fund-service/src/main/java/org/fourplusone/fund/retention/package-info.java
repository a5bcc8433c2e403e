/** How long records are kept, and what is erased when its time is over. */
@NullMarked
package org.fourplusone.fund.retention;

import org.jspecify.annotations.NullMarked;
