/** How much one caller, one body and one moment may ask for. */
@NullMarked
package org.fourplusone.gateway.limit;

import org.jspecify.annotations.NullMarked;
