/** Drafts of items and of the whole policy package: checked, reviewed for fair competition, published by another person. */
@NullMarked
package org.fourplusone.policy.draft;

import org.jspecify.annotations.NullMarked;
