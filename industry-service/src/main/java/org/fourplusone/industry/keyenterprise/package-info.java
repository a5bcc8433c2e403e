/**
 * Key enterprises by name, from administrative facts alone: the second channel, for officers with that right. Statistical
 * reports are never read here.
 */
@NullMarked
package org.fourplusone.industry.keyenterprise;

import org.jspecify.annotations.NullMarked;
