package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.match.Wanted;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Op;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Subject;

/**
 * The items as a good engineer would write them in Java: plain classes with nullable fields, {@code Set.of}, lists of
 * records, 0, 1 and 2 for no, unknown and yes, what all items want judged once, out at the first no.
 */
final class JavaSource {

    static final String PACKAGE = "bench";

    private final Map<String, String> sets = new LinkedHashMap<>();
    private final StringBuilder methods = new StringBuilder();
    private int groups;

    /** File names and sources. */
    static Map<String, String> of(Dictionary dictionary, List<Item> items) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Subject subject : Subject.values()) {
            String name = Parts.className(subject);
            files.put(name, new JavaSource().factClass(name, subject, dictionary));
        }
        files.put("Hand", new JavaSource().hand(items));
        return files;
    }

    private String factClass(String name, Subject subject, Dictionary dictionary) {
        StringBuilder out = new StringBuilder("package " + PACKAGE + ";\npublic final class " + name + " {\n");
        if (subject == Subject.ENTERPRISE) {
            property(out, "int", "row");
            for (Subject record : Subject.values()) {
                if (record.isRecord()) {
                    property(out, "java.util.List<" + Parts.className(record) + ">", list(record));
                }
            }
        } else {
            property(out, "Firm", "firm");
        }
        if (subject == Subject.LOAN) {
            property(out, "Project", "project");
        }
        for (FactDefinition fact : dictionary.facts()) {
            if (fact.subject() == subject) {
                String type = Parts.type(fact).getSimpleName();
                property(out, type.equals("Set") ? "java.util.Set<String>" : type, Parts.field(fact));
            }
        }
        return out.append("}\n").toString();
    }

    private static void property(StringBuilder out, String type, String name) {
        String bean = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        out.append("public %s %s;\npublic %s get%s() { return %s; }\n".formatted(type, name, type, bean, name));
    }

    static String list(Subject record) {
        return Parts.className(record).toLowerCase(java.util.Locale.ROOT) + "s";
    }

    private String hand(List<Item> items) {
        StringBuilder judge = new StringBuilder();
        Map<List<String>, String> commons = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Parts parts = Parts.of(items.get(i), Wanted.of(items.get(i)));
            List<String> steps = new ArrayList<>();
            parts.common().forEach(leaf -> steps.add(step(leaf, Subject.ENTERPRISE)));
            String common = commons.computeIfAbsent(steps, key -> "common" + commons.size());
            judge.append("into[at + %d] = (byte) (2 - item%d(e, %s));\n".formatted(i, i, common));
            item(i, parts);
        }
        StringBuilder out = new StringBuilder("package " + PACKAGE + ";\nimport java.util.*;\n"
                + "public final class Hand implements " + HandWritten.Judge.class.getCanonicalName() + " {\n");
        commons.forEach((steps, name) -> methods.append(
                "private static int %s(Firm e) {\nint t = 2;\n%sreturn t;\n}\n".formatted(name, String.join("", steps))));
        sets.forEach((values, name) ->
                out.append("private static final Set<String> %s = Set.of(%s);\n".formatted(name, values)));
        for (Subject record : Subject.values()) {
            if (record.isRecord()) {
                String type = Parts.className(record);
                out.append("private static final %s NO_%s = new %s();\n".formatted(type, record, type));
            }
        }
        out.append("static { NO_LOAN.project = NO_PROJECT; }\n")
                .append("public void judge(Object enterprise, byte[] into, int at) {\nFirm e = (Firm) enterprise;\n");
        commons.values().forEach(name -> out.append("int %s = %s(e);\n".formatted(name, name)));
        return out.append(judge).append("}\n").append(methods).append("}\n").toString();
    }

    private void item(int number, Parts parts) {
        StringBuilder body = new StringBuilder("private static int item%d(Firm e, int t) {\n".formatted(number));
        body.append("if (t == 0) return 0;\n");
        parts.own().forEach(part -> body.append(step(part, Subject.ENTERPRISE)));
        Subject record = parts.item().record();
        if (record == null) {
            methods.append(body).append("return t;\n}\n");
            return;
        }
        String type = Parts.className(record);
        methods.append(body)
                .append("List<%s> records = e.%s;\n".formatted(type, list(record)))
                .append("if (records == null) return of%d(NO_%s, t);\nint best = 0;\n".formatted(number, record))
                .append("for (%s r : records) {\nint v = of%d(r, t);\n".formatted(type, number))
                .append("if (v == 2) return 2;\nif (v > best) best = v;\n}\nreturn best;\n}\n");
        String steps = parts.ofRecord().stream().map(part -> step(part, record)).collect(Collectors.joining());
        methods.append("private static int of%d(%s r, int t) {\n%sreturn t;\n}\n".formatted(number, type, steps));
    }

    /** Leaves the method at a no; an unknown makes the best answer unknown. */
    private String step(Condition part, Subject rows) {
        if (part instanceof Comparison leaf) {
            String read = read(leaf, rows);
            return "if (%s) t = 1; else if (!(%s)) return 0;\n".formatted(isUnknown(leaf, read, rows), test(leaf, read, rows));
        }
        String name = group(part, rows);
        return "{ int v = %s; if (v == 0) return 0; if (v < t) t = v; }\n".formatted(name);
    }

    /** A method for a nested condition; its call. */
    private String group(Condition part, Subject rows) {
        boolean isAll = part instanceof Condition.All;
        List<Condition> of = isAll ? ((Condition.All) part).of() : ((Condition.Any) part).of();
        String name = "group" + groups++;
        StringBuilder body = new StringBuilder();
        for (Condition each : of) {
            if (isAll) {
                body.append(step(each, rows));
            } else if (each instanceof Comparison leaf) {
                String read = read(leaf, rows);
                body.append("if (%s) t = 1; else if (%s) return 2;\n"
                        .formatted(isUnknown(leaf, read, rows), test(leaf, read, rows)));
            } else {
                body.append("{ int v = %s; if (v == 2) return 2; if (v > t) t = v; }\n".formatted(group(each, rows)));
            }
        }
        boolean own = rows == Subject.ENTERPRISE;
        methods.append("private static int %s(%s %s) {\nint t = %d;\n%sreturn t;\n}\n"
                .formatted(name, Parts.className(rows), own ? "e" : "r", isAll ? 2 : 0, body));
        return name + (own ? "(e)" : "(r)");
    }

    private static String variable(FactDefinition fact, Subject rows) {
        String field = Parts.field(fact);
        if (fact.subject() == Subject.ENTERPRISE) {
            return "e." + field;
        }
        return fact.subject() == rows ? "r." + field : "r.project." + field;
    }

    private static String read(Comparison leaf, Subject rows) {
        String own = variable(leaf.fact(), rows);
        return leaf.planned() == null ? own : "(" + own + " != null ? " + own + " : " + variable(leaf.planned(), rows) + ")";
    }

    private static String isUnknown(Comparison leaf, String read, Subject rows) {
        String unknown = read + " == null";
        return leaf.operand() instanceof Operand.Other other
                ? unknown + " || " + variable(other.fact(), rows) + " == null"
                : unknown;
    }

    private String test(Comparison leaf, String read, Subject rows) {
        FactDefinition fact = leaf.fact();
        if (leaf.op() == Op.EXISTS) {
            String exists = Parts.type(fact) == java.util.Set.class ? "!" + read + ".isEmpty()" : "true";
            return Parts.literal(leaf).equals(new FactValue.Flag(true)) ? exists : "!(" + exists + ")";
        }
        if (leaf.operand() instanceof Operand.Listed listed) {
            String among = Parts.type(fact) == java.util.Set.class
                    ? listed.values().stream()
                            .map(value -> read + ".contains(" + literal(fact, value) + ")")
                            .collect(Collectors.joining(" || "))
                    : Parts.isText(fact)
                            ? set(listed.values(), fact) + ".contains(" + read + ")"
                            : listed.values().stream()
                                    .map(value -> read + " == " + literal(fact, value))
                                    .collect(Collectors.joining(" || "));
            return leaf.op() == Op.IN ? among : "!(" + among + ")";
        }
        if (leaf.operand() instanceof Operand.Other other) {
            String than = variable(other.fact(), rows);
            return "%s.compareTo(%s) %s 0".formatted(read, than, sign(leaf.op()));
        }
        String literal = literal(fact, Parts.literal(leaf));
        return Parts.isText(fact)
                ? (leaf.op() == Op.NE ? "!" : "") + literal + ".equals(" + read + ")"
                : read + " " + sign(leaf.op()) + " " + literal;
    }

    private String set(List<FactValue> values, FactDefinition fact) {
        String all = values.stream().map(value -> literal(fact, value)).collect(Collectors.joining(", "));
        return sets.computeIfAbsent(all, key -> "SET" + sets.size());
    }

    static String literal(FactDefinition fact, FactValue value) {
        if (value instanceof FactValue.Num num) {
            return Encoding.whole(fact.type(), num.value()) + (Parts.type(fact) == Long.class ? "L" : "");
        }
        return value instanceof FactValue.Code code ? "\"" + code.value() + "\"" : value.json().toString();
    }

    static String sign(Op op) {
        return switch (op) {
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case LTE -> "<=";
            case GT -> ">";
            default -> ">=";
        };
    }
}
