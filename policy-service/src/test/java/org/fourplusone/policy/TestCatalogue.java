package org.fourplusone.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourplusone.policy.rule.Dictionary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The real dictionary and catalogue, for tests without a running service. */
public final class TestCatalogue {

    public static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DICTIONARY = Path.of("../industry-service/src/main/resources/reference/dictionary.json");

    private TestCatalogue() {}

    public static String dictionaryText() {
        try {
            return Files.readString(DICTIONARY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Dictionary dictionary() {
        return Dictionary.read(JSON.readTree(dictionaryText()));
    }

    /** {@code articles}, {@code terms} or {@code items}. */
    public static JsonNode file(String name) {
        return JSON.readTree(TestCatalogue.class.getResourceAsStream("/catalogue/" + name + ".json"));
    }

    /** One item, to be changed at will. */
    public static ObjectNode item(String code) {
        for (JsonNode node : file("items")) {
            if (node.get("code").asString().equals(code)) {
                return (ObjectNode) node.deepCopy();
            }
        }
        throw new AssertionError(code);
    }
}
