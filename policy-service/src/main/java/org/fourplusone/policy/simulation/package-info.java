/** The stress test before publication: changed items on the whole register, beside those in force. */
@NullMarked
package org.fourplusone.policy.simulation;

import org.jspecify.annotations.NullMarked;
