@NullMarked
package org.fourplusone.fund;

import org.jspecify.annotations.NullMarked;
