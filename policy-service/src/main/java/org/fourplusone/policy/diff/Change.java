package org.fourplusone.policy.diff;

import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions of an item, in words.
 *
 * @param path the JSON pointer in the item: in the newer one, for REMOVED in the older; {@code /common/…} for the
 *     conditions that all items share
 * @param clause the clause of a condition
 * @param before how it was, null if ADDED
 * @param after how it is, null if REMOVED
 * @param text the whole difference as one sentence
 */
public record Change(
        String path,
        Kind kind,
        @Nullable Text clause,
        @Nullable Text before,
        @Nullable Text after,
        Text text) {

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    static Change added(String path, Text label, Text after) {
        return new Change(
                path,
                Kind.ADDED,
                null,
                null,
                after,
                Text.of("新增" + label.zh() + "：" + after.zh(), "Added " + label.en() + ": " + after.en()));
    }

    static Change removed(String path, Text label, Text before) {
        return new Change(
                path,
                Kind.REMOVED,
                null,
                before,
                null,
                Text.of("删除" + label.zh() + "：" + before.zh(), "Removed " + label.en() + ": " + before.en()));
    }

    static Change changed(String path, Text label, Text before, Text after) {
        return new Change(
                path,
                Kind.CHANGED,
                null,
                before,
                after,
                Text.of(
                        label.zh() + "由“" + before.zh() + "”改为“" + after.zh() + "”",
                        capital(label.en()) + " changed from “" + before.en() + "” to “" + after.en() + "”"));
    }

    Change of(Text ofClause) {
        return new Change(path, kind, ofClause, before, after, text);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
