package org.fourplusone.deploy.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the person at the keyboard reads while waiting: one line for each thing that is done. */
final class Progress {
    private final PrintStream out;
    private final Instant begin;

    /** @param begin seconds are counted from here */
    Progress(PrintStream out, Instant begin) {
        this.out = out;
        this.begin = begin;
    }

    synchronized void done(String what, String outcome) {
        out.println(String.format(Locale.ROOT, "  %-18s %-34s %5.1f s", what, outcome, seconds()));
        out.flush();
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
