/** Bilingual texts, answered in the caller's language. */
@NullMarked
package org.fourplusone.starter.text;

import org.jspecify.annotations.NullMarked;
