package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The published items, read once the fact dictionary is known. */
@Component
public class Items {

    private final ItemVersions versions;
    private volatile @Nullable Loaded loaded;

    Items(ItemVersions versions) {
        this.versions = versions;
    }

    private record Loaded(Dictionary dictionary, List<Article> articles, List<Item> items, Money yearCap) {}

    /**
     * Reads all published versions with this dictionary; called before anything else here is asked.
     *
     * @throws IllegalArgumentException if an item does not fit the dictionary
     */
    public void load(Dictionary dictionary) {
        versions.loadFirst();
        Map<Integer, Terms> terms = new HashMap<>();
        List<Article> articles = new ArrayList<>();
        Money cap = Money.ZERO;
        for (ItemVersions.StoredCatalogue catalogue : versions.catalogues()) {
            Terms read = new Terms(catalogue.terms());
            terms.put(catalogue.version(), read);
            cap = read.yearCap();
            articles.clear();
            for (tools.jackson.databind.JsonNode article : catalogue.articles().path("articles")) {
                List<String> codes = new ArrayList<>();
                article.path("items").forEach(code -> codes.add(code.asString()));
                articles.add(new Article(
                        article.get("no").asInt(),
                        Terms.text(article.get("title")),
                        catalogue.articles().path("illustrative").asBoolean(false),
                        List.copyOf(codes)));
            }
        }
        List<Item> items = new ArrayList<>();
        for (ItemVersions.StoredItem stored : versions.published()) {
            Terms of = terms.get(stored.catalogue());
            if (of == null) {
                throw new IllegalArgumentException("item " + stored.code() + " names an unknown catalogue");
            }
            items.add(new ItemReader(dictionary, of)
                    .read(stored.content(), stored.version(), stored.from(), stored.to()));
        }
        loaded = new Loaded(dictionary, List.copyOf(articles), List.copyOf(items), cap);
    }

    public boolean isLoaded() {
        return loaded != null;
    }

    private Loaded current() {
        Loaded current = loaded;
        if (current == null) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "CATALOGUE_LOADING");
        }
        return current;
    }

    public Dictionary dictionary() {
        return current().dictionary;
    }

    /** The most that one enterprise gets in a policy year. */
    public Money yearCap() {
        return current().yearCap;
    }

    List<Article> articles() {
        return current().articles;
    }

    /** The items in force on a day, one version each, by code. */
    public List<Item> inForce(LocalDate day) {
        return current().items.stream().filter(item -> item.isInForce(day)).toList();
    }

    /** @throws Problem 404 if no version of it is in force on that day */
    public Item require(String code, LocalDate day) {
        return inForce(day).stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The published versions of one item, newest first. */
    List<Item> versions(String code) {
        return current().items.stream()
                .filter(item -> item.code().equals(code))
                .sorted(Comparator.comparingInt(Item::version).reversed())
                .toList();
    }

    /** The exclusive group of an item, by any version of it; null if it has none or is not known. */
    public @Nullable String groupOf(String code) {
        List<Item> versions = versions(code);
        return versions.isEmpty() ? null : versions.get(0).stacking().group();
    }
}
