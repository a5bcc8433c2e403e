package org.fourplusone.policy.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Catalogue;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.item.PackageCheck;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Publishes a whole package in one transaction: new articles and terms, a new version of each item that changed or is
 * read with changed terms, and an end for each item that the package does not hold.
 */
@Service
class PublishPackage {

    private final Items items;
    private final ItemVersions versions;
    private final AuditLog audit;

    PublishPackage(Items items, ItemVersions versions, AuditLog audit) {
        this.items = items;
        this.versions = versions;
        this.audit = audit;
    }

    /** @return the number of the catalogue that holds from then on */
    @Transactional(propagation = Propagation.MANDATORY)
    public int publish(Draft draft, LocalDate from, @Nullable LocalDate to) {
        if (to != null) {
            throw Problem.invalid(new FieldProblem("inForceTo", "PACKAGE_IS_OPEN"));
        }
        // The stamp has grown by one for this publication itself.
        if (draft.base() == null || draft.base() != versions.stamp() - 1) {
            throw Problem.of(HttpStatus.CONFLICT, "PACKAGE_BASE_CHANGED");
        }
        PolicyPackage whole = new PackageCheck(items.dictionary()).require(draft.content());
        List<ItemVersions.StoredItem> published = versions.published();
        published.stream()
                .filter(each -> !each.from().isBefore(from))
                .findFirst()
                .ifPresent(each -> {
                    throw Problem.of(
                                    HttpStatus.CONFLICT,
                                    "OVERLAPS",
                                    each.version(),
                                    each.from().toString())
                            .with("code", each.code())
                            .with("version", each.version())
                            .with("inForceFrom", each.from());
                });
        List<Catalogue> catalogues = versions.catalogues();
        Catalogue before = Catalogue.of(catalogues, from);
        boolean sameTerms = before.termsData().equals(whole.terms());
        int catalogue = before.version();
        if (!sameTerms || !before.articlesData().equals(whole.articles())) {
            catalogue = catalogues.stream().mapToInt(Catalogue::version).max().orElse(0) + 1;
            versions.insert(catalogue, whole.articles(), whole.terms(), from);
        }
        Map<String, ItemVersions.StoredItem> inForce = new LinkedHashMap<>();
        Map<String, Integer> newest = new LinkedHashMap<>();
        for (ItemVersions.StoredItem each : published) {
            newest.merge(each.code(), each.version(), Math::max);
            if (each.isInForce(from)) {
                inForce.put(each.code(), each);
            }
        }
        List<String> added = new ArrayList<>();
        for (JsonNode content : whole.items()) {
            String code = content.get("code").asString();
            ItemVersions.StoredItem earlier = inForce.remove(code);
            if (earlier != null && sameTerms && earlier.content().equals(content)) {
                continue;
            }
            if (earlier != null) {
                versions.close(earlier, from.minusDays(1));
            }
            int version = newest.getOrDefault(code, 0) + 1;
            versions.insert(new ItemVersions.StoredItem(code, version, catalogue, content, from, null));
            added.add(code);
            audit.record(
                    "item-" + code,
                    "VERSION_PUBLISHED",
                    earlier == null ? null : Map.of("version", earlier.version(), "inForceTo", from.minusDays(1)),
                    Map.of("draft", draft.id(), "version", version, "inForceFrom", from));
        }
        for (ItemVersions.StoredItem gone : inForce.values()) {
            versions.close(gone, from.minusDays(1));
            audit.record(
                    "item-" + gone.code(),
                    "ITEM_CLOSED",
                    Map.of("version", gone.version()),
                    Map.of("draft", draft.id(), "inForceTo", from.minusDays(1)));
        }
        audit.record("catalogue", "PACKAGE_PUBLISHED", null, Map.of("draft", draft.id(), "items", added));
        return catalogue;
    }
}
