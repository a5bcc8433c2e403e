package org.fourplusone.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourplusone.policy.rule.Dictionary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
}
