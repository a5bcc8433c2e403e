package org.fourplusone.policy.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fourplusone.policy.rule.RuleFaults;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks JSON against the project's own schema files and names every fault with its position (RFC 6901). Knows the words
 * of JSON Schema 2020-12 that those files use; tests compare it with a full validator. Beyond the schema, texts are held
 * to 2,000 characters without control characters, so that they can stand in any file.
 */
final class JsonShape {

    private static final int LONGEST_TEXT = 2000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n]]");

    private final JsonNode schema;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    JsonShape(JsonNode schema) {
        this.schema = schema;
    }

    static JsonShape of(String name) {
        try (InputStream in = new ClassPathResource("schema/" + name + ".schema.json").getInputStream()) {
            return new JsonShape(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(JsonNode node, String at, RuleFaults faults) {
        texts(node, at, faults);
        check(schema, node, at, faults);
    }

    /** A name as one step of a JSON pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static void texts(JsonNode node, String at, RuleFaults faults) {
        if (node.isString()) {
            String text = node.asString();
            if (text.length() > LONGEST_TEXT) {
                faults.add(at, "LENGTH", 1, LONGEST_TEXT);
            } else if (UNPRINTABLE.matcher(text).find()) {
                faults.add(at, "CONTROL_CHARACTER");
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            texts(node.get(i), at + "/" + i, faults);
        }
        if (node.isObject()) {
            node.properties().forEach(each -> texts(each.getValue(), at + step(each.getKey()), faults));
        }
    }

    private JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? schema.at(part.get("$ref").asString().substring(1)) : part;
    }

    private void check(JsonNode unresolved, JsonNode node, String at, RuleFaults faults) {
        JsonNode part = resolved(unresolved);
        if (part.has("type") && !isOfType(node, part.get("type").asString())) {
            faults.add(at, "WRONG_TYPE");
            return;
        }
        if (part.has("const") && !part.get("const").equals(node)) {
            faults.add(at, "UNKNOWN_VALUE", words(List.of(part.get("const"))));
        }
        if (part.has("enum") && !contains(part.get("enum"), node)) {
            List<JsonNode> allowed = new ArrayList<>();
            part.get("enum").forEach(allowed::add);
            faults.add(at, "UNKNOWN_VALUE", words(allowed));
        }
        if (node.isObject()) {
            object(part, node, at, faults);
        } else if (node.isArray()) {
            list(part, node, at, faults);
        } else if (node.isString()) {
            text(part, node.asString(), at, faults);
        } else if (node.isIntegralNumber() && part.has("minimum")) {
            boolean inside = node.decimalValue().compareTo(part.get("minimum").decimalValue()) >= 0
                    && node.decimalValue().compareTo(part.get("maximum").decimalValue()) <= 0;
            if (!inside) {
                faults.add(
                        at,
                        "RANGE",
                        part.get("minimum").asString(),
                        part.get("maximum").asString());
            }
        }
        if (part.has("oneOf")) {
            oneOf(part.get("oneOf"), node, at, faults);
        }
        for (JsonNode each : part.path("allOf")) {
            check(each, node, at, faults);
        }
        if (part.has("if")) {
            JsonNode then = part.path(passes(part.get("if"), node) ? "then" : "else");
            if (!then.isMissingNode()) {
                check(then, node, at, faults);
            }
        }
        if (part.has("not") && passes(part.get("not"), node)) {
            faults.add(at, "WRONG_TYPE");
        }
    }

    private boolean passes(JsonNode part, JsonNode node) {
        RuleFaults faults = new RuleFaults();
        check(part, node, "", faults);
        return faults.isEmpty();
    }

    private static boolean isOfType(JsonNode node, String type) {
        return switch (type) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            case "string" -> node.isString();
            case "boolean" -> node.isBoolean();
            case "integer" -> node.isIntegralNumber();
            default -> throw new IllegalStateException("type " + type);
        };
    }

    private static boolean contains(JsonNode list, JsonNode node) {
        for (JsonNode each : list) {
            if (each.equals(node)) {
                return true;
            }
        }
        return false;
    }

    private static String words(List<JsonNode> allowed) {
        return String.join(
                ", ",
                allowed.stream()
                        .map(each -> each.isString() ? each.asString() : each.toString())
                        .toList());
    }

    private void object(JsonNode part, JsonNode node, String at, RuleFaults faults) {
        for (JsonNode name : part.path("required")) {
            if (!node.has(name.asString())) {
                faults.add(at + step(name.asString()), "REQUIRED");
            }
        }
        JsonNode properties = part.path("properties");
        boolean closed = part.has("additionalProperties");
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String where = at + step(each.getKey());
            if (properties.has(each.getKey())) {
                check(properties.get(each.getKey()), each.getValue(), where, faults);
            } else if (closed) {
                faults.add(where, "UNKNOWN_FIELD");
            }
        }
    }

    private void list(JsonNode part, JsonNode node, String at, RuleFaults faults) {
        if (node.size() < part.path("minItems").asInt(0)) {
            faults.add(at, "RULE_LIST");
        }
        if (part.has("maxItems") && node.size() > part.get("maxItems").asInt()) {
            faults.add(at, "LONG_LIST", part.get("maxItems").asInt());
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            if (part.has("uniqueItems") && !seen.add(node.get(i))) {
                faults.add(at + "/" + i, "TWICE");
            }
            if (part.has("items")) {
                check(part.get("items"), node.get(i), at + "/" + i, faults);
            }
        }
    }

    private void text(JsonNode part, String text, String at, RuleFaults faults) {
        if (text.length() < part.path("minLength").asInt(0)) {
            faults.add(at, "REQUIRED");
        }
        if (part.has("pattern")) {
            String pattern = part.get("pattern").asString();
            Pattern compiled =
                    patterns.computeIfAbsent(pattern, each -> Pattern.compile(each.replaceFirst("\\$$", "\\\\z")));
            if (!compiled.matcher(text).find()) {
                faults.add(at, "FORMAT", part.path("examples").path(0).asString(pattern));
            }
        }
    }

    /** Reports the faults against the one alternative that was meant, not against all. */
    private void oneOf(JsonNode branches, JsonNode node, String at, RuleFaults faults) {
        JsonNode meant = node.isObject() ? meant(branches, node, at, faults) : null;
        if (meant != null) {
            check(meant, node, at, faults);
            return;
        }
        if (node.isObject() && !faults.isEmpty()) {
            return;
        }
        RuleFaults best = null;
        for (JsonNode branch : branches) {
            RuleFaults of = new RuleFaults();
            check(branch, node, at, of);
            if (of.isEmpty()) {
                return;
            }
            boolean wrongType =
                    of.all().get(0).at().equals(at) && of.all().get(0).code().equals("WRONG_TYPE");
            if (best == null || !wrongType) {
                best = of;
            }
        }
        if (best != null) {
            best.all()
                    .forEach(each ->
                            faults.add(each.at(), each.code(), each.arguments().toArray()));
        }
    }

    /** By its {@code type}, or else the alternative most of whose required members are there; the last among equals. */
    private @org.jspecify.annotations.Nullable JsonNode meant(
            JsonNode branches, JsonNode node, String at, RuleFaults faults) {
        List<JsonNode> types = new ArrayList<>();
        JsonNode best = null;
        int most = -1;
        for (JsonNode unresolved : branches) {
            JsonNode branch = resolved(unresolved);
            JsonNode type = branch.at("/properties/type/const");
            if (!type.isMissingNode()) {
                types.add(type);
                if (type.equals(node.get("type"))) {
                    return branch;
                }
            } else if (branch.has("required")) {
                int there = 0;
                for (JsonNode name : branch.get("required")) {
                    there += node.has(name.asString()) ? 1 : 0;
                }
                int share = there * 12 / branch.get("required").size();
                if (share >= most) {
                    most = share;
                    best = branch;
                }
            }
        }
        if (!types.isEmpty()) {
            faults.add(at + "/type", node.has("type") ? "UNKNOWN_VALUE" : "REQUIRED", words(types));
        }
        return best;
    }
}
