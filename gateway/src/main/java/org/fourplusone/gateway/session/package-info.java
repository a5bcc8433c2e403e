/** Accounts, sign-in, sessions kept in the database, and who a request comes from. */
@NullMarked
package org.fourplusone.gateway.session;

import org.jspecify.annotations.NullMarked;
