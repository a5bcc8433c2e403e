/** Calls to other services: token, problem details, circuit breaker. */
@NullMarked
package org.fourplusone.starter.client;

import org.jspecify.annotations.NullMarked;
