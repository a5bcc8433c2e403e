package org.fourplusone.deploy.local;

/** Something the person at the keyboard can mend: one clear sentence that says what is wrong and what to do. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(String sentence) {
        super(sentence);
    }

    Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
