package org.fourplusone.policy.column;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;

/**
 * A condition for engines of two values, as two expressions over nullable variables: what is definitely met, and what
 * is met or unknown.
 *
 * @param isCel in CEL, or else as constraints of a Drools pattern
 * @param isDefinite definitely met
 * @param variable a fact's variable
 */
record Expression(boolean isCel, boolean isDefinite, Function<FactDefinition, String> variable) {

    String of(Condition condition) {
        if (condition instanceof Comparison leaf) {
            return leaf(leaf);
        }
        if (condition instanceof Condition.All all) {
            return joined(all.of(), " && ");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.of(), " || ");
        }
        return of(negated(((Condition.Not) condition).of()));
    }

    private String joined(List<Condition> of, String sign) {
        return of.stream().map(this::of).collect(Collectors.joining(sign, "(", ")"));
    }

    private static Condition negated(Condition condition) {
        if (condition instanceof Comparison leaf) {
            return leaf.negated();
        }
        if (condition instanceof Condition.Not not) {
            return not.of();
        }
        return condition instanceof Condition.All all
                ? new Condition.Any(all.of().stream().map(Expression::negated).toList())
                : new Condition.All(((Condition.Any) condition)
                        .of().stream().map(Expression::negated).toList());
    }

    private String leaf(Comparison leaf) {
        String own = variable.apply(leaf.fact());
        if (leaf.planned() == null) {
            return seen(leaf, own);
        }
        String planned = variable.apply(leaf.planned());
        return "((" + own + " != null && " + test(leaf, own) + ") || (" + own + " == null && " + seen(leaf, planned)
                + "))";
    }

    private String seen(Comparison leaf, String read) {
        if (!isDefinite) {
            String unknown = read + " == null";
            if (leaf.operand() instanceof Operand.Other other) {
                unknown += " || " + variable.apply(other.fact()) + " == null";
            }
            return "(" + unknown + " || " + test(leaf, read) + ")";
        }
        boolean isPlain = !isCel
                && leaf.op() != Op.NE
                && leaf.op() != Op.NOT_IN
                && leaf.op() != Op.EXISTS
                && !(leaf.operand() instanceof Operand.Other)
                && Parts.type(leaf.fact()) != java.util.Set.class;
        if (isPlain) {
            return test(leaf, read);
        }
        String known = read + " != null";
        if (leaf.operand() instanceof Operand.Other other) {
            known += " && " + variable.apply(other.fact()) + " != null";
        }
        return "(" + known + " && " + test(leaf, read) + ")";
    }

    private String test(Comparison leaf, String read) {
        FactDefinition fact = leaf.fact();
        boolean isSet = Parts.type(fact) == java.util.Set.class;
        if (leaf.op() == Op.EXISTS) {
            String exists = !isSet ? "true" : isCel ? "size(" + read + ") > 0" : read + ".size() > 0";
            return Parts.literal(leaf).equals(new FactValue.Flag(true)) ? exists : "!(" + exists + ")";
        }
        if (leaf.operand() instanceof Operand.Listed listed) {
            List<String> values =
                    listed.values().stream().map(value -> literal(fact, value)).toList();
            String among = isSet
                    ? values.stream()
                            .map(value -> isCel ? value + " in " + read : read + " contains " + value)
                            .collect(Collectors.joining(" || ", "(", ")"))
                    : isCel
                            ? read + " in [" + String.join(", ", values) + "]"
                            : read + " in (" + String.join(", ", values) + ")";
            return leaf.op() == Op.IN ? among : "!(" + among + ")";
        }
        String than = leaf.operand() instanceof Operand.Other other
                ? variable.apply(other.fact())
                : literal(fact, Parts.literal(leaf));
        return read + " " + JavaSource.sign(leaf.op()) + " " + than;
    }

    private String literal(FactDefinition fact, FactValue value) {
        String literal = JavaSource.literal(fact, value);
        return isCel && literal.endsWith("L") ? literal.substring(0, literal.length() - 1) : literal;
    }
}
