/** Eureka: who is up, and where. Holds no data and calls nobody. */
@NullMarked
package org.fourplusone.registry;

import org.jspecify.annotations.NullMarked;
