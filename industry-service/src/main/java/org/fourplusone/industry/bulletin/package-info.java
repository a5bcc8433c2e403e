/** Monthly and quarterly bulletins, written from the published tables. */
@NullMarked
package org.fourplusone.industry.bulletin;

import org.jspecify.annotations.NullMarked;
