package org.fourplusone.industry.imports;

import java.util.List;
import org.fourplusone.industry.enterprise.Writing;

/** How files of one kind are understood, compared with what is there, and applied. */
interface Loader {

    ImportKind kind();

    List<Column> columns();

    /** Begins to compare one file. */
    Comparing compare(Findings findings);

    /** Compares the lines of a file, in portions. */
    interface Comparing {

        void take(List<Line> lines);

        /** All lines have been taken. */
        void end();
    }

    /**
     * Applies changes that were shown, inside the running transaction.
     *
     * @return false, and then everything must be rolled back, if what they were compared with has changed since
     */
    boolean apply(List<Change> changes, Writing writing);
}
