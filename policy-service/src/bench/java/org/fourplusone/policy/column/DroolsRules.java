package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.fourplusone.policy.match.Wanted;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Subject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.StatelessKieSession;

/**
 * The items as Drools rules, compiled to its executable model: for each item one rule for who definitely meets it, one
 * for who may, one for whose records nothing is known of. The register goes into one stateless session.
 */
public final class DroolsRules {

    /** Takes the verdicts. */
    public static final class Sink {
        private final byte[] verdicts;
        private final int items;

        Sink(byte[] verdicts, int items) {
            this.verdicts = verdicts;
            this.items = items;
        }

        public void met(int row, int item) {
            verdicts[row * items + item] = 0;
        }

        public void maybe(int row, int item) {
            if (verdicts[row * items + item] == 2) {
                verdicts[row * items + item] = 1;
            }
        }
    }

    private final Fixture fixture;
    private final KieBase base;
    private final List<Object> facts = new ArrayList<>();

    DroolsRules(Fixture fixture, HandWritten plain) {
        this.fixture = fixture;
        Thread.currentThread().setContextClassLoader(plain.classes);
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        files.write("src/main/resources/bench/items.drl", rules());
        KieBuilder builder = kie.newKieBuilder(files, plain.classes).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages(Message.Level.ERROR) + rules());
        }
        base = kie.newKieContainer(builder.getKieModule().getReleaseId(), plain.classes)
                .getKieBase();
        try {
            for (Object firm : plain.register) {
                facts.add(firm);
                for (Subject record : Subject.values()) {
                    if (record.isRecord()
                            && firm.getClass().getField(JavaSource.list(record)).get(firm) instanceof List<?> records) {
                        facts.addAll(records);
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rules() {
        StringBuilder out =
                new StringBuilder("package bench;\nimport " + Sink.class.getCanonicalName() + ";\nglobal Sink sink;\n");
        for (int i = 0; i < fixture.all.size(); i++) {
            Parts parts = Parts.of(fixture.all.get(i), Wanted.of(fixture.all.get(i)));
            rule(out, i, parts, true, false);
            rule(out, i, parts, false, false);
            if (parts.item().record() != null) {
                rule(out, i, parts, false, true);
            }
        }
        return out.toString();
    }

    /** @param isUnknown for enterprises whose records are not known */
    private void rule(StringBuilder out, int number, Parts parts, boolean isDefinite, boolean isUnknown) {
        List<Condition> own = new ArrayList<>(parts.common());
        own.addAll(parts.own());
        Subject record = parts.item().record();
        List<String> wanted = constraints(own, isDefinite, Subject.ENTERPRISE);
        if (isUnknown) {
            wanted.add(JavaSource.list(record) + " == null");
        }
        out.append("rule \"%s %s%s\"\nwhen\n$e : Firm(%s)\n"
                .formatted(
                        parts.item().code(),
                        isDefinite ? "met" : "maybe",
                        isUnknown ? " unknown" : "",
                        String.join(", ", wanted)));
        if (record != null && !isUnknown) {
            List<String> ofRecord = new ArrayList<>(List.of("firm == $e"));
            ofRecord.addAll(constraints(parts.ofRecord(), isDefinite, record));
            out.append("%s(%s)\n".formatted(Parts.className(record), String.join(", ", ofRecord)));
        }
        out.append("then\nsink.%s($e.getRow(), %d);\nend\n".formatted(isDefinite ? "met" : "maybe", number));
    }

    private static List<String> constraints(List<Condition> conditions, boolean isDefinite, Subject rows) {
        Expression expression = new Expression(false, isDefinite, fact -> variable(fact, rows));
        return conditions.stream().map(expression::of).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String variable(FactDefinition fact, Subject rows) {
        return fact.subject() == rows ? Parts.field(fact) : "project." + Parts.field(fact);
    }

    /** Fills in the verdicts of all enterprises. */
    byte[] verdicts(byte[] into) {
        Arrays.fill(into, (byte) 2);
        StatelessKieSession session = base.newStatelessKieSession();
        session.setGlobal("sink", new Sink(into, fixture.all.size()));
        session.execute(facts);
        return into;
    }
}
