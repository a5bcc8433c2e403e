package org.fourplusone.policy.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fourplusone.policy.draft.DraftTrials;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a question and refuses it with everything that stands against it, each fault at its position. */
@Component
class PlanReader {

    private static final int MOST_CHANGES = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private final Items items;
    private final DraftTrials drafts;
    private final Clock clock;

    PlanReader(Items items, DraftTrials drafts, Clock clock) {
        this.items = items;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @throws Problem 400 {@code INVALID} with positions such as {@code items/0/rule/all/2/value} */
    Plan read(Question question) {
        LocalDate asOf = question.asOf() == null ? LocalDate.now(clock) : question.asOf();
        if (asOf.isBefore(FIRST_DAY) || asOf.isAfter(LAST_DAY)) {
            throw Problem.invalid(new FieldProblem("asOf", "RANGE", FIRST_DAY.toString(), LAST_DAY.toString()));
        }
        Reading reading = new Reading(items.inForce(asOf), asOf);
        List<@Nullable String> drafts = orNone(question.drafts());
        List<@Nullable JsonNode> inline = orNone(question.items());
        List<@Nullable String> closed = orNone(question.close());
        int changes = drafts.size() + inline.size() + closed.size();
        if (changes == 0) {
            throw Problem.invalid(new FieldProblem("items", "NOTHING_CHANGED"));
        }
        if (changes > MOST_CHANGES) {
            throw Problem.invalid(new FieldProblem("items", "TOO_MANY_CHANGES", MOST_CHANGES));
        }
        for (int i = 0; i < drafts.size(); i++) {
            reading.draft(drafts.get(i), "drafts/" + i);
        }
        for (int i = 0; i < inline.size(); i++) {
            reading.content(inline.get(i), "items/" + i);
        }
        for (int i = 0; i < closed.size(); i++) {
            reading.closed(closed.get(i), "close/" + i);
        }
        Map<ProgrammeLine, Money> free = reading.free(question.free());
        if (!reading.problems.isEmpty()) {
            throw Problem.invalid(reading.problems);
        }
        if (reading.changes.isEmpty()) {
            throw Problem.invalid(new FieldProblem("drafts", "NOTHING_CHANGED"));
        }
        return new Plan(
                asOf,
                question.basis() == null ? Simulation.Basis.DECLARED : question.basis(),
                reading.inForce,
                List.copyOf(reading.changes.values()),
                items.yearCap(asOf),
                reading.yearCap,
                free);
    }

    private static <T extends @Nullable Object> List<T> orNone(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : list;
    }

    private final class Reading {

        private final List<Item> inForce;
        private final Map<String, Item> byCode = new HashMap<>();
        private final LocalDate asOf;
        private final Map<String, Change> changes = new TreeMap<>();
        private final List<FieldProblem> problems = new ArrayList<>();
        private Money yearCap;

        Reading(List<Item> inForce, LocalDate asOf) {
            this.inForce = inForce;
            this.asOf = asOf;
            this.yearCap = items.yearCap(asOf);
            inForce.forEach(item -> byCode.put(item.code(), item));
        }

        void draft(@Nullable String id, String at) {
            try {
                DraftTrials.Trial trial =
                        id == null ? null : drafts.find(id, asOf, at).orElse(null);
                if (trial == null) {
                    problems.add(new FieldProblem(at, "UNKNOWN_DRAFT", String.valueOf(id)));
                    return;
                }
                yearCap = trial.yearCap() == null ? yearCap : trial.yearCap();
                for (DraftTrials.Tried each : trial.tried()) {
                    String code = each.item().code();
                    put(new Change(code, id, each.content(), byCode.get(code), each.item()), at);
                }
                trial.closed().stream()
                        .map(byCode::get)
                        .filter(Objects::nonNull)
                        .forEach(item -> put(new Change(item.code(), id, null, item, null), at));
            } catch (Problem problem) {
                take(problem);
            }
        }

        /** Collects what is wrong with the question; anything else ends the reading. */
        private void take(Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            problems.addAll(problem.fields());
        }

        void content(@Nullable JsonNode content, String at) {
            if (content == null) {
                problems.add(new FieldProblem(at, "WRONG_TYPE"));
                return;
            }
            try {
                Item after = items.read(content, at);
                put(new Change(after.code(), null, content, byCode.get(after.code()), after), at);
            } catch (Problem problem) {
                take(problem);
            }
        }

        void closed(@Nullable String code, String at) {
            Item before = code == null ? null : byCode.get(code);
            if (before == null) {
                problems.add(new FieldProblem(at, "NOT_IN_FORCE", String.valueOf(code), asOf.toString()));
                return;
            }
            put(new Change(before.code(), null, null, before, null), at);
        }

        private void put(Change change, String at) {
            if (changes.putIfAbsent(change.code(), change) != null) {
                problems.add(new FieldProblem(at, "CODE_TWICE", change.code()));
            }
        }

        Map<ProgrammeLine, Money> free(@Nullable Map<String, @Nullable String> given) {
            Map<ProgrammeLine, Money> free = new EnumMap<>(ProgrammeLine.class);
            if (given == null) {
                return free;
            }
            given.forEach((line, amount) -> {
                try {
                    Money money = Money.parse(String.valueOf(amount));
                    free.put(ProgrammeLine.valueOf(line), money);
                    if (money.isNegative()) {
                        problems.add(new FieldProblem("free/" + line, "FREE_AMOUNT", line));
                    }
                } catch (IllegalArgumentException e) {
                    problems.add(new FieldProblem("free/" + line, "FREE_AMOUNT", line));
                }
            });
            return free;
        }
    }
}
