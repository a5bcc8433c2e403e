/** Awards: the amount in words, the public list, and what industry-service is told of them. */
@NullMarked
package org.fourplusone.fund.award;

import org.jspecify.annotations.NullMarked;
