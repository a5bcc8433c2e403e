package org.fourplusone.policy.column;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourplusone.policy.match.Wanted;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The items in Google's Common Expression Language: for each part an expression for definitely met and one for met or
 * unknown, asked only after a no. What all items want is judged once for an enterprise, what an item wants of the
 * enterprise once for all its records. Variables come from a map for each enterprise and record.
 */
final class CelRules {

    private static final Object NULL = dev.cel.common.values.NullValue.NULL_VALUE;

    /** Definitely met; met or unknown. */
    private record Pair(
            CelRuntime.@Nullable Program met,
            CelRuntime.@Nullable Program maybe) {

        int judge(Map<String, Object> variables) {
            if (met == null || maybe == null) {
                return 2;
            }
            try {
                return met.eval(variables) == Boolean.TRUE ? 2 : maybe.eval(variables) == Boolean.TRUE ? 1 : 0;
            } catch (CelEvaluationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Rule(@Nullable Subject record, Pair own, Pair ofRecord) {}

    private record Firm(Map<String, Object> own, Map<Subject, List<Map<String, Object>>> records) {}

    private final Fixture fixture;
    private final Cel cel;
    private final Pair common;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Firm> firms = new ArrayList<>();

    CelRules(Fixture fixture) {
        this.fixture = fixture;
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .build());
        for (FactDefinition fact : fixture.items.dictionary().facts()) {
            builder.addVar(Parts.field(fact), SimpleType.DYN);
        }
        cel = builder.build();
        List<Parts> all = new ArrayList<>();
        fixture.all.forEach(item -> all.add(Parts.of(item, Wanted.of(item))));
        common = pair(List.copyOf(all.get(0).common()));
        for (Parts parts : all) {
            rules.add(new Rule(parts.item().record(), pair(parts.own()), pair(parts.ofRecord())));
        }
        fixture.register.forEach(enterprise -> firms.add(firm(enterprise)));
    }

    private Pair pair(List<? extends Condition> conditions) {
        return conditions.isEmpty() ? new Pair(null, null) : new Pair(program(conditions, true), program(conditions, false));
    }

    private CelRuntime.Program program(List<? extends Condition> conditions, boolean isDefinite) {
        Expression expression = new Expression(true, isDefinite, Parts::field);
        String text = conditions.stream().map(expression::of).collect(Collectors.joining(" && "));
        try {
            return cel.createProgram(cel.compile(text).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private Firm firm(Enterprise enterprise) {
        Enterprise.View view = enterprise.view(Fixture.YEAR, false, fixture.items.dictionary());
        Map<Subject, List<Map<String, Object>>> records = new LinkedHashMap<>();
        for (Subject subject : Subject.values()) {
            if (subject.isRecord() && view.knows(subject)) {
                records.put(
                        subject,
                        view.records(subject).stream()
                                .map(each -> variables(each.facts(), false))
                                .toList());
            }
        }
        return new Firm(variables(view.own(), true), records);
    }

    private Map<String, Object> variables(Facts facts, boolean isOwn) {
        Map<String, Object> variables = new HashMap<>();
        for (FactDefinition fact : fixture.items.dictionary().facts()) {
            if ((fact.subject() == Subject.ENTERPRISE) == isOwn) {
                variables.put(
                        Parts.field(fact),
                        facts.see(fact) instanceof Seen.Known known ? value(fact, known.value()) : NULL);
            }
        }
        return variables;
    }

    private static Object value(FactDefinition fact, FactValue value) {
        Object plain = HandWritten.plain(fact, value);
        return plain instanceof Integer number
                ? (Object) number.longValue()
                : value instanceof FactValue.Codes codes ? codes.values() : plain;
    }

    /** Fills in the verdicts of all enterprises. */
    byte[] verdicts(byte[] into) {
        int at = 0;
        for (Firm firm : firms) {
            int all = common.judge(firm.own);
            for (Rule rule : rules) {
                into[at++] = (byte) (2 - judge(rule, firm, all));
            }
        }
        return into;
    }

    private static int judge(Rule rule, Firm firm, int common) {
        int own = common == 0 ? 0 : Math.min(common, rule.own.judge(firm.own));
        if (own == 0 || rule.record == null) {
            return own;
        }
        List<Map<String, Object>> records = firm.records.get(rule.record);
        if (records == null) {
            return 1;
        }
        int best = 0;
        for (Map<String, Object> record : records) {
            best = Math.max(best, Math.min(own, rule.ofRecord.judge(record)));
            if (best == 2) {
                return 2;
            }
        }
        return best;
    }
}
