package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule from JSON and checks it against the dictionary: unknown facts, comparisons that do not fit the type,
 * values out of range or not listed; then what {@link RuleCheck} finds. Every fault found is reported with its position
 * (RFC 6901).
 */
public final class RuleReader {

    private static final String POLICY_YEAR = "$POLICY_YEAR";
    private static final int DEEPEST = 8;
    private static final int MOST_COMPARISONS = 200;

    private final Dictionary dictionary;
    private final RuleFaults faults;

    public RuleReader(Dictionary dictionary, RuleFaults faults) {
        this.dictionary = dictionary;
        this.faults = faults;
    }

    /**
     * Reads {@code {"all":[…]} | {"any":[…]} | {"not":{…}} | {clause, fact, op, value, planned?}}.
     *
     * @param at the position of the node
     * @param common whether these are the conditions that all items share
     * @return the condition, or null if it could not be read (the faults say why)
     */
    public @Nullable Condition read(JsonNode node, String at, boolean common) {
        int before = faults.all().size();
        Condition condition = read(node, at, common, 0);
        if (condition != null && condition.leaves().size() > MOST_COMPARISONS) {
            faults.add(at, "RULE_LONG", MOST_COMPARISONS);
        } else if (condition != null && faults.all().size() == before) {
            RuleCheck.together(List.of(new RuleCheck.Placed(condition, at)), faults);
        }
        return condition;
    }

    private @Nullable Condition read(JsonNode node, String at, boolean common, int depth) {
        if (!node.isObject() || depth > DEEPEST) {
            faults.add(at, "RULE_SHAPE");
            return null;
        }
        if (node.has("all") || node.has("any")) {
            String word = node.has("all") ? "all" : "any";
            List<Condition> parts = new ArrayList<>();
            JsonNode list = node.get(word);
            if (!list.isArray() || list.isEmpty() || node.size() != 1) {
                faults.add(at, "RULE_SHAPE");
                return null;
            }
            for (int i = 0; i < list.size(); i++) {
                Condition part = read(list.get(i), at + "/" + word + "/" + i, common, depth + 1);
                if (part != null) {
                    parts.add(part);
                }
            }
            return word.equals("all") ? new Condition.All(List.copyOf(parts)) : new Condition.Any(List.copyOf(parts));
        }
        if (node.has("not")) {
            Condition of = read(node.get("not"), at + "/not", common, depth + 1);
            return of == null ? null : new Condition.Not(of);
        }
        return comparison(node, at, common);
    }

    private @Nullable Condition comparison(JsonNode node, String at, boolean common) {
        for (String name : node.propertyNames()) {
            if (!Set.of("clause", "fact", "op", "value", "planned").contains(name)) {
                faults.add(at + "/" + name, "UNKNOWN_FIELD");
            }
        }
        FactDefinition fact = fact(node.get("fact"), at + "/fact");
        Optional<Op> op = Op.of(node.path("op").asString(""));
        if (op.isEmpty()) {
            faults.add(at + "/op", "RULE_OP");
        }
        Text clause = clause(node.get("clause"), at + "/clause");
        FactDefinition planned = node.has("planned") ? fact(node.get("planned"), at + "/planned") : null;
        if (fact == null || op.isEmpty() || clause == null) {
            return null;
        }
        if (!op.get().fits(fact.type())) {
            faults.add(at + "/op", "RULE_OP_TYPE", op.get().word(), fact.type().name());
            return null;
        }
        if (planned != null && (planned.type() != fact.type() || planned.subject() != fact.subject())) {
            faults.add(at + "/planned", "RULE_OTHER_TYPE", planned.type().name());
        }
        Operand operand = operand(node.get("value"), fact, op.get(), at + "/value");
        return operand == null ? null : new Comparison(clause, common, fact, op.get(), operand, planned);
    }

    private @Nullable Operand operand(@Nullable JsonNode value, FactDefinition fact, Op op, String at) {
        if (value == null || value.isNull()) {
            faults.add(at, "REQUIRED");
            return null;
        }
        if (op == Op.EXISTS) {
            if (!value.isBoolean()) {
                faults.add(at, "FACT_TYPE", FactType.BOOLEAN.name());
                return null;
            }
            return new Operand.Literal(new FactValue.Flag(value.asBoolean()));
        }
        if (op.isList()) {
            if (!value.isArray() || value.isEmpty()) {
                faults.add(at, "RULE_LIST");
                return null;
            }
            List<FactValue> values = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                FactValue each = literal(value.get(i), fact, at + "/" + i);
                if (each != null) {
                    values.add(
                            each instanceof FactValue.Codes one
                                    ? new FactValue.Code(one.values().get(0))
                                    : each);
                }
            }
            return new Operand.Listed(List.copyOf(values));
        }
        if (value.isString() && value.asString().startsWith("$")) {
            return reference(value.asString(), fact, at);
        }
        FactValue literal = literal(value, fact, at);
        return literal == null ? null : new Operand.Literal(literal);
    }

    private @Nullable Operand reference(String reference, FactDefinition fact, String at) {
        if (reference.equals(POLICY_YEAR)) {
            if (fact.type() != FactType.YEAR) {
                faults.add(at, "FACT_TYPE", FactType.YEAR.name());
                return null;
            }
            return new Operand.PolicyYear();
        }
        FactDefinition other = dictionary.find(reference.substring(1)).orElse(null);
        if (other == null) {
            faults.add(at, "UNKNOWN_FACT", reference.substring(1));
            return null;
        }
        boolean sameUnit = java.util.Objects.equals(other.unit(), fact.unit());
        if (other.type() != fact.type() || !sameUnit || other.type() == FactType.SET) {
            faults.add(at, "RULE_OTHER_TYPE", other.type().name());
            return null;
        }
        return new Operand.Other(other);
    }

    private @Nullable FactValue literal(JsonNode node, FactDefinition fact, String at) {
        try {
            Object given = plain(node);
            return fact.read(fact.type() == FactType.SET && given instanceof String one ? List.of(one) : given);
        } catch (BadFactValue e) {
            faults.add(at, e.code(), e.arguments().toArray());
            return null;
        }
    }

    /** A JSON value as plain Java: Boolean, BigDecimal, String, list or null. */
    public static @Nullable Object plain(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isString()) {
            return node.asString();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> {
                Object plain = plain(each);
                list.add(plain == null ? "" : plain);
            });
            return list;
        }
        return null;
    }

    /** The fact that a node names, or null with a fault. */
    public @Nullable FactDefinition fact(@Nullable JsonNode node, String at) {
        if (node == null || !node.isString()) {
            faults.add(at, "REQUIRED");
            return null;
        }
        FactDefinition fact = dictionary.find(node.asString()).orElse(null);
        if (fact == null) {
            faults.add(at, "UNKNOWN_FACT", node.asString());
        }
        return fact;
    }

    /** A text in both languages, or null with a fault. */
    public @Nullable Text clause(@Nullable JsonNode node, String at) {
        if (node == null
                || node.path("zh").asString("").isBlank()
                || node.path("en").asString("").isBlank()) {
            faults.add(at, "BOTH_LANGUAGES");
            return null;
        }
        return Dictionary.text(node);
    }
}
