/** industry-service: the register that matching and money stand on, and the numbers that analysts read. */
@NullMarked
package org.fourplusone.industry;

import org.jspecify.annotations.NullMarked;
