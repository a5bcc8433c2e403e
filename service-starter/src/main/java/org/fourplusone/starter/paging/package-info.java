/** Lists by page. */
@NullMarked
package org.fourplusone.starter.paging;

import org.jspecify.annotations.NullMarked;
