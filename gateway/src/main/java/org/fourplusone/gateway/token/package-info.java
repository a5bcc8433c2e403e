/** The signing key, access tokens for people and programs, the key set and the token endpoint. */
@NullMarked
package org.fourplusone.gateway.token;

import org.jspecify.annotations.NullMarked;
