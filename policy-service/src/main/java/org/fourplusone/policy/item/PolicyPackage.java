package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole policy as one file: {@code {"articles":{…}, "terms":{…}, "items":[…]}}.
 *
 * @param articles {@code {illustrative, articles:[{no, title, items}]}}
 * @param terms the common conditions, documents, departments, claim lines, sources and the yearly cap
 * @param items each as the item schema says
 */
public record PolicyPackage(JsonNode articles, JsonNode terms, List<JsonNode> items) {

    /** From JSON of the right shape. */
    static PolicyPackage of(JsonNode json) {
        List<JsonNode> items = new ArrayList<>();
        json.get("items").forEach(items::add);
        return new PolicyPackage(json.get("articles"), json.get("terms"), List.copyOf(items));
    }

    /** What holds on a day; the articles list exactly the items that are in it. */
    public static PolicyPackage of(Catalogue catalogue, List<Article> articles, List<ItemVersions.StoredItem> inForce) {
        ObjectNode listed = (ObjectNode) catalogue.articlesData().deepCopy();
        ArrayNode all = listed.withArray("articles");
        for (int i = 0; i < all.size(); i++) {
            ArrayNode codes = JsonNodeFactory.instance.arrayNode();
            articles.get(i).items().forEach(codes::add);
            ((ObjectNode) all.get(i)).set("items", codes);
        }
        return new PolicyPackage(
                listed,
                catalogue.termsData(),
                inForce.stream().map(ItemVersions.StoredItem::content).toList());
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("articles", articles);
        json.set("terms", terms);
        ArrayNode list = json.putArray("items");
        items.forEach(list::add);
        return json;
    }

    public Catalogue catalogue() {
        return new Catalogue(0, LocalDate.MIN, Article.read(articles), new Terms(terms), articles, terms);
    }
}
