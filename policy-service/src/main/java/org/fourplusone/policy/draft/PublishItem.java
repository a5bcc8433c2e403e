package org.fourplusone.policy.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.policy.item.Catalogue;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes one item's draft. The version in force on the first day ends the day before; a later version that is already
 * published keeps its days, and the new one ends before it.
 */
@Service
class PublishItem {

    private final Items items;
    private final ItemVersions versions;
    private final AuditLog audit;

    PublishItem(Items items, ItemVersions versions, AuditLog audit) {
        this.items = items;
        this.versions = versions;
        this.audit = audit;
    }

    /** @return the number of the new version */
    @Transactional(propagation = Propagation.MANDATORY)
    public int publish(Draft draft, LocalDate from, @Nullable LocalDate to) {
        String code = Objects.requireNonNull(draft.code());
        Catalogue catalogue = Catalogue.of(versions.catalogues(), from);
        items.read(draft.content(), "/content", catalogue);
        List<ItemVersions.StoredItem> published = versions.published(code);
        ItemVersions.StoredItem earlier = null;
        ItemVersions.StoredItem later = null;
        int version = 1;
        for (ItemVersions.StoredItem each : published) {
            version = Math.max(version, each.version() + 1);
            if (each.from().equals(from)) {
                throw overlap(each);
            }
            if (each.isInForce(from)) {
                earlier = each;
            } else if (each.from().isAfter(from)
                    && (later == null || each.from().isBefore(later.from()))) {
                later = each;
            }
        }
        Long replaces = earlier == null ? null : (long) earlier.version();
        if (replaces != null && !replaces.equals(draft.base())) {
            throw Problem.of(HttpStatus.CONFLICT, "BASE_CHANGED", replaces.toString())
                    .with("base", draft.base())
                    .with("replaces", replaces);
        }
        LocalDate last = to;
        if (later != null) {
            if (to != null && !to.isBefore(later.from())) {
                throw overlap(later);
            }
            last = to == null ? later.from().minusDays(1) : to;
        }
        if (earlier != null) {
            versions.close(earlier, from.minusDays(1));
        }
        versions.insert(new ItemVersions.StoredItem(code, version, catalogue.version(), draft.content(), from, last));
        audit.record(
                "item-" + code,
                "VERSION_PUBLISHED",
                earlier == null ? null : Map.of("version", earlier.version(), "inForceTo", from.minusDays(1)),
                Map.of("draft", draft.id(), "version", version, "inForceFrom", from));
        return version;
    }

    private static Problem overlap(ItemVersions.StoredItem other) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "OVERLAPS",
                        other.version(),
                        other.from().toString())
                .with("version", other.version())
                .with("inForceFrom", other.from())
                .with("inForceTo", other.to());
    }
}
