package org.fourplusone.policy.item;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The published items, read once the fact dictionary is known, and again when any instance of the service has published:
 * every second the stored stamp is compared with the one that was read.
 */
@Component
public class Items {

    private static final Logger LOG = LoggerFactory.getLogger(Items.class);

    private final ItemVersions versions;
    private final Clock clock;
    private volatile @Nullable Loaded loaded;
    private volatile String trouble = "";

    public Items(ItemVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    private record Loaded(
            long generation, long stamp, Dictionary dictionary, List<Catalogue> catalogues, List<Item> items) {}

    /**
     * Reads all published versions with this dictionary; called before anything else here is asked.
     *
     * @throws IllegalArgumentException if an item does not fit the dictionary
     */
    public synchronized void load(Dictionary dictionary) {
        versions.loadFirst();
        // In this order, so that a publication in between is at worst read twice and never missed.
        long stamp = versions.stamp();
        List<ItemVersions.StoredItem> stored = versions.published();
        List<Catalogue> catalogues = versions.catalogues();
        List<Item> items = new ArrayList<>();
        for (ItemVersions.StoredItem each : stored) {
            Catalogue of = catalogues.stream()
                    .filter(catalogue -> catalogue.version() == each.catalogue())
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("item " + each.code() + " names an unknown catalogue"));
            items.add(new ItemReader(dictionary, of.terms())
                    .read(each.content(), each.version(), each.from(), each.to()));
        }
        Loaded before = loaded;
        loaded = new Loaded(
                before == null ? 1 : before.generation + 1,
                stamp,
                dictionary,
                List.copyOf(catalogues),
                List.copyOf(items));
    }

    /** Reads again if anything was published; what is in memory stays if that fails. */
    @Scheduled(fixedDelay = 1000)
    public void refresh() {
        Loaded current = loaded;
        if (current == null) {
            return;
        }
        try {
            if (versions.stamp() != current.stamp) {
                load(current.dictionary);
                LOG.info("the items were read again, generation {}", generation());
            }
            trouble = "";
        } catch (RuntimeException e) {
            if (!e.toString().equals(trouble)) {
                LOG.warn("the items cannot be read again: {}", e.toString());
            }
            trouble = e.toString();
        }
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
        return read(content, prefix, catalogue(today()));
    }

    /** As {@link #read(JsonNode, String)}, for an item that is the whole request. */
    public Item read(JsonNode content) {
        return read(content, "");
    }

    /** As {@link #read(JsonNode, String)}, with the terms that hold on the day from which it shall be in force. */
    public Item read(JsonNode content, String prefix, Catalogue catalogue) {
        RuleFaults faults = new RuleFaults();
        Item item = new ItemCheck(dictionary(), catalogue).read(content, faults);
        if (item == null || !faults.isEmpty()) {
            throw Faults.problem(prefix, faults);
        }
        return item;
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

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    public Dictionary dictionary() {
        return current().dictionary;
    }

    /** The most that one enterprise gets in a policy year, by the terms of today. */
    public Money yearCap() {
        return yearCap(today());
    }

    /** As {@link #yearCap()}, on another day. */
    public Money yearCap(LocalDate day) {
        return catalogue(day).terms().yearCap();
    }

    /** The articles and terms that hold on a day. */
    public Catalogue catalogue(LocalDate day) {
        return Catalogue.of(current().catalogues, day);
    }

    /** The articles of a day, each with its items in force: first as the article lists them, then newer ones by code. */
    public List<Article> articles(LocalDate day) {
        List<Item> inForce = inForce(day);
        return catalogue(day).articles().stream()
                .map(article -> {
                    List<String> codes = new ArrayList<>(article.items());
                    codes.removeIf(code ->
                            inForce.stream().noneMatch(item -> item.code().equals(code)));
                    inForce.stream()
                            .filter(item -> item.article() == article.no() && !codes.contains(item.code()))
                            .forEach(item -> codes.add(item.code()));
                    return new Article(article.no(), article.title(), article.illustrative(), List.copyOf(codes));
                })
                .toList();
    }

    /** The items in force on a day, one version each, by code. */
    public List<Item> inForce(LocalDate day) {
        return current().items.stream().filter(item -> item.isInForce(day)).toList();
    }

    /** Whether any version of the item is in force on a day. */
    public boolean isInForce(String code, LocalDate day) {
        return inForce(day).stream().anyMatch(item -> item.code().equals(code));
    }

    /** @throws Problem 404 if no version of it is in force on that day */
    public Item require(String code, LocalDate day) {
        return inForce(day).stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The published versions of one item, newest first. */
    public List<Item> versions(String code) {
        return current().items.stream()
                .filter(item -> item.code().equals(code))
                .sorted(Comparator.comparingInt(Item::version).reversed())
                .toList();
    }

    /** @throws Problem 404 if it was never published */
    public Item version(String code, int version) {
        return versions(code).stream()
                .filter(item -> item.version() == version)
                .findFirst()
                .orElseThrow(Problem::notFound);
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
