/** The generated sample register, labelled as such everywhere. */
@NullMarked
package org.fourplusone.industry.sample;

import org.jspecify.annotations.NullMarked;
