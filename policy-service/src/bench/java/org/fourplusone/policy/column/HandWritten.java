package org.fourplusone.policy.column;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.Subject;

/** The hand-written reference, compiled, and the register as its plain objects. */
public final class HandWritten {

    /** Judges all items; {@link Verdict} ordinals from {@code at} on. */
    public interface Judge {
        void judge(Object enterprise, byte[] into, int at);
    }

    final ClassLoader classes;
    public final Judge judge;
    public final List<Object> register = new ArrayList<>();
    private final Fixture fixture;
    private final Map<Subject, Class<?>> types = new HashMap<>();

    public HandWritten(Fixture fixture) {
        this.fixture = fixture;
        try {
            classes = compiled(JavaSource.of(fixture.items.dictionary(), fixture.all));
            judge = (Judge) classes.loadClass(JavaSource.PACKAGE + ".Hand")
                    .getConstructor()
                    .newInstance();
            for (Subject subject : Subject.values()) {
                types.put(subject, classes.loadClass(JavaSource.PACKAGE + "." + Parts.className(subject)));
            }
            for (Enterprise enterprise : fixture.register) {
                register.add(firm(enterprise));
            }
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader compiled(Map<String, String> sources) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        java.io.ByteArrayOutputStream errors = new java.io.ByteArrayOutputStream();
        if (compiler.run(null, null, errors, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the hand-written reference in " + folder + ": " + errors);
        }
        return new URLClassLoader(
                new java.net.URL[] {folder.toUri().toURL()}, HandWritten.class.getClassLoader());
    }

    private Object firm(Enterprise enterprise) throws ReflectiveOperationException {
        Enterprise.View view = enterprise.view(Fixture.YEAR, false, fixture.items.dictionary());
        Object firm = filled(Subject.ENTERPRISE, view.own());
        firm.getClass().getField("row").setInt(firm, register.size());
        for (Subject subject : Subject.values()) {
            if (subject.isRecord() && view.knows(subject)) {
                List<Object> records = new ArrayList<>();
                for (Enterprise.RecordView each : view.records(subject)) {
                    Object record = filled(subject, each.facts());
                    record.getClass().getField("firm").set(record, firm);
                    if (subject == Subject.LOAN) {
                        record.getClass().getField("project").set(record, filled(Subject.PROJECT, each.facts()));
                    }
                    records.add(record);
                }
                firm.getClass().getField(JavaSource.list(subject)).set(firm, records);
            }
        }
        return firm;
    }

    private Object filled(Subject subject, Facts facts) throws ReflectiveOperationException {
        Class<?> type = types.get(subject);
        Object filled = type.getConstructor().newInstance();
        for (FactDefinition fact : fixture.items.dictionary().facts()) {
            if (fact.subject() == subject && facts.see(fact) instanceof Seen.Known known) {
                type.getField(Parts.field(fact)).set(filled, plain(fact, known.value()));
            }
        }
        return filled;
    }

    /** A value as a plain Java object; numbers as whole fen or millionths. */
    static Object plain(FactDefinition fact, FactValue value) {
        if (value instanceof FactValue.Num num) {
            long whole = Encoding.whole(fact.type(), num.value());
            return Parts.type(fact) == Integer.class ? (Object) (int) whole : (Object) whole;
        }
        if (value instanceof FactValue.Codes codes) {
            return Set.copyOf(codes.values());
        }
        return value instanceof FactValue.Flag flag ? flag.value() : ((FactValue.Code) value).value();
    }

    /** Fills in the verdicts of all enterprises. */
    public byte[] verdicts(byte[] into) {
        int items = fixture.all.size();
        for (int row = 0; row < register.size(); row++) {
            judge.judge(register.get(row), into, row * items);
        }
        return into;
    }
}
