/** The articles and the 51 support items with their dated versions. */
@NullMarked
package org.fourplusone.policy.item;

import org.jspecify.annotations.NullMarked;
