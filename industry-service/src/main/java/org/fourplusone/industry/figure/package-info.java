/** Numbers that the zone published, each with its source. */
@NullMarked
package org.fourplusone.industry.figure;

import org.jspecify.annotations.NullMarked;
