package org.fourplusone.industry.fact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.industry.enterprise.Writing;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/** States facts of many enterprises at once, by the same rules as {@link StateFacts} does for one. */
@Service
public class StateManyFacts {

    private static final Pattern FIELD = Pattern.compile("facts\\[([0-9]+)](?:\\.(.+))?");

    private final Facts facts;
    private final Enterprises enterprises;
    private final ChangeNumbers changes;
    private final FactDictionary dictionary;
    private final Clock clock;

    StateManyFacts(
            Facts facts, Enterprises enterprises, ChangeNumbers changes, FactDictionary dictionary, Clock clock) {
        this.facts = facts;
        this.enterprises = enterprises;
        this.changes = changes;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /**
     * One fact as a person wrote it down.
     *
     * @param row its place, for what is said of it
     * @param period the year of an annual fact; the business year if null
     * @param verified whether a department stands behind it; otherwise the enterprise declares it
     */
    public record Line(
            int row,
            String key,
            @Nullable String period,
            String value,
            @Nullable String kind,
            @Nullable String ref,
            boolean verified) {}

    /** What is wrong with a line: in {@code key}, {@code period}, {@code value}, {@code record} or {@code record.ref}. */
    public record Mistake(int row, String field, FieldProblem problem) {}

    /** A fact that would be written, with what stands now. */
    public record Version(
            int row,
            String key,
            @Nullable String kind,
            @Nullable String ref,
            @Nullable String period,
            @Nullable String before,
            String value,
            boolean verified) {}

    /** @param size the enterprise's size class once the versions are written */
    public record Outcome(
            List<Mistake> mistakes,
            List<Version> versions,
            @Nullable SizeClass size) {}

    /** The fact that is meant by a key or by a name in either language. */
    public Optional<String> key(String text) {
        FactDefinition known = dictionary.find(text);
        if (known != null) {
            return Optional.of(text);
        }
        List<String> named = dictionary.listing().facts().stream()
                .filter(fact ->
                        fact.name().zh().equals(text) || fact.name().en().equalsIgnoreCase(text))
                .map(FactDefinition::key)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The name of a fact that {@link #key} gave. */
    public @Nullable Text name(String key) {
        FactDefinition fact = dictionary.find(key);
        return fact == null ? null : fact.name();
    }

    /** Compares what is said of several enterprises with what is known of them. */
    public Map<String, Outcome> compare(Collection<Enterprise> about, Map<String, List<Line>> lines) {
        Map<String, List<Fact>> histories =
                facts.histories(about.stream().map(Enterprise::creditCode).toList());
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Enterprise enterprise : about) {
            String code = enterprise.creditCode();
            FactSheet known = FactSheet.of(enterprise, histories.getOrDefault(code, List.of()));
            outcomes.put(code, compare(enterprise, known, lines.getOrDefault(code, List.of())));
        }
        return outcomes;
    }

    private Outcome compare(Enterprise enterprise, FactSheet known, List<Line> lines) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        List<Fact> written = new ArrayList<>();
        String year = String.valueOf(LocalDate.now(clock).getYear());
        for (boolean verified : new boolean[] {true, false}) {
            List<Line> same =
                    lines.stream().filter(line -> line.verified() == verified).toList();
            if (same.isEmpty()) {
                continue;
            }
            try {
                FactStatement statement =
                        new FactStatement(same.stream().map(this::entry).toList(), null);
                CheckedStatement checked = CheckedStatement.of(statement, known, dictionary, verified, year);
                if (enterprise.status() == Enterprise.Status.CLOSED) {
                    // It declares nothing any more; a department may put right what was said before.
                    StateFacts.onlyCorrections(checked, verified ? known : FactSheet.of(enterprise, List.of()));
                }
                for (int i = 0; i < checked.facts().size(); i++) {
                    CheckedStatement.Stated stated = checked.facts().get(i);
                    Fact fact = fact(stated, verified);
                    if (StateFacts.says(fact, known)) {
                        written.add(fact);
                        versions.add(version(same.get(i).row(), fact, known));
                    }
                }
            } catch (Problem refused) {
                refused.fields().forEach(field -> mistakes.add(mistake(field, same)));
            }
        }
        return new Outcome(mistakes, versions, StateFacts.size(enterprise, known, written, year));
    }

    private FactStatement.Entry entry(Line line) {
        FactDefinition fact = dictionary.find(line.key());
        return new FactStatement.Entry(
                line.key(),
                line.period(),
                fact == null ? JsonNodeFactory.instance.stringNode(line.value()) : FactText.node(fact, line.value()),
                line.kind() == null && line.ref() == null
                        ? null
                        : new FactStatement.Reference(
                                line.kind() == null ? "" : line.kind(), line.ref() == null ? "" : line.ref()));
    }

    private static Fact fact(CheckedStatement.Stated stated, boolean verified) {
        return new Fact(
                stated.key(),
                stated.record(),
                stated.period(),
                stated.value(),
                verified ? "DEPARTMENT" : "ENTERPRISE",
                verified,
                null,
                "");
    }

    private static Version version(int row, Fact fact, FactSheet known) {
        RecordRef record = fact.record();
        Fact current = known.find(fact.identity());
        return new Version(
                row,
                fact.key(),
                record == null ? null : record.kind(),
                record == null ? null : record.ref(),
                fact.period(),
                current == null ? null : current.value(),
                String.valueOf(fact.value()),
                fact.verified());
    }

    private static Mistake mistake(FieldProblem field, List<Line> lines) {
        Matcher at = FIELD.matcher(field.field());
        if (!at.matches()) {
            return new Mistake(lines.get(0).row(), "key", field);
        }
        String part = at.group(2);
        return new Mistake(lines.get(Integer.parseInt(at.group(1))).row(), part == null ? "key" : part, field);
    }

    /**
     * Writes versions that {@link #compare} found, by credit code.
     *
     * @return false, and then the transaction must be rolled back, if somebody else has changed one of the enterprises since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(Map<String, Outcome> outcomes, Writing writing) {
        long number = changes.take(outcomes.size());
        Map<String, Enterprise> known = enterprises.findAll(outcomes.keySet());
        List<Facts.Row> rows = new ArrayList<>();
        List<Enterprises.FactsChange> changed = new ArrayList<>();
        for (Map.Entry<String, Outcome> each : outcomes.entrySet()) {
            Enterprise enterprise = known.get(each.getKey());
            if (enterprise == null || writing.isOvertaken(enterprise)) {
                return false;
            }
            int ordinal = 0;
            for (Version version : each.getValue().versions()) {
                Fact fact = new Fact(
                        version.key(),
                        version.kind() == null || version.ref() == null
                                ? null
                                : new RecordRef(version.kind(), version.ref()),
                        version.period(),
                        version.value(),
                        version.verified() ? "DEPARTMENT" : "ENTERPRISE",
                        version.verified(),
                        writing.at(),
                        writing.by());
                rows.add(new Facts.Row(each.getKey(), number, ordinal++, fact));
            }
            changed.add(
                    new Enterprises.FactsChange(each.getKey(), each.getValue().size(), number++));
        }
        facts.addAll(rows);
        enterprises.factsChanged(changed);
        return true;
    }
}
