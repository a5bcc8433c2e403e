package org.fourplusone.fund.filing;

import org.fourplusone.starter.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Frozen JSON with its bilingual texts in the language of the request. */
public final class SpokenJson {
    private SpokenJson() {}

    public static JsonNode of(JsonNode stored) {
        Language language = Language.current();
        return language == Language.BOTH ? stored : in(stored, language);
    }

    private static JsonNode in(JsonNode node, Language language) {
        if (node instanceof ObjectNode object) {
            if (object.size() == 2 && object.has("zh") && object.has("en")) {
                return StringNode.valueOf(
                        object.path(language == Language.EN ? "en" : "zh").asString(""));
            }
            ObjectNode spoken = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> spoken.set(member.getKey(), in(member.getValue(), language)));
            return spoken;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode spoken = JsonNodeFactory.instance.arrayNode();
            array.forEach(member -> spoken.add(in(member, language)));
            return spoken;
        }
        return node;
    }
}
