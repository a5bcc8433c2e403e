package org.fourplusone.policy.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One unknown stands below, at most at, equal to or apart from another; both are known to exist. */
record Relation(Variable left, Kind kind, Variable right) {

    enum Kind {
        BELOW,
        AT_MOST,
        EQUAL,
        APART
    }

    /**
     * What a value is looked for.
     *
     * @param fact null for the policy year
     * @param code for one code of a SET: 1 if it is among the set's, otherwise 0
     */
    record Variable(@Nullable FactDefinition fact, @Nullable String code) {

        static final Variable POLICY_YEAR = new Variable(null, null);

        static Variable of(FactDefinition fact) {
            return new Variable(fact, null);
        }
    }

    /**
     * Narrows the values to those that the relations leave. Orders are decided exactly: their smallest values left are
     * a solution. Of codes kept apart only pairs are looked at, so something impossible may pass, never the opposite.
     *
     * @return false if nothing is left of one
     */
    static boolean narrow(Map<Variable, Spans> values, List<Relation> relations) {
        for (Relation each : relations) {
            boolean isClosed = each.kind == Kind.BELOW && isAtMost(each.right, each.left, relations, new HashSet<>());
            boolean isSame = each.kind == Kind.APART && isEqual(each.left, each.right, relations, new HashSet<>());
            if (isClosed || isSame) {
                return false;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Relation each : relations) {
                Spans left = values.getOrDefault(each.left, Spans.NOTHING);
                Spans right = values.getOrDefault(each.right, Spans.NOTHING);
                if (left.isEmpty() || right.isEmpty()) {
                    return false;
                }
                Spans newLeft = each.left(left, right);
                Spans newRight = each.right(left, right);
                changed |= !newLeft.equals(left) || !newRight.equals(right);
                values.put(each.left, newLeft);
                values.put(each.right, newRight);
            }
        }
        return values.values().stream().noneMatch(Spans::isEmpty);
    }

    private Spans left(Spans left, Spans right) {
        return switch (kind) {
            case BELOW -> left.and(Spans.between(Long.MIN_VALUE, right.max() - 1));
            case AT_MOST -> left.and(Spans.between(Long.MIN_VALUE, right.max()));
            case EQUAL -> left.and(right);
            case APART -> right.isSingle() ? left.without(right) : left;
        };
    }

    private Spans right(Spans left, Spans right) {
        return switch (kind) {
            case BELOW -> right.and(Spans.between(left.min() + 1, Long.MAX_VALUE));
            case AT_MOST -> right.and(Spans.between(left.min(), Long.MAX_VALUE));
            case EQUAL -> left.and(right);
            case APART -> left.isSingle() ? right.without(left) : right;
        };
    }

    /** Whether the relations force {@code from} to be at most {@code to}. */
    private static boolean isAtMost(Variable from, Variable to, List<Relation> relations, Set<Variable> been) {
        if (from.equals(to)) {
            return true;
        }
        if (!been.add(from)) {
            return false;
        }
        List<Variable> next = new ArrayList<>();
        for (Relation each : relations) {
            if (each.kind != Kind.APART && each.left.equals(from)) {
                next.add(each.right);
            } else if (each.kind == Kind.EQUAL && each.right.equals(from)) {
                next.add(each.left);
            }
        }
        return next.stream().anyMatch(each -> isAtMost(each, to, relations, been));
    }

    private static boolean isEqual(Variable from, Variable to, List<Relation> relations, Set<Variable> been) {
        List<Relation> equal =
                relations.stream().filter(each -> each.kind == Kind.EQUAL).toList();
        return isAtMost(from, to, equal, been);
    }
}
