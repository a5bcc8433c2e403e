package org.fourplusone.policy.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The package that is in force, and those that shall replace it. */
@Service
class Packages {

    private final Items items;
    private final ItemVersions versions;
    private final Drafts drafts;
    private final AuditLog audit;
    private final Clock clock;

    Packages(Items items, ItemVersions versions, Drafts drafts, AuditLog audit, Clock clock) {
        this.items = items;
        this.versions = versions;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is in force on a day, ready to be sent in again. */
    PolicyPackage inForce(LocalDate day) {
        return PolicyPackage.of(items.catalogue(day), items.articles(day), stored(day));
    }

    private List<ItemVersions.StoredItem> stored(LocalDate day) {
        return versions.published().stream().filter(each -> each.isInForce(day)).toList();
    }

    PackagePreview preview(PolicyPackage whole) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Item> read = new HashMap<>();
        items.inForce(today).forEach(item -> read.put(item.code(), item));
        return PackagePreview.of(whole, inForce(today), stored(today), read, items.dictionary(), today.getYear());
    }

    /** Keeps the package as one draft; it must have been checked. */
    @Transactional
    public String draft(PolicyPackage whole, Caller by) {
        String id = drafts.create(
                Draft.Kind.PACKAGE,
                null,
                versions.stamp(),
                whole.json(),
                DraftItem.title(whole.items().size()),
                by.username());
        audit.record(id, "PACKAGE_IMPORTED", null, whole.json());
        return id;
    }
}
