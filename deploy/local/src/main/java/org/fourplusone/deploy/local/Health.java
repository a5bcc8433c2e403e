package org.fourplusone.deploy.local;

import java.util.Arrays;
import java.util.Optional;

/** How a child is, seen from outside. */
enum Health {
    ANSWERS("answers"),
    /** It answers that it cannot work now, mostly because something below it is missing. */
    NOT_READY("answers, not ready"),
    SILENT("runs but does not answer"),
    DEAD("is dead");

    private static final int PATIENCE_MILLIS = 5000;
    private static final int OK = 200;

    private final String text;

    Health(String text) {
        this.text = text;
    }

    static Health of(Child child) {
        if (!child.isAlive()) {
            return DEAD;
        }
        Optional<Program> program = Arrays.stream(Program.values())
                .filter(candidate -> candidate.id().equals(child.name()))
                .findFirst();
        if (program.isEmpty()) {
            return Ports.isGreetedAt(child.port()) ? ANSWERS : SILENT;
        }
        String url = "http://127.0.0.1:" + child.port() + program.get().readiness();
        int status = Http.get(url, PATIENCE_MILLIS).status();
        if (status == 0) {
            return SILENT;
        }
        return status == OK ? ANSWERS : NOT_READY;
    }

    /** Nothing to restart here. */
    boolean isWell() {
        return this == ANSWERS || this == NOT_READY;
    }

    String text() {
        return text;
    }
}
