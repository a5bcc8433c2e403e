package org.fourplusone.fund.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The documents handed in with a filing; kept by the evidence. */
public interface Documents {
    /** One file: {@code code} is its document's code; {@code seenBefore} when another filing handed in the same bytes. */
    record File(
            String code,
            String name,
            long size,
            String sha256,
            String type,
            @Nullable Boolean seenBefore) {}

    List<File> of(String filing);

    /** The ids of the other filings that handed in the same bytes, by the name of this one's file. */
    Map<String, List<String>> seenIn(String filing);

    /** The codes of the documents that were handed in at that moment or later. */
    Set<String> codesSince(String filing, Instant from);

    /** The codes of the documents that are there. */
    default Set<String> codesOf(String filing) {
        return of(filing).stream().map(File::code).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
