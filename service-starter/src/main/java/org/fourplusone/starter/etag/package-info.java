/** Versions of resources as entity tags. */
@NullMarked
package org.fourplusone.starter.etag;

import org.jspecify.annotations.NullMarked;
