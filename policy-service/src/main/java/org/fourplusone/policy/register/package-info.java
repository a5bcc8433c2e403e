/** The facts of all enterprises in memory, kept current from industry-service's change feed. */
@NullMarked
package org.fourplusone.policy.register;

import org.jspecify.annotations.NullMarked;
