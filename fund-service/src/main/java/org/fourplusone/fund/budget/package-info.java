/** The fund and its programme lines as the public and the auditor see them. */
@NullMarked
package org.fourplusone.fund.budget;

import org.jspecify.annotations.NullMarked;
