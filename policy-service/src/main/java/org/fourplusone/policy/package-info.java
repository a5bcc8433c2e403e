/** The policy service: 51 support items, whom they fit, why, and what they would earn. */
@NullMarked
package org.fourplusone.policy;

import org.jspecify.annotations.NullMarked;
