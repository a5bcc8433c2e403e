package org.fourplusone.policy.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.diff.Change;
import org.fourplusone.policy.diff.ItemDiff;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemReader;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.policy.item.Terms;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.starter.text.Text;
import tools.jackson.databind.JsonNode;

/**
 * What a package would change against what is in force.
 *
 * @param items how many the package holds
 * @param articlesChanged whether articles are added, removed, renamed or hold other items
 * @param termsChanged whether shared conditions or names change, so that every item gets a new version
 * @param added items that are not in force now
 * @param changed items with other content, with every difference in words
 * @param removed items in force that the package does not hold: they would be closed
 */
record PackagePreview(
        int items,
        boolean articlesChanged,
        boolean termsChanged,
        List<Entry> added,
        List<Entry> changed,
        List<Entry> removed,
        int unchanged) {

    record Entry(String code, Text title, List<Change> changes) {}

    static PackagePreview of(
            PolicyPackage whole,
            PolicyPackage current,
            List<ItemVersions.StoredItem> inForce,
            Map<String, Item> readInForce,
            Dictionary dictionary,
            int year) {
        Map<String, ItemVersions.StoredItem> now = new LinkedHashMap<>();
        inForce.forEach(each -> now.put(each.code(), each));
        Terms terms = new Terms(whole.terms());
        ItemReader reader = new ItemReader(dictionary, terms);
        List<Entry> added = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        int unchanged = 0;
        for (JsonNode content : whole.items()) {
            Item item = reader.read(content, 0, LocalDate.MIN, null);
            ItemVersions.StoredItem stored = now.remove(item.code());
            Item before = readInForce.get(item.code());
            if (stored == null || before == null) {
                added.add(new Entry(item.code(), item.title(), List.of()));
            } else if (stored.content().equals(content)) {
                unchanged++;
            } else {
                changed.add(new Entry(
                        item.code(),
                        item.title(),
                        ItemDiff.between(
                                new ItemDiff.Side(before, stored.content()),
                                new ItemDiff.Side(item, content),
                                dictionary,
                                year)));
            }
        }
        List<Entry> removed = now.values().stream()
                .map(each -> new Entry(each.code(), Terms.text(each.content().get("title")), List.of()))
                .toList();
        return new PackagePreview(
                whole.items().size(),
                !current.articles().equals(whole.articles()),
                !current.terms().equals(whole.terms()),
                List.copyOf(added),
                List.copyOf(changed),
                removed,
                unchanged);
    }
}
