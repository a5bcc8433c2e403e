package org.fourplusone.policy.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Items as somebody's slip would leave them. */
public final class Mutation {

    private Mutation() {}

    /** Changes one place of the item and tells which. */
    public static String of(JsonNode item, Random random) {
        List<JsonNode> places = new ArrayList<>();
        collect(item, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        JsonNode value = value(random, place);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.isEmpty() || random.nextInt(8) == 0 ? "extra" : names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
                return "without " + name;
            }
            object.set(name, value);
            return name + " = " + value;
        }
        ArrayNode array = (ArrayNode) place;
        switch (random.nextInt(3)) {
            case 0 -> array.add(array.isEmpty() ? value : array.get(random.nextInt(array.size())));
            case 1 -> array.add(value);
            default -> array.removeAll();
        }
        return "list " + array;
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.forEach(each -> collect(each, places));
        }
    }

    private static JsonNode value(Random random, JsonNode near) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(12)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.numberNode(random.nextInt(200) - 20);
            case 3 -> json.stringNode("");
            case 4 -> json.stringNode("02-31");
            case 5 -> json.stringNode("$ent.revenueYear");
            case 6 -> json.arrayNode().add(json.arrayNode());
            case 7 -> json.objectNode();
            case 8 -> json.stringNode("1.00");
            case 9 -> json.arrayNode().add("NEV").add("NEV");
            case 10 -> json.objectNode().set("any", json.arrayNode().add(json.objectNode()));
            default -> near.deepCopy();
        };
    }
}
