/** Starts, watches and stops the suite on one machine, with its embedded database. */
@NullMarked
package org.fourplusone.deploy.local;

import org.jspecify.annotations.NullMarked;
