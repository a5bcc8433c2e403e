package org.fourplusone.industry.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The facts that the suite knows: names, types, units, values, ranges. Illustrative like the catalogue they serve. */
@Component
class FactDictionary {

    private final Listing listing;
    private final Map<String, FactDefinition> byKey = new LinkedHashMap<>();

    /** The dictionary as it is published. */
    record Listing(List<FactDefinition> facts, boolean illustrative) {}

    FactDictionary(JsonMapper json) {
        try (InputStream in = new ClassPathResource("reference/dictionary.json").getInputStream()) {
            listing = json.readValue(in, Listing.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listing.facts().forEach(fact -> byKey.put(fact.key(), fact));
    }

    Listing listing() {
        return listing;
    }

    @Nullable
    FactDefinition find(String key) {
        return byKey.get(key);
    }
}
