package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The published items, read once the fact dictionary is known. */
@Component
public class Items {

    private final ItemVersions versions;
    private volatile @Nullable Loaded loaded;

    Items(ItemVersions versions) {
        this.versions = versions;
    }

    private record Loaded(
            long generation,
            Dictionary dictionary,
            List<Article> articles,
            List<Item> items,
            Money yearCap,
            Terms terms) {}

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
        Terms newest = null;
        for (ItemVersions.StoredCatalogue catalogue : versions.catalogues()) {
            Terms read = new Terms(catalogue.terms());
            terms.put(catalogue.version(), read);
            newest = read;
            cap = read.yearCap();
            articles.clear();
            for (JsonNode article : catalogue.articles().path("articles")) {
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
        if (newest == null) {
            throw new IllegalArgumentException("no catalogue is stored");
        }
        Loaded before = loaded;
        loaded = new Loaded(
                before == null ? 1 : before.generation + 1,
                dictionary,
                List.copyOf(articles),
                List.copyOf(items),
                cap,
                newest);
    }

    /** Grows with every reload; what is kept beside it was made from these items. From 1; 0 before the first load. */
    public long generation() {
        Loaded current = loaded;
        return current == null ? 0 : current.generation;
    }

    /**
     * Reads an item that is not published, such as a draft's content or an item to try.
     *
     * @param content the item as the item schema says
     * @param prefix where the content stands in the request, such as {@code /items/0} or {@code /content}
     * @return the item as version 0, in force on every day
     * @throws Problem 400 {@code INVALID} with every fault at {@code prefix} and its JSON pointer in the content
     */
    public Item read(JsonNode content, String prefix) {
        RuleFaults faults = new RuleFaults();
        Item item = new ItemReader(dictionary(), current().terms).read(content, 0, LocalDate.MIN, null, faults);
        if (item == null || !faults.isEmpty()) {
            throw Problem.invalid(faults.all().stream()
                    .map(fault -> new FieldProblem(
                            prefix + fault.at(), fault.code(), fault.arguments().toArray()))
                    .toList());
        }
        return item;
    }

    /** As {@link #read(JsonNode, String)}, for an item that is the whole request. */
    public Item read(JsonNode content) {
        return read(content, "");
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

    /** The codes of all items that were ever published in an exclusive group, sorted. */
    public List<String> inGroup(String group) {
        return current().items.stream()
                .map(Item::code)
                .distinct()
                .filter(code -> group.equals(groupOf(code)))
                .sorted()
                .toList();
    }
}
