package org.fourplusone.policy.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.policy.item.Catalogue;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.item.PackageCheck;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Drafts as they would be in force, for trying them before they are published. */
@Component
public class DraftTrials {

    private final Drafts drafts;
    private final Items items;
    private final ItemVersions versions;

    DraftTrials(Drafts drafts, Items items, ItemVersions versions) {
        this.drafts = drafts;
        this.items = items;
        this.versions = versions;
    }

    /** @param content the item as an item file says it */
    public record Tried(Item item, JsonNode content) {}

    /**
     * @param tried the draft's item; of a package all that would get a new version
     * @param closed codes in force that a package does not hold
     * @param yearCap the yearly cap of an enterprise that a package sets; null for an item's draft
     */
    public record Trial(
            List<Tried> tried, Set<String> closed, @Nullable Money yearCap) {}

    /**
     * Reads a draft that is not discarded.
     *
     * @param at where the draft stands in the request, for the positions of faults
     * @throws org.fourplusone.starter.problem.Problem 400 if its content no longer fits the dictionary
     */
    public Optional<Trial> find(String id, LocalDate asOf, String at) {
        return drafts.find(id)
                .filter(draft -> draft.state() != DraftMove.State.DISCARDED)
                .map(draft -> draft.kind() == Draft.Kind.ITEM
                        ? new Trial(
                                List.of(new Tried(items.read(draft.content(), at), draft.content())), Set.of(), null)
                        : ofPackage(draft.content(), asOf));
    }

    private Trial ofPackage(JsonNode content, LocalDate asOf) {
        PolicyPackage whole = new PackageCheck(items.dictionary()).require(content);
        Catalogue catalogue = whole.catalogue();
        boolean sameTerms = items.catalogue(asOf).termsData().equals(whole.terms());
        Map<String, JsonNode> inForce = new HashMap<>();
        versions.published().stream()
                .filter(stored -> stored.isInForce(asOf))
                .forEach(stored -> inForce.put(stored.code(), stored.content()));
        Set<String> closed = new HashSet<>(inForce.keySet());
        List<Tried> tried = new ArrayList<>();
        for (JsonNode each : whole.items()) {
            Item item = items.read(each, "", catalogue);
            closed.remove(item.code());
            if (!sameTerms || !each.equals(inForce.get(item.code()))) {
                tried.add(new Tried(item, each));
            }
        }
        return new Trial(
                List.copyOf(tried), Set.copyOf(closed), catalogue.terms().yearCap());
    }
}
