/** Enterprises, keyed by their checked unified social credit code. */
@NullMarked
package org.fourplusone.industry.enterprise;

import org.jspecify.annotations.NullMarked;
