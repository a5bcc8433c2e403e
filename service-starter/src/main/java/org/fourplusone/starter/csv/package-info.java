/** Rows as CSV that spreadsheets read safely. */
@NullMarked
package org.fourplusone.starter.csv;

import org.jspecify.annotations.NullMarked;
