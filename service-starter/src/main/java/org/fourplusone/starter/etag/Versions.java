package org.fourplusone.starter.etag;

import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions of resources as strong entity tags, such as {@code "7"}. */
public final class Versions {

    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * For edits, which must say what version they change.
     *
     * @throws Problem 428 {@code IF_MATCH_MISSING} without the header, 412 {@code STALE_VERSION} for another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "IF_MATCH_MISSING");
        }
        check(ifMatch, version);
    }

    /**
     * For moves, which say it if they like.
     *
     * @throws Problem 412 {@code STALE_VERSION} if the header is there and names another version
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return;
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals(tag(version))) {
                return;
            }
        }
        throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION").with("version", tag(version));
    }
}
