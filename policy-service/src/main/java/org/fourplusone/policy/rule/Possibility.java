package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.Relation.Kind;
import org.fourplusone.policy.rule.Relation.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Whether there are facts with which conditions hold together. Alternatives are tried one after another, each with the
 * values that are left of every fact. Exact up to {@link #MOST_STEPS} in all and up to codes of several facts that must
 * differ from one another; beyond that the answer is "possible", so what is called impossible always is.
 */
final class Possibility {

    private static final int MOST_STEPS = 100_000;

    private final Values values = new Values();
    private int steps;
    private boolean allKnown;
    private Set<FactDefinition> perhapsAbsent = Set.of();

    /** Whether any facts, some perhaps unknown or known not to exist, make all of these true at once. */
    boolean allTrue(List<Condition> conditions) {
        allKnown = false;
        return from(conditions.stream().map(each -> new Wanted(each, true)).toList(), List.of(), new State());
    }

    /**
     * Whether any facts make this false although all of them are known; only a fact that the condition itself asks to
     * exist may be missing.
     */
    boolean knownFalse(Condition condition) {
        allKnown = true;
        perhapsAbsent = condition.leaves().stream()
                .filter(leaf -> leaf.op() == Op.EXISTS)
                .map(Comparison::fact)
                .collect(Collectors.toSet());
        return from(List.of(new Wanted(condition, false)), List.of(), new State());
    }

    /** One way on: conditions that must come out as wanted, or values that are left. */
    private sealed interface Step {}

    private record Wanted(Condition condition, boolean holds) implements Step {}

    /**
     * @param reads facts that must be known or known not to exist
     * @param unknown a fact that must be unknown, so that the planned one is read
     */
    private record Choice(
            Map<Variable, Spans> left,
            @Nullable Relation relation,
            Set<FactDefinition> reads,
            @Nullable FactDefinition unknown)
            implements Step {}

    private static final class State {

        private final Map<Variable, Spans> left;
        private final List<Relation> relations;
        private final Set<FactDefinition> read;
        private final Set<FactDefinition> unknown;

        State() {
            this(Map.of(), List.of(), Set.of(), Set.of());
        }

        private State(
                Map<Variable, Spans> left,
                List<Relation> relations,
                Set<FactDefinition> read,
                Set<FactDefinition> unknown) {
            this.left = new HashMap<>(left);
            this.relations = new ArrayList<>(relations);
            this.read = new HashSet<>(read);
            this.unknown = new HashSet<>(unknown);
        }

        State copy() {
            return new State(left, relations, read, unknown);
        }

        /** False if nothing is left. */
        boolean take(Choice choice) {
            read.addAll(choice.reads);
            if (choice.unknown != null) {
                unknown.add(choice.unknown);
            }
            if (read.stream().anyMatch(unknown::contains)) {
                return false;
            }
            for (Map.Entry<Variable, Spans> each : choice.left.entrySet()) {
                Spans now = left.merge(each.getKey(), each.getValue(), Spans::and);
                if (now.isEmpty()) {
                    return false;
                }
            }
            if (choice.relation != null) {
                relations.add(choice.relation);
            }
            return true;
        }
    }

    private boolean from(List<? extends Step> todo, List<List<? extends Step>> open, State state) {
        if (++steps > MOST_STEPS) {
            return true;
        }
        List<List<? extends Step>> choices = new ArrayList<>(open);
        for (Step each : todo) {
            if (!expand(each, state, choices)) {
                return false;
            }
        }
        if (choices.isEmpty()) {
            return Relation.narrow(new HashMap<>(state.left), state.relations);
        }
        List<? extends Step> first = choices.remove(0);
        for (Step each : first) {
            if (from(List.of(each), choices, state.copy())) {
                return true;
            }
        }
        return false;
    }

    /** Takes what there is no choice about, and puts aside what there is. */
    private boolean expand(Step step, State state, List<List<? extends Step>> choices) {
        if (step instanceof Choice choice) {
            return state.take(choice);
        }
        Condition condition = ((Wanted) step).condition;
        boolean holds = ((Wanted) step).holds;
        if (condition instanceof Condition.Not not) {
            return expand(new Wanted(not.of(), !holds), state, choices);
        }
        if (condition instanceof Comparison leaf) {
            List<Choice> ways = ways(leaf, holds);
            if (ways.size() == 1) {
                return state.take(ways.get(0));
            }
            choices.add(ways);
            return !ways.isEmpty();
        }
        boolean isAll = condition instanceof Condition.All;
        List<Condition> parts = isAll ? ((Condition.All) condition).of() : ((Condition.Any) condition).of();
        List<Wanted> wanted =
                parts.stream().map(each -> new Wanted(each, holds)).toList();
        if (isAll == holds) {
            for (Wanted each : wanted) {
                if (!expand(each, state, choices)) {
                    return false;
                }
            }
            return true;
        }
        choices.add(wanted);
        return !wanted.isEmpty();
    }

    private List<Choice> ways(Comparison leaf, boolean holds) {
        List<Choice> ways = new ArrayList<>(ways(leaf, leaf.fact(), null, holds));
        if (leaf.planned() != null && !allKnown) {
            ways.addAll(ways(leaf, leaf.planned(), leaf.fact(), holds));
        }
        return ways;
    }

    /** The ways in which a comparison comes out as wanted while it reads this fact. */
    private List<Choice> ways(Comparison leaf, FactDefinition fact, @Nullable FactDefinition unknown, boolean holds) {
        Ways ways = new Ways(fact, unknown);
        boolean isExpected =
                leaf.op() == Op.EXISTS && leaf.operand().equals(new Operand.Literal(new FactValue.Flag(true)));
        if (leaf.op() == Op.EXISTS ? isExpected != holds : !holds) {
            ways.absent();
        }
        if (leaf.op() == Op.EXISTS) {
            if (fact.type() == FactType.SET) {
                ways.codes(fact.values().keySet(), isExpected == holds);
            } else if (isExpected == holds) {
                ways.known(values.known(fact));
            }
        } else if (fact.type() == FactType.SET) {
            List<String> codes = ((Operand.Listed) leaf.operand())
                    .values().stream()
                            .map(each -> ((FactValue.Code) each).value())
                            .toList();
            ways.codes(codes, (leaf.op() == Op.IN) == holds);
        } else if (leaf.operand() instanceof Operand.Other other) {
            if (!holds) {
                ways.absent(other.fact());
            }
            ways.related(
                    holds ? leaf.op() : leaf.negated().op(), Variable.of(other.fact()), values.known(other.fact()));
        } else if (leaf.operand() instanceof Operand.PolicyYear) {
            ways.related(holds ? leaf.op() : leaf.negated().op(), Variable.POLICY_YEAR, Values.years());
        } else {
            Spans meeting = values.meeting(leaf, fact);
            ways.known(holds ? meeting : values.known(fact).without(meeting));
        }
        return ways.list;
    }

    /** Collects the ways of one comparison. */
    private final class Ways {

        private final List<Choice> list = new ArrayList<>();
        private final FactDefinition fact;
        private final @Nullable FactDefinition unknown;

        Ways(FactDefinition fact, @Nullable FactDefinition unknown) {
            this.fact = fact;
            this.unknown = unknown;
        }

        void absent() {
            if (!allKnown || perhapsAbsent.contains(fact)) {
                add(Map.of(Variable.of(fact), Values.ABSENT), null, Set.of(fact));
            }
        }

        void absent(FactDefinition other) {
            if (!other.equals(fact) && (!allKnown || perhapsAbsent.contains(other))) {
                add(
                        Map.of(Variable.of(fact), values.known(fact), Variable.of(other), Values.ABSENT),
                        null,
                        Set.of(fact, other));
            }
        }

        void known(Spans left) {
            if (!left.isEmpty()) {
                add(Map.of(Variable.of(fact), left), null, Set.of(fact));
            }
        }

        /** @param among whether one of the codes is to be among the set's, or none of them */
        void codes(Iterable<String> codes, boolean among) {
            Map<Variable, Spans> none = new HashMap<>(Map.of(Variable.of(fact), values.known(fact)));
            for (String code : codes) {
                none.put(new Variable(fact, code), Spans.of(0));
                if (among) {
                    add(
                            Map.of(Variable.of(fact), values.known(fact), new Variable(fact, code), Spans.of(1)),
                            null,
                            Set.of(fact));
                }
            }
            if (!among) {
                add(none, null, Set.of(fact));
            }
        }

        void related(Op op, Variable than, Spans there) {
            Variable own = Variable.of(fact);
            switch (op) {
                case EQ -> related(own, Kind.EQUAL, than, there);
                case LT -> related(own, Kind.BELOW, than, there);
                case LTE -> related(own, Kind.AT_MOST, than, there);
                case GT -> related(than, Kind.BELOW, own, there);
                case GTE -> related(than, Kind.AT_MOST, own, there);
                default -> {
                    if (fact.type().isNumber()) {
                        related(own, Kind.BELOW, than, there);
                        related(than, Kind.BELOW, own, there);
                    } else {
                        related(own, Kind.APART, than, there);
                    }
                }
            }
        }

        private void related(Variable left, Kind kind, Variable right, Spans there) {
            Variable own = Variable.of(fact);
            Variable than = own.equals(left) ? right : left;
            Set<FactDefinition> reads = new HashSet<>(Set.of(fact));
            if (than.fact() != null) {
                reads.add(than.fact());
            }
            Map<Variable, Spans> known = new HashMap<>(Map.of(own, values.known(fact)));
            known.merge(than, there, Spans::and);
            add(known, new Relation(left, kind, right), reads);
        }

        private void add(Map<Variable, Spans> left, @Nullable Relation relation, Set<FactDefinition> reads) {
            list.add(new Choice(left, relation, reads, unknown));
        }
    }
}
