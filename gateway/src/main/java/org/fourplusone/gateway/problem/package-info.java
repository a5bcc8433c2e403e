/** What the gateway itself refuses, as RFC 9457 problem details in the caller's language. */
@NullMarked
package org.fourplusone.gateway.problem;

import org.jspecify.annotations.NullMarked;
