package org.fourplusone.starter.etag;

import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The versions that a caller has seen (RFC 9110, 13.1.1). A handler takes it as a parameter.
 *
 * @param tags as the header gives them, such as {@code "7", "8"} or {@code *}; null without the header
 */
public record IfMatch(@Nullable String tags) {

    /** As if the caller had seen this version. */
    public static IfMatch of(long version) {
        return new IfMatch(Versions.tag(version));
    }

    /**
     * For edits, which must say what version they change.
     *
     * @throws Problem 428 {@code IF_MATCH_MISSING} without the header, 412 {@code STALE_VERSION} for another version
     */
    public void require(long version) {
        if (tags == null) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "IF_MATCH_MISSING");
        }
        check(version);
    }

    /**
     * For moves, which say it if they like.
     *
     * @throws Problem 412 {@code STALE_VERSION} if the header is there and names another version
     */
    public void check(long version) {
        if (tags == null || tags.equals("*")) {
            return;
        }
        for (String tag : tags.split(",")) {
            if (tag.strip().equals(Versions.tag(version))) {
                return;
            }
        }
        throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION").with("version", Versions.tag(version));
    }
}
