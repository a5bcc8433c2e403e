/** The second factor of people who approve, pay and release. */
@NullMarked
package org.fourplusone.gateway.factor;

import org.jspecify.annotations.NullMarked;
