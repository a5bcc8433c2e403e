package org.fourplusone.industry.project;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lays a JSON merge patch (RFC 7396) over a project as it stands. */
@Component
class ProjectPatch {

    private final JsonMapper json;
    private final Validator validator;

    ProjectPatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws Problem 400 naming what cannot be used */
    ProjectEntry of(ProjectFile old, JsonNode patch) {
        if (!patch.isObject()) {
            throw Problem.invalid(new FieldProblem("", "WRONG_TYPE"));
        }
        ObjectNode merged = json.valueToTree(ProjectEntry.of(old));
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            merged.set(member.getKey(), member.getValue());
        }
        // What follows from the months is worked out anew, unless it is said.
        if (patch.has("milestones")) {
            merged.remove("yearDone");
            merged.remove("doneThrough");
        }
        ProjectEntry entry;
        try {
            entry = json.treeToValue(merged, ProjectEntry.class);
        } catch (JacksonException unreadable) {
            String code = unreadable instanceof UnrecognizedPropertyException ? "UNKNOWN_FIELD" : "WRONG_TYPE";
            throw Problem.invalid(new FieldProblem(path(unreadable), code));
        }
        Set<ConstraintViolation<ProjectEntry>> violations = validator.validate(entry);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return entry;
    }

    private static String path(JacksonException unreadable) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
