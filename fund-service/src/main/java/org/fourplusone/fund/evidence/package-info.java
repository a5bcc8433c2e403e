/** Evidence: the documents handed in with a filing. */
@NullMarked
package org.fourplusone.fund.evidence;

import org.jspecify.annotations.NullMarked;
