package org.fourplusone.starter.audit;

/** Something that is wrong with a chain or an export, in one sentence. */
record Finding(Kind kind, String text) {

    enum Kind {
        /** Bytes differ from those that were hashed or signed. */
        CHANGED,
        /** A record inside a chain, or a whole chain, is gone. */
        MISSING,
        /** Records stand in another order. */
        REORDERED,
        /** The end of a chain, or of the file, is gone. */
        CUT_OFF,
        /** A chain fits together, but it is not the one whose head was signed. */
        REWRITTEN,
        /** The roots do not follow one another, or are not those that were published. */
        ROOTS
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
