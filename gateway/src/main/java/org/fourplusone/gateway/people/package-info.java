/** People and their roles: who may sign in, made by a security administrator, and the one-time codes that let them in. */
@NullMarked
package org.fourplusone.gateway.people;

import org.jspecify.annotations.NullMarked;
