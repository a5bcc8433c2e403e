/** The five clusters of "4+1", their later taxonomy and their chains. */
@NullMarked
package org.fourplusone.industry.cluster;

import org.jspecify.annotations.NullMarked;
