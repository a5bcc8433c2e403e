package org.fourplusone.starter.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the roots of an export: each signed, each linked to the one before, none other than was published. */
final class RootsCheck {

    private final List<AuditRoot> published;
    private final List<Finding> findings;
    private final List<AuditRoot> roots = new ArrayList<>();
    private final Map<LocalDate, HeadsDigest> heads = new HashMap<>();

    RootsCheck(List<AuditRoot> published, List<Finding> findings) {
        this.published = published;
        this.findings = findings;
    }

    void root(AuditRoot root) {
        if (!root.isWhole()) {
            found(Finding.Kind.CHANGED, "the root of " + root.day() + " was changed after it was signed");
        }
        AuditRoot before = roots.isEmpty() ? null : roots.get(roots.size() - 1);
        String previous = before == null ? AuditChain.START : before.hash();
        boolean isNext = before == null || root.day().equals(before.day().plusDays(1));
        if (!root.previous().equals(previous) || !isNext) {
            found(
                    Finding.Kind.ROOTS,
                    "the root of " + root.day() + " does not follow "
                            + (before == null ? "the start" : "that of " + before.day())
                            + ": one is missing, out of order or written anew");
        }
        roots.add(root);
    }

    void head(LocalDate day, Line head) {
        heads.computeIfAbsent(day, each -> new HeadsDigest()).add(head);
    }

    void close(@Nullable AuditExport export) {
        if (export == null) {
            found(Finding.Kind.CUT_OFF, "the first line, which says what this is, is missing");
            return;
        }
        for (AuditRoot root : roots) {
            if (!root.key().equals(export.key()) || !root.service().equals(export.service())) {
                found(Finding.Kind.ROOTS, "the root of " + root.day() + " is signed by another key than the export");
            }
            HeadsDigest digest = heads.remove(root.day());
            String sum = (digest == null ? new HeadsDigest() : digest).end();
            if (export.covers(root.day()) && !sum.equals(root.heads())) {
                found(
                        Finding.Kind.CHANGED,
                        "the heads of " + root.day() + " are not those that its root was signed over");
            }
        }
        heads.keySet().forEach(day -> found(Finding.Kind.ROOTS, "the heads of " + day + " have no root"));
        published.forEach(this::wasPublished);
    }

    private void wasPublished(AuditRoot root) {
        if (!root.isWhole()) {
            found(Finding.Kind.ROOTS, "the published root of " + root.day() + " is itself not whole");
        } else if (!roots.contains(root)) {
            found(
                    Finding.Kind.ROOTS,
                    "the root of " + root.day()
                            + " is missing or is not the one that was published: the audit was written" + " anew");
        }
    }

    String summary() {
        return roots.isEmpty()
                ? "no daily root yet"
                : roots.size() + " daily roots from " + roots.get(0).day() + " to "
                        + roots.get(roots.size() - 1).day();
    }

    private void found(Finding.Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
