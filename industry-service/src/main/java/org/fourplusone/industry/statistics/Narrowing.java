package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a published table that are wanted. It leaves rows out and changes none, so that it tells nothing that the
 * whole table does not.
 */
final class Narrowing {

    private final Map<String, Set<String>> wanted = new LinkedHashMap<>();

    private Narrowing() {}

    /** Codes as they are asked for, separated by commas. */
    record Words(
            @Nullable String cluster,
            @Nullable String sizeClass,
            @Nullable String segment,
            @Nullable String industry) {}

    /** @throws Problem 400 naming what the table is not cut by, and codes that there are not */
    static Narrowing of(Combination combination, Words words, GroupNames names) {
        Narrowing narrowing = new Narrowing();
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        asked.put("cluster", words.cluster);
        asked.put("sizeClass", words.sizeClass);
        asked.put("segment", words.segment);
        asked.put("industry", words.industry);
        asked.forEach((name, codes) -> {
            if (codes == null) {
                return;
            }
            Set<String> each = new TreeSet<>(List.of(codes.split(",", -1)));
            if (!combination.cutNames().contains(name)) {
                problems.add(new FieldProblem(name, "NOT_CUT_BY", String.join(", ", combination.cutNames())));
            } else if (!each.stream().allMatch(code -> names.knows(name, code))) {
                problems.add(new FieldProblem(name, "UNKNOWN_GROUP"));
            }
            narrowing.wanted.put(name, each);
        });
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return narrowing;
    }

    Answer of(Answer answer) {
        if (wanted.isEmpty()) {
            return answer;
        }
        StringBuilder link = new StringBuilder(answer.link());
        wanted.forEach(
                (name, codes) -> link.append('&').append(name).append('=').append(String.join(",", codes)));
        return answer.only(answer.rows().stream().filter(this::keeps).toList(), link.toString());
    }

    private boolean keeps(Answer.Row row) {
        return wanted.entrySet().stream().allMatch(entry -> {
            String code =
                    switch (entry.getKey()) {
                        case "cluster" -> row.cluster();
                        case "sizeClass" -> row.sizeClass();
                        case "segment" -> row.segment();
                        default -> row.industry();
                    };
            return code != null && entry.getValue().contains(code);
        });
    }
}
