/** The movable business clock of a suite with sample data. */
@NullMarked
package org.fourplusone.gateway.clock;

import org.jspecify.annotations.NullMarked;
