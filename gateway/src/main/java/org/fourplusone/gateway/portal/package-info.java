/** The portal's files, its content security policy and the browsable API documents. */
@NullMarked
package org.fourplusone.gateway.portal;

import org.jspecify.annotations.NullMarked;
