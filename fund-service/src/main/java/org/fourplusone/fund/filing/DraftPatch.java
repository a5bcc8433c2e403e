package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the merge patch of a draft; a member that is null empties its field. */
@Component
class DraftPatch {
    /** The members of the patch, for the description of the interface. */
    record Shape(
            List<ClaimLine.Claimed> claimLines,
            Map<String, Object> facts,
            Map<String, String> contact,
            String project) {}

    private static final Set<String> CONTACT = Set.of("name", "phone", "email");
    private static final int MOST_FACTS = 100;

    private final JsonMapper json;

    DraftPatch(JsonMapper json) {
        this.json = json;
    }

    DraftFiling.Changes read(JsonNode patch) {
        if (!patch.isObject()) {
            throw Problem.invalid(new FieldProblem("", "WRONG_TYPE"));
        }
        List<ClaimLine.Claimed> lines = null;
        Map<String, JsonNode> facts = null;
        JsonNode contact = null;
        String project = null;
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "claimLines" -> lines = lines(value);
                case "facts" -> facts = facts(value);
                case "contact" -> contact = contact(value);
                case "project" -> project = project(value);
                default -> throw Problem.invalid(new FieldProblem(member.getKey(), "UNKNOWN_FIELD"));
            }
        }
        return new DraftFiling.Changes(lines, facts, contact, project);
    }

    private List<ClaimLine.Claimed> lines(JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw Problem.invalid(new FieldProblem("claimLines", "WRONG_TYPE"));
        }
        List<ClaimLine.Claimed> lines = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            try {
                lines.add(json.treeToValue(value.get(i), ClaimLine.Claimed.class));
            } catch (JacksonException unreadable) {
                throw Problem.invalid(new FieldProblem("claimLines[" + i + "]", "WRONG_TYPE"));
            }
        }
        return lines;
    }

    private static Map<String, JsonNode> facts(JsonNode value) {
        if (value.isNull()) {
            return Map.of();
        }
        if (!value.isObject() || value.size() > MOST_FACTS) {
            throw Problem.invalid(new FieldProblem("facts", "WRONG_TYPE"));
        }
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        value.properties().forEach(fact -> {
            boolean usable = fact.getValue().isValueNode() || fact.getValue().isArray();
            if (!usable
                    || fact.getValue().isNull()
                    || fact.getValue().toString().length() > 2000) {
                throw Problem.invalid(new FieldProblem("facts." + fact.getKey(), "WRONG_TYPE"));
            }
            facts.put(fact.getKey(), fact.getValue());
        });
        return facts;
    }

    private static JsonNode contact(JsonNode value) {
        if (value.isNull() || (value.isString() && value.asString().length() <= 300)) {
            return value;
        }
        if (!value.isObject()) {
            throw Problem.invalid(new FieldProblem("contact", "WRONG_TYPE"));
        }
        value.properties().forEach(member -> {
            JsonNode text = member.getValue();
            if (!CONTACT.contains(member.getKey())) {
                throw Problem.invalid(new FieldProblem("contact." + member.getKey(), "UNKNOWN_FIELD"));
            }
            if (!text.isString() || text.asString().length() > 100) {
                throw Problem.invalid(new FieldProblem("contact." + member.getKey(), "LENGTH", 0, 100));
            }
        });
        return value;
    }

    private static @Nullable String project(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > 64) {
            throw Problem.invalid(new FieldProblem("project", "LENGTH", 1, 64));
        }
        return value.asString();
    }
}
