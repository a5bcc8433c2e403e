/** The policy package as a workbook: one sheet for each kind of thing, out and in. */
@NullMarked
package org.fourplusone.policy.workbook;

import org.jspecify.annotations.NullMarked;
