package org.fourplusone.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.EnterpriseBuilder;
import org.fourplusone.policy.rule.BadFactValue;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of the public self-check:
 * {@code {cluster?, facts?:{key: value}, projects?:[…], honours?:[…], loans?:[…], leases?:[…]}}. A list that is absent
 * is unknown, an empty one known to be none. In a record the keys may leave out their prefix, and {@code ref} names it.
 */
final class SelfCheck {

    private static final Map<String, Subject> LISTS = Map.of(
            "projects", Subject.PROJECT, "honours", Subject.HONOUR, "loans", Subject.LOAN, "leases", Subject.LEASE);
    private static final int MOST_RECORDS = 50;

    private final Dictionary dictionary;
    private final int year;
    private final List<FieldProblem> problems = new ArrayList<>();

    private SelfCheck(Dictionary dictionary, int year) {
        this.dictionary = dictionary;
        this.year = year;
    }

    /** @throws Problem 400 with every field that cannot be used */
    static Enterprise read(JsonNode body, Dictionary dictionary, int year) {
        return new SelfCheck(dictionary, year).read(body);
    }

    private Enterprise read(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.invalid(new FieldProblem("", "WRONG_TYPE"));
        }
        for (String name : body.propertyNames()) {
            if (!LISTS.containsKey(name) && !Set.of("cluster", "facts").contains(name)) {
                problems.add(new FieldProblem(name, "UNKNOWN_FIELD"));
            }
        }
        String cluster = cluster(body.get("cluster"));
        EnterpriseBuilder enterprise = new EnterpriseBuilder(dictionary, "", "", cluster);
        if (cluster != null) {
            enterprise.clusterKnown();
        }
        JsonNode facts = body.get("facts");
        if (facts != null && !facts.isObject()) {
            problems.add(new FieldProblem("facts", "WRONG_TYPE"));
        } else if (facts != null) {
            values(facts, "facts", Subject.ENTERPRISE)
                    .forEach((fact, value) -> enterprise.fact(
                            fact, fact.annual() ? year : 0, new Seen.Known(value, "ENTERPRISE", false)));
        }
        LISTS.forEach((name, subject) -> {
            if (body.has(name)) {
                records(body.get(name), name, subject, enterprise);
            }
        });
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return enterprise.build();
    }

    private @Nullable String cluster(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        FactDefinition fact = dictionary.require("ent.cluster");
        if (!node.isString() || !fact.values().containsKey(node.asString())) {
            problems.add(new FieldProblem(
                    "cluster", "UNKNOWN_VALUE", String.join(", ", fact.values().keySet())));
            return null;
        }
        return node.asString();
    }

    private void records(JsonNode list, String name, Subject subject, EnterpriseBuilder enterprise) {
        if (!list.isArray() || list.size() > MOST_RECORDS) {
            problems.add(new FieldProblem(name, "RECORD_LIST", MOST_RECORDS));
            return;
        }
        enterprise.known(subject);
        for (int i = 0; i < list.size(); i++) {
            String at = name + "[" + i + "]";
            JsonNode each = list.get(i);
            if (!each.isObject()) {
                problems.add(new FieldProblem(at, "WRONG_TYPE"));
                continue;
            }
            String ref = subject.name().charAt(0) + "-" + (i + 1);
            JsonNode given = each.get("ref");
            if (given != null && (!given.isString() || !given.asString().matches("[^\\s]{1,64}"))) {
                problems.add(new FieldProblem(at + ".ref", "WRONG_TYPE"));
            } else if (given != null) {
                ref = given.asString();
            }
            enterprise.entry(subject, ref, year, values(each, at, subject));
        }
    }

    private Map<FactDefinition, FactValue> values(JsonNode facts, String at, Subject subject) {
        Map<FactDefinition, FactValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : facts.properties()) {
            String name = each.getKey();
            if (subject.isRecord() && name.equals("ref") || each.getValue().isNull()) {
                continue;
            }
            String key = subject.isRecord() && !name.contains(".") ? subject.prefix() + "." + name : name;
            FactDefinition fact = dictionary.find(key).orElse(null);
            String field = at + "." + name;
            if (fact == null || fact.subject() != subject || fact.derived()) {
                problems.add(new FieldProblem(field, "UNKNOWN_FACT", name));
                continue;
            }
            try {
                values.put(fact, fact.read(RuleReader.plain(each.getValue())));
            } catch (BadFactValue e) {
                problems.add(new FieldProblem(field, e.code(), e.arguments()));
            }
        }
        return values;
    }
}
