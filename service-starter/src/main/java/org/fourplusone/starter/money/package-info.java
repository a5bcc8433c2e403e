/** Money of the People's Republic of China, exact to the fen. */
@NullMarked
package org.fourplusone.starter.money;

import org.jspecify.annotations.NullMarked;
