/** Who calls, and who may call what. */
@NullMarked
package org.fourplusone.starter.security;

import org.jspecify.annotations.NullMarked;
