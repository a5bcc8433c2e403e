/** The zone's key projects. */
@NullMarked
package org.fourplusone.industry.project;

import org.jspecify.annotations.NullMarked;
