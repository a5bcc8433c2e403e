package org.fourplusone.industry.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fourplusone.industry.spreadsheet.CellText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A fact's value as people write it into a cell, brought into the form in which it comes over HTTP. */
final class FactText {

    private static final Set<String> YES = Set.of("true", "是", "有", "yes", "y");
    private static final Set<String> NO = Set.of("false", "否", "无", "no", "n");
    private static final Set<String> NOTHING = Set.of("[]", "无", "none");

    private FactText() {}

    /** What does not fit the type stays a text, so that the same check refuses it as over HTTP. */
    static JsonNode node(FactDefinition fact, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String narrow = CellText.narrow(text);
        return switch (fact.type()) {
            case MONEY, INTEGER, DECIMAL, RATIO, YEAR -> {
                String number = CellText.number(text);
                yield json.stringNode(number == null ? narrow : number);
            }
            case BOOLEAN -> {
                String word = narrow.toLowerCase(Locale.ROOT);
                yield YES.contains(word)
                        ? json.booleanNode(true)
                        : NO.contains(word) ? json.booleanNode(false) : json.stringNode(text);
            }
            case ENUM -> json.stringNode(code(fact, text));
            case SET -> {
                var codes = json.arrayNode();
                if (!NOTHING.contains(narrow.toLowerCase(Locale.ROOT))) {
                    Arrays.stream(text.split("[+＋;；、,，]"))
                            .map(CellText::strip)
                            .filter(part -> !part.isEmpty())
                            .forEach(part -> codes.add(code(fact, part)));
                }
                yield codes;
            }
            case CODE -> json.stringNode(narrow);
            case TEXT -> json.stringNode(text);
        };
    }

    /** The code that is meant by a code or by a name in either language. */
    private static String code(FactDefinition fact, String text) {
        List<FactDefinition.Value> values = fact.values();
        if (values != null) {
            for (FactDefinition.Value value : values) {
                if (value.code().equalsIgnoreCase(CellText.narrow(text))
                        || value.name().zh().equals(text)
                        || value.name().en().equalsIgnoreCase(text)) {
                    return value.code();
                }
            }
        }
        return text;
    }
}
