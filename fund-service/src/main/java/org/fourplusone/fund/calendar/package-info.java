/** Working days of the State Council's calendar, with its make-up days (调休). */
@NullMarked
package org.fourplusone.fund.calendar;

import org.jspecify.annotations.NullMarked;
