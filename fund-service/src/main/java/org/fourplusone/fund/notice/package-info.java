/** The public notice: its working-day clock, objections, and the confirmation at its end. */
@NullMarked
package org.fourplusone.fund.notice;

import org.jspecify.annotations.NullMarked;
