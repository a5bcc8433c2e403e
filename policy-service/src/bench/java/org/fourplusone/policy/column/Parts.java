package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.Wanted;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Subject;

/**
 * What an item wants, as a programmer would lay it out: what all items want once, then what it wants of the
 * enterprise, then of each record.
 */
record Parts(Item item, List<Comparison> common, List<Condition> own, List<Condition> ofRecord) {

    static Parts of(Item item, Wanted wanted) {
        Parts parts = new Parts(item, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Condition part : wanted.parts()) {
            if (part instanceof Comparison leaf && leaf.common()) {
                parts.common.add(leaf);
            } else if (isOfEnterprise(part)) {
                parts.own.add(part);
            } else {
                parts.ofRecord.add(part);
            }
        }
        if (!wanted.isWhole() || isMixed(parts.ofRecord)) {
            throw new IllegalStateException(item.code() + " cannot be laid out for the references");
        }
        return parts;
    }

    private static boolean isMixed(List<Condition> ofRecord) {
        return ofRecord.stream()
                .flatMap(part -> part.leaves().stream())
                .anyMatch(leaf -> leaf.fact().subject() == Subject.ENTERPRISE);
    }

    private static boolean isOfEnterprise(Condition part) {
        return part.leaves().stream().allMatch(leaf -> leaf.fact().subject() == Subject.ENTERPRISE);
    }

    /** The record's class name in the references, such as {@code Project}. */
    static String className(Subject subject) {
        return subject == Subject.ENTERPRISE
                ? "Firm"
                : subject.name().charAt(0) + subject.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Such as {@code projectFiled}. */
    static String field(FactDefinition fact) {
        StringBuilder name = new StringBuilder();
        for (String word : fact.key().split("\\.")) {
            name.append(
                    name.isEmpty() || Character.isUpperCase(word.charAt(0))
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** A nullable field's type. */
    static Class<?> type(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> Boolean.class;
            case INTEGER, YEAR -> Integer.class;
            case MONEY, DECIMAL, RATIO -> Long.class;
            case ENUM, CODE, TEXT -> String.class;
            case SET -> java.util.Set.class;
        };
    }

    static boolean isText(FactDefinition fact) {
        return fact.type() == FactType.ENUM || fact.type() == FactType.CODE || fact.type() == FactType.TEXT;
    }

    static org.fourplusone.policy.rule.FactValue literal(Comparison leaf) {
        return leaf.operand() instanceof Operand.Literal literal
                ? literal.value()
                : new org.fourplusone.policy.rule.FactValue.Num(java.math.BigDecimal.valueOf(Fixture.YEAR));
    }
}
