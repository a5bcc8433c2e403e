package org.fourplusone.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fact dictionary as industry-service publishes it: which facts exist, of what type, unit and range. */
public final class Dictionary {

    private final List<FactDefinition> facts;
    private final FactDefinition[] ordered;
    private final Map<Subject, List<FactDefinition>> bySubject;
    private final Map<String, FactDefinition> byKey = new LinkedHashMap<>();

    private Dictionary(List<FactDefinition> facts) {
        this.facts = List.copyOf(facts);
        this.ordered = facts.toArray(FactDefinition[]::new);
        this.bySubject = facts.stream().collect(Collectors.groupingBy(FactDefinition::subject));
        facts.forEach(fact -> byKey.put(fact.key(), fact));
    }

    /**
     * Reads {@code {"facts":[{key, subject, type, unit?, period, min?, max?, values?, pattern?, name}]}} with both
     * languages in each name.
     *
     * @throws IllegalArgumentException if an entry is incomplete or a key appears twice
     */
    public static Dictionary read(JsonNode json) {
        List<FactDefinition> facts = new ArrayList<>();
        for (JsonNode entry : json.path("facts")) {
            try {
                facts.add(definition(facts.size(), entry));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "/facts/" + facts.size() + ": " + entry.path("key") + " " + e.getMessage(), e);
            }
        }
        Dictionary dictionary = new Dictionary(facts);
        if (facts.isEmpty() || dictionary.byKey.size() != facts.size()) {
            throw new IllegalArgumentException("a fact dictionary without facts, or with a key twice");
        }
        return dictionary;
    }

    /** The facts of one kind of rows. */
    public List<FactDefinition> of(Subject subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    private static FactDefinition definition(int index, JsonNode entry) {
        Map<String, Text> values = new LinkedHashMap<>();
        entry.path("values").forEach(value -> values.put(value.get("code").asString(), text(value.get("name"))));
        return new FactDefinition(
                index,
                entry.get("key").asString(),
                Subject.valueOf(entry.get("subject").asString()),
                FactType.valueOf(entry.get("type").asString()),
                entry.hasNonNull("unit") ? entry.get("unit").asString() : null,
                "ANNUAL".equals(entry.path("period").asString("")),
                decimal(entry.get("min")),
                decimal(entry.get("max")),
                values,
                entry.hasNonNull("pattern")
                        ? Pattern.compile(entry.get("pattern").asString())
                        : null,
                entry.path("derived").asBoolean(false),
                text(entry.get("name")));
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : new BigDecimal(node.asString());
    }

    static Text text(JsonNode node) {
        return new Text(node.get("zh").asString(), node.get("en").asString());
    }

    public Optional<FactDefinition> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** @throws IllegalArgumentException if there is no such fact */
    public FactDefinition require(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("unknown fact " + key));
    }

    public Collection<FactDefinition> facts() {
        return facts;
    }

    /** The facts by their position; the caller must not change the array. */
    public FactDefinition[] inOrder() {
        return ordered;
    }

    public int size() {
        return facts.size();
    }
}
