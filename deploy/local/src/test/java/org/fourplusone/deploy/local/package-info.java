@NullMarked
package org.fourplusone.deploy.local;

import org.jspecify.annotations.NullMarked;
