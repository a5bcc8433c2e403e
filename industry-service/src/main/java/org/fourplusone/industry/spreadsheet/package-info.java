/** Reads files that people hand in as tables, CSV or XLSX, trusting nothing in them. */
@NullMarked
package org.fourplusone.industry.spreadsheet;

import org.jspecify.annotations.NullMarked;
