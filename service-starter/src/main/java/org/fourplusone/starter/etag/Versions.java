package org.fourplusone.starter.etag;

/** Versions of resources as strong entity tags, such as {@code "7"}. */
public final class Versions {

    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
