/** A filing: its states, its one transition table, its history, and who did what on it. */
@NullMarked
package org.fourplusone.fund.filing;

import org.jspecify.annotations.NullMarked;
