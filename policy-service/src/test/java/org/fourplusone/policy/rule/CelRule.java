package org.fourplusone.policy.rule;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A rule in Google's Common Expression Language, judged by CEL's own evaluator with CEL's own unknowns: a second
 * opinion that shares no code with ours. A fact that is known not to exist is null; numbers are whole millionths.
 */
final class CelRule {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final List<FactDefinition> facts;
    private final CelRuntime.Program program;

    private CelRule(List<FactDefinition> facts, CelRuntime.Program program) {
        this.facts = facts;
        this.program = program;
    }

    /** One environment for all rules over this dictionary. */
    static Cel environment(Dictionary dictionary) {
        CelBuilder cel = CelFactory.plannerCelBuilder()
                .setOptions(CelOptions.current()
                        .enableUnknownTracking(true)
                        .enableHeterogeneousNumericComparisons(true)
                        .build());
        for (FactDefinition fact : dictionary.facts()) {
            cel.addVar("f" + fact.index(), SimpleType.DYN).addVar("k" + fact.index(), SimpleType.BOOL);
        }
        return cel.build();
    }

    /** @param mutation what is done to the expression before it is compiled: nothing, or a fault to be caught */
    static CelRule of(Cel cel, Condition rule, UnaryOperator<String> mutation) {
        Set<FactDefinition> facts = new LinkedHashSet<>();
        for (Comparison leaf : rule.leaves()) {
            facts.add(leaf.fact());
            if (leaf.planned() != null) {
                facts.add(leaf.planned());
            }
            if (leaf.operand() instanceof Operand.Other other) {
                facts.add(other.fact());
            }
        }
        String expression = mutation.apply(expression(rule));
        try {
            return new CelRule(List.copyOf(facts), (CelRuntime.Program)
                    cel.createProgram(cel.compile(expression).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }

    Truth judge(Facts seen) {
        Map<String, Object> values = new HashMap<>();
        List<CelAttributePattern> unknown = new ArrayList<>();
        for (FactDefinition fact : facts) {
            Seen each = seen.see(fact);
            values.put("k" + fact.index(), !(each instanceof Seen.Unknown));
            if (each instanceof Seen.Unknown) {
                unknown.add(CelAttributePattern.create("f" + fact.index()));
            } else {
                values.put("f" + fact.index(), each instanceof Seen.Known known ? value(known.value()) : NULL);
            }
        }
        try {
            Object result =
                    program.eval(PartialVars.of(name -> java.util.Optional.ofNullable(values.get(name)), unknown));
            return result instanceof CelUnknownSet ? Truth.UNKNOWN : Truth.of((Boolean) result);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Object NULL = dev.cel.common.values.NullValue.NULL_VALUE;

    private static Object value(FactValue value) {
        if (value instanceof FactValue.Num num) {
            return num.value().multiply(MILLION).longValueExact();
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.value();
        }
        return value instanceof FactValue.Codes codes ? codes.values() : ((FactValue.Code) value).value();
    }

    private static String expression(Condition rule) {
        if (rule instanceof Condition.All all) {
            return all.of().stream().map(CelRule::expression).collect(Collectors.joining(" && ", "(", ")"));
        }
        if (rule instanceof Condition.Any any) {
            return any.of().stream().map(CelRule::expression).collect(Collectors.joining(" || ", "(", ")"));
        }
        return rule instanceof Condition.Not not ? "!" + expression(not.of()) : leaf((Comparison) rule);
    }

    private static String leaf(Comparison leaf) {
        String own = "f" + leaf.fact().index();
        FactDefinition planned = leaf.planned();
        String read = planned == null ? own : "(k" + leaf.fact().index() + " ? " + own + " : f" + planned.index() + ")";
        boolean isSet = leaf.fact().type() == FactType.SET;
        return switch (leaf.op()) {
            case EXISTS -> {
                String there = isSet ? "(" + read + " == null ? false : size(" + read + ") > 0)" : read + " != null";
                yield leaf.operand().equals(new Operand.Literal(new FactValue.Flag(true)))
                        ? "(" + there + ")"
                        : "!(" + there + ")";
            }
            case IN -> there(read, among(read, leaf, isSet));
            case NOT_IN -> there(read, "!" + among(read, leaf, isSet));
            default -> {
                String than = operand(leaf.operand());
                String compared = read + sign(leaf.op()) + than;
                yield there(read, leaf.operand() instanceof Operand.Other ? there(than, compared) : compared);
            }
        };
    }

    private static String there(String read, String compared) {
        return "(" + read + " == null ? false : " + compared + ")";
    }

    private static String among(String read, Comparison leaf, boolean isSet) {
        List<String> literals = ((Operand.Listed) leaf.operand())
                .values().stream().map(CelRule::literal).toList();
        return isSet
                ? literals.stream().map(code -> code + " in " + read).collect(Collectors.joining(" || ", "(", ")"))
                : "(" + read + " in [" + String.join(", ", literals) + "])";
    }

    private static String operand(Operand operand) {
        return operand instanceof Operand.Literal literal
                ? literal(literal.value())
                : operand instanceof Operand.Other other ? "f" + other.fact().index() : RandomFacts.YEAR + "000000";
    }

    private static String literal(FactValue value) {
        Object plain = value(value);
        return plain instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : plain.toString();
    }

    private static String sign(Op op) {
        return switch (op) {
            case EQ -> " == ";
            case NE -> " != ";
            case LT -> " < ";
            case LTE -> " <= ";
            case GT -> " > ";
            default -> " >= ";
        };
    }
}
