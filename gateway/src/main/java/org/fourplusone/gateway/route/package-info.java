/** The way from a public path to an instance of a service. */
@NullMarked
package org.fourplusone.gateway.route;

import org.jspecify.annotations.NullMarked;
