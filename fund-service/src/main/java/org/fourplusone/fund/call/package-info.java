/** Calls: the openings under which enterprises file. */
@NullMarked
package org.fourplusone.fund.call;

import org.jspecify.annotations.NullMarked;
