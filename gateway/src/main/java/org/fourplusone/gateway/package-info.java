/** The one public door: portal, sign-in, sessions, routes, limits. Holds no business rule. */
@NullMarked
package org.fourplusone.gateway;

import org.jspecify.annotations.NullMarked;
