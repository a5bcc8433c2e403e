package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactValue.Flag;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;

/**
 * Conditions compiled for columns: every different comparison once, and for each condition a tree over their bits.
 * {@link Subject#ENTERPRISE} stands for the rows of the enterprises themselves.
 */
final class Plan {

    /** A tree over leaves; its bits are those of one kind of rows. */
    sealed interface Node permits Leaves, And, Or, Not, Constant, OfOwner {}

    /** @param leaf its place in the plan */
    record Leaves(int leaf) implements Node {}

    record And(List<Node> of) implements Node {}

    record Or(List<Node> of) implements Node {}

    record Not(Node of) implements Node {}

    record Constant(Truth truth) implements Node {}

    /** The record's enterprise meets it. */
    record OfOwner(Node of) implements Node {}

    /** What stands in the place of a record when there is none to look at. */
    enum Missing {
        /** It is not known whether there is such a record. */
        UNKNOWN,
        /** It is known that there is none. */
        NONE
    }

    private final Map<Leaf, Integer> leaves = new LinkedHashMap<>();

    /** The leaves by their place. */
    List<Leaf> leaves() {
        return List.copyOf(leaves.keySet());
    }

    /** For rows of this kind; a condition on other facts of the enterprise is judged once for the enterprise. */
    Node onRows(Condition condition, Subject rows) {
        if (rows != Subject.ENTERPRISE && isOfEnterprise(condition)) {
            return new OfOwner(onRows(condition, Subject.ENTERPRISE));
        }
        if (condition instanceof Comparison leaf) {
            return leaf(leaf, rows);
        }
        if (condition instanceof Condition.Not not) {
            return new Not(onRows(not.of(), rows));
        }
        return group(condition, rows, part -> onRows(part, rows));
    }

    /** For the enterprises that have no such record to look at. */
    Node without(Condition condition, Missing missing) {
        if (condition instanceof Comparison leaf) {
            return isOfEnterprise(leaf) ? leaf(leaf, Subject.ENTERPRISE) : new Constant(truth(leaf, missing));
        }
        if (condition instanceof Condition.Not not) {
            return new Not(without(not.of(), missing));
        }
        return group(condition, Subject.ENTERPRISE, part -> without(part, missing));
    }

    private static Truth truth(Comparison leaf, Missing missing) {
        if (missing == Missing.UNKNOWN) {
            return Truth.UNKNOWN;
        }
        return Truth.of(leaf.op() == Op.EXISTS
                && leaf.operand() instanceof Operand.Literal literal
                && literal.value() instanceof Flag expected
                && !expected.value());
    }

    private interface Part {
        Node of(Condition condition);
    }

    /** Parts that are about the enterprise alone go together, so that its records ask for them once. */
    private Node group(Condition condition, Subject rows, Part part) {
        boolean all = condition instanceof Condition.All;
        List<Condition> parts = all ? ((Condition.All) condition).of() : ((Condition.Any) condition).of();
        List<Node> nodes = new ArrayList<>();
        List<Node> ofEnterprise = new ArrayList<>();
        for (Condition each : parts) {
            if (rows != Subject.ENTERPRISE && isOfEnterprise(each)) {
                ofEnterprise.add(onRows(each, Subject.ENTERPRISE));
            } else {
                nodes.add(part.of(each));
            }
        }
        if (!ofEnterprise.isEmpty()) {
            nodes.add(0, new OfOwner(joined(all, ofEnterprise)));
        }
        return joined(all, nodes);
    }

    /** What decides alone decides; what decides nothing is left out. */
    private static Node joined(boolean all, List<Node> nodes) {
        Node neutral = new Constant(Truth.of(all));
        Node deciding = new Constant(Truth.of(!all));
        List<Node> parts =
                nodes.stream().filter(node -> !node.equals(neutral)).distinct().toList();
        if (parts.isEmpty() || parts.contains(deciding)) {
            return parts.isEmpty() ? neutral : deciding;
        }
        return parts.size() == 1 ? parts.get(0) : all ? new And(parts) : new Or(parts);
    }

    private Node leaf(Comparison comparison, Subject rows) {
        Leaf leaf = Leaf.of(comparison, rows);
        return new Leaves(placeOf(leaf));
    }

    private int placeOf(Leaf leaf) {
        Integer place = leaves.putIfAbsent(leaf, leaves.size());
        return place == null ? leaves.size() - 1 : place;
    }

    static boolean isOfEnterprise(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return isOfEnterprise(not.of());
        }
        if (!(condition instanceof Comparison leaf)) {
            List<Condition> parts =
                    condition instanceof Condition.All all ? all.of() : ((Condition.Any) condition).of();
            for (Condition part : parts) {
                if (!isOfEnterprise(part)) {
                    return false;
                }
            }
            return true;
        }
        return leaf.fact().subject() == Subject.ENTERPRISE
                && (leaf.planned() == null || leaf.planned().subject() == Subject.ENTERPRISE)
                && (!(leaf.operand() instanceof Operand.Other other)
                        || other.fact().subject() == Subject.ENTERPRISE);
    }

    /** Whether a comparison holds a fact of the enterprise against one of a record: those have no common row. */
    static boolean mixesRows(Condition condition) {
        return condition.leaves().stream()
                .anyMatch(leaf -> leaf.operand() instanceof Operand.Other other
                        && (other.fact().subject() == Subject.ENTERPRISE)
                                != (leaf.fact().subject() == Subject.ENTERPRISE));
    }
}
