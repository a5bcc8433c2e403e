/** Mandates: who may act for an enterprise, as its legal representative says. */
@NullMarked
package org.fourplusone.fund.mandate;

import org.jspecify.annotations.NullMarked;
