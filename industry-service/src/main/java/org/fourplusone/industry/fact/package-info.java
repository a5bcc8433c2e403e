/** What is known of an enterprise, version by version, and the feed that tells policy-service. */
@NullMarked
package org.fourplusone.industry.fact;

import org.jspecify.annotations.NullMarked;
