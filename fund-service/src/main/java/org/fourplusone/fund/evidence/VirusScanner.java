package org.fourplusone.fund.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Looks for viruses in a file that was handed in. */
interface VirusScanner {
    /** Finds nothing in anything: the scanner of a suite that has none. */
    VirusScanner NONE = content -> Optional.empty();

    /**
     * The name of what was found; empty when the file is clean.
     *
     * @throws IOException when the scanner cannot be reached or gives no verdict: the file is then not taken
     */
    Optional<String> find(InputStream content) throws IOException;
}
