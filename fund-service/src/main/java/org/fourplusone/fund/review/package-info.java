/** The officers' decisions, from acceptance to approval. */
@NullMarked
package org.fourplusone.fund.review;

import org.jspecify.annotations.NullMarked;
