/** 免申即享: dry-run lists of whom the register proves to be entitled, confirmed by an officer and pulled by the fund. */
@NullMarked
package org.fourplusone.policy.entitlement;

import org.jspecify.annotations.NullMarked;
