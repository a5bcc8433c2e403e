/** Business time and real time. */
@NullMarked
package org.fourplusone.starter.time;

import org.jspecify.annotations.NullMarked;
