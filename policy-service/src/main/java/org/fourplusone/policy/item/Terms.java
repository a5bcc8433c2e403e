package org.fourplusone.policy.item;

import java.util.HashMap;
import java.util.Map;
import org.fourplusone.policy.item.Item.Source;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import tools.jackson.databind.JsonNode;

/** What all items share: the common conditions, documents, departments, claim lines, sources, and the yearly cap. */
public final class Terms {

    record NamedDocument(Text name, boolean system) {}

    private final JsonNode common;
    private final Map<String, NamedDocument> documents = new HashMap<>();
    private final Map<String, Text> departments = new HashMap<>();
    private final Map<String, Text> claimLines = new HashMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Money yearCap;

    public Terms(JsonNode json) {
        this.common = json.path("common");
        json.path("documents")
                .forEach(each -> documents.put(
                        each.get("code").asString(),
                        new NamedDocument(
                                text(each.get("name")), each.path("system").asBoolean(false))));
        json.path("departments")
                .forEach(each -> departments.put(each.get("code").asString(), text(each.get("name"))));
        json.path("claimLines").forEach(each -> claimLines.put(each.get("kind").asString(), text(each.get("name"))));
        json.path("sources")
                .forEach(each -> sources.put(
                        each.get("key").asString(),
                        new Source(
                                each.get("key").asString(),
                                text(each.get("text")),
                                each.get("ref").asString(),
                                each.path("confirmed").asBoolean(false))));
        this.yearCap = Money.parse(json.get("yearCapPerEnterprise").asString());
    }

    public static Text text(JsonNode node) {
        return new Text(node.get("zh").asString(), node.get("en").asString());
    }

    JsonNode common() {
        return common;
    }

    Map<String, NamedDocument> documents() {
        return documents;
    }

    Map<String, Text> departments() {
        return departments;
    }

    Map<String, Text> claimLines() {
        return claimLines;
    }

    Map<String, Source> sources() {
        return sources;
    }

    public Money yearCap() {
        return yearCap;
    }
}
