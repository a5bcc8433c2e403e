/** What the services' SQL has in common. */
@NullMarked
package org.fourplusone.starter.sql;

import org.jspecify.annotations.NullMarked;
