package org.fourplusone.gateway.problem;

import java.io.IOException;

/** The caller stopped sending or went away: nobody's fault behind the gateway. */
public final class CallerGone extends IOException {

    public CallerGone(IOException cause) {
        super(cause);
    }
}
