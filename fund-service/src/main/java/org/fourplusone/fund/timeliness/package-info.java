/** How many working days lie between a filing and its money. */
@NullMarked
package org.fourplusone.fund.timeliness;

import org.jspecify.annotations.NullMarked;
