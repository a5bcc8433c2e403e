package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Rules of every shape that the reader takes: all, any and not, at most three deep; every comparison, with literals,
 * lists, the policy year, other facts and planned ones. The same seed draws the same rules.
 */
public final class RandomRules {

    private static final int DEEPEST = 3;

    private final Dictionary dictionary;
    private final Thresholds thresholds;
    private final Random random;

    public RandomRules(Dictionary dictionary, long seed) {
        this.dictionary = dictionary;
        this.thresholds = new Thresholds(dictionary);
        this.random = new Random(seed);
    }

    /** The next rule, over the facts of the enterprise and of one kind of record. */
    public Condition next() {
        Subject[] records = {Subject.PROJECT, Subject.HONOUR, Subject.LOAN, Subject.LEASE};
        Subject record = records[random.nextInt(records.length)];
        return next(dictionary.facts().stream()
                .filter(fact -> fact.subject() == Subject.ENTERPRISE || fact.subject() == record)
                .toList());
    }

    /** The next rule over some facts only: the fewer, the more its comparisons bear on one another. */
    public Condition next(List<FactDefinition> facts) {
        return condition(facts, 0);
    }

    private Condition condition(List<FactDefinition> facts, int depth) {
        int kind = depth == 0 ? random.nextInt(8) : depth == DEEPEST ? 9 : random.nextInt(14);
        if (kind < 4) {
            return new Condition.All(parts(facts, depth));
        }
        if (kind < 7) {
            return new Condition.Any(parts(facts, depth));
        }
        return kind == 7 ? new Condition.Not(condition(facts, depth + 1)) : comparison(facts);
    }

    private List<Condition> parts(List<FactDefinition> facts, int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            parts.add(condition(facts, depth + 1));
        }
        return List.copyOf(parts);
    }

    private Comparison comparison(List<FactDefinition> facts) {
        FactDefinition fact = facts.get(random.nextInt(facts.size()));
        List<Op> ops =
                Arrays.stream(Op.values()).filter(op -> op.fits(fact.type())).toList();
        Op op = ops.get(random.nextInt(ops.size()));
        FactDefinition planned = random.nextInt(8) == 0 ? like(fact, facts, fact.subject()) : null;
        return new Comparison(
                Text.of("示例" + random.nextInt(100), "Sample"), false, fact, op, operand(fact, op, facts), planned);
    }

    private Operand operand(FactDefinition fact, Op op, List<FactDefinition> facts) {
        if (op == Op.EXISTS) {
            return new Operand.Literal(new FactValue.Flag(random.nextInt(3) != 0));
        }
        if (op.isList()) {
            Set<FactValue> values = new LinkedHashSet<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                values.add(thresholds.near(fact, random));
            }
            return new Operand.Listed(List.copyOf(values));
        }
        if (fact.type() == FactType.YEAR && random.nextInt(3) == 0) {
            return new Operand.PolicyYear();
        }
        FactDefinition other = random.nextInt(5) == 0 ? like(fact, facts, null) : null;
        return other == null ? new Operand.Literal(thresholds.near(fact, random)) : new Operand.Other(other);
    }

    private @Nullable FactDefinition like(FactDefinition fact, List<FactDefinition> facts, @Nullable Subject subject) {
        List<FactDefinition> like = facts.stream()
                .filter(each -> each.type() == fact.type() && Objects.equals(each.unit(), fact.unit()))
                .filter(each -> subject == null ? each.type() != FactType.SET : each.subject() == subject)
                .filter(each -> !each.equals(fact))
                .toList();
        return like.isEmpty() ? null : like.get(random.nextInt(like.size()));
    }
}
