package org.fourplusone.policy.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fourplusone.policy.rule.BadFactValue;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one line of industry-service's change feed: the whole document of one enterprise. Values that repeat are kept
 * once. A value that the dictionary does not allow is left out and so unknown.
 */
final class FeedLine {

    private static final int MOST_SHARED = 50_000;

    /** States in which an award counts no longer. */
    private static final Set<String> ENDED = Set.of("RECOVERED", "REVOKED");

    private final Dictionary dictionary;
    private final Map<Seen.Known, Seen.Known> shared = new ConcurrentHashMap<>();
    private final Map<String, String> words = new ConcurrentHashMap<>();

    FeedLine(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    Enterprise read(JsonNode line) {
        String cluster = string(line, "cluster");
        EnterpriseBuilder enterprise = new EnterpriseBuilder(
                        dictionary,
                        line.get("creditCode").asString(),
                        line.path("name").asString(""),
                        cluster == null ? null : word(cluster))
                .sizeClass(word(string(line, "sizeClass")))
                .clusterKnown();
        for (JsonNode fact : line.path("facts")) {
            FactDefinition definition = definition(fact);
            Seen.Known value = definition == null ? null : value(definition, fact);
            if (definition != null && value != null) {
                enterprise.fact(definition, year(fact), value);
            }
        }
        for (JsonNode each : line.path("records")) {
            StoredFacts.Builder facts = new StoredFacts.Builder();
            for (JsonNode fact : each.path("facts")) {
                FactDefinition definition = definition(fact);
                Seen.Known value = definition == null ? null : value(definition, fact);
                if (definition != null && value != null) {
                    facts.add(definition, year(fact), value);
                }
            }
            enterprise.entry(
                    Subject.valueOf(each.get("kind").asString()),
                    each.get("ref").asString(),
                    facts.build());
        }
        line.path("knownEmpty").forEach(kind -> enterprise.known(Subject.valueOf(kind.asString())));
        line.path("awards").forEach(award -> enterprise.award(award(award)));
        return enterprise.build();
    }

    private @Nullable FactDefinition definition(JsonNode fact) {
        FactDefinition definition =
                dictionary.find(fact.path("key").asString("")).orElse(null);
        return definition == null || definition.derived() ? null : definition;
    }

    private Seen.@Nullable Known value(FactDefinition fact, JsonNode node) {
        try {
            FactValue value = fact.read(RuleReader.plain(node.path("value")));
            String source = word(string(node, "source"));
            Seen.Known known = new Seen.Known(
                    value, source == null ? "" : source, node.path("verified").asBoolean(false));
            if (shared.size() > MOST_SHARED) {
                Seen.Known present = shared.get(known);
                return present == null ? known : present;
            }
            Seen.Known present = shared.putIfAbsent(known, known);
            return present == null ? known : present;
        } catch (BadFactValue e) {
            return null;
        }
    }

    private @Nullable String word(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String present = words.putIfAbsent(word, word);
        return present == null ? word : present;
    }

    private static int year(JsonNode fact) {
        String period = string(fact, "period");
        return period != null && period.matches("\\d{4}.*") ? Integer.parseInt(period.substring(0, 4)) : 0;
    }

    private static @Nullable String string(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asString() : null;
    }

    private static AwardEntry award(JsonNode node) {
        List<String> claims = new ArrayList<>();
        node.path("claims").forEach(claim -> claims.add(claim.asString()));
        return new AwardEntry(
                node.path("filing").asString(""),
                node.path("item").asString(""),
                Money.parse(node.path("amount").asString("0")),
                !ENDED.contains(node.path("state").asString("")),
                node.path("year").asInt(0),
                List.copyOf(claims));
    }
}
