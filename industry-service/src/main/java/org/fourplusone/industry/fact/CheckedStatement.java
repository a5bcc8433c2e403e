package org.fourplusone.industry.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fourplusone.industry.fact.Fact.RecordRef;
import org.fourplusone.industry.fact.FactDefinition.Period;
import org.fourplusone.industry.fact.FactDefinition.Subject;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A statement whose every fact fits the dictionary, the enterprise's register entry and the rights of who states it.
 *
 * @param facts each in its written form; a null value withdraws
 */
record CheckedStatement(List<Stated> facts) {

    /** A fact without the marks of who recorded it. */
    record Stated(
            String key,
            @Nullable RecordRef record,
            @Nullable String period,
            @Nullable String value) {

        Fact.Identity identity() {
            return new Fact.Identity(record, key, period);
        }
    }

    private static final Set<String> KINDS = Set.of("PROJECT", "HONOUR", "LOAN", "LEASE");

    /** What departments know and an enterprise cannot declare away once it is established. */
    private static final Set<String> DEPARTMENT_FACTS = Set.of("credit", "safety", "fund");

    /** @throws Problem 400 naming every entry that cannot be taken, by its place in the request */
    static CheckedStatement of(
            FactStatement statement, FactSheet known, FactDictionary dictionary, boolean byDepartment, String year) {
        List<FieldProblem> problems = new ArrayList<>();
        List<Stated> facts = new ArrayList<>();
        Set<Fact.Identity> seen = new HashSet<>();
        List<FactStatement.Entry> entries = statement.entries();
        for (int i = 0; i < entries.size(); i++) {
            String field = "facts[" + i + "]";
            Stated stated = entry(entries.get(i), field, dictionary, year, problems);
            if (stated == null) {
                continue;
            }
            if (!seen.add(stated.identity())) {
                problems.add(new FieldProblem(field, "FACT_REPEATED"));
            }
            facts.add(stated);
            refuse(stated, field, known, byDepartment, problems);
        }
        for (int i = 0; i < facts.size() && problems.isEmpty(); i++) {
            dependentValue(facts.get(i), i, facts, known, dictionary, problems);
        }
        emptyKinds(statement.empty(), facts, known, problems);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return new CheckedStatement(facts);
    }

    private static @Nullable Stated entry(
            FactStatement.Entry entry,
            String field,
            FactDictionary dictionary,
            String year,
            List<FieldProblem> problems) {
        int before = problems.size();
        FactDefinition fact = dictionary.find(entry.key());
        if (fact == null || Boolean.TRUE.equals(fact.derived())) {
            problems.add(new FieldProblem(field + ".key", "FACT_UNKNOWN", entry.key()));
            return null;
        }
        FactStatement.Reference record = entry.record();
        if (fact.subject() == Subject.ENTERPRISE) {
            if (record != null) {
                problems.add(new FieldProblem(field + ".record", "FACT_HAS_NO_RECORD"));
            }
        } else if (record == null || !record.kind().equals(fact.subject().name())) {
            problems.add(new FieldProblem(field + ".record", "FACT_NEEDS_RECORD", fact.subject()));
        } else if (!record.ref().matches("[A-Za-z0-9._:-]{1,40}")) {
            problems.add(new FieldProblem(field + ".record.ref", "RECORD_REFERENCE"));
        }
        String period = entry.period();
        if (fact.period() == Period.CURRENT) {
            if (period != null) {
                problems.add(new FieldProblem(field + ".period", "FACT_HAS_NO_PERIOD"));
            }
        } else if (period == null) {
            period = year;
        } else if (!period.matches("(19|20)[0-9]{2}") || period.compareTo(year) > 0) {
            problems.add(new FieldProblem(field + ".period", "FACT_PERIOD", year));
        }
        String value = null;
        JsonNode given = entry.value();
        if (given == null) {
            problems.add(new FieldProblem(field + ".value", "REQUIRED"));
        } else if (!given.isNull()) {
            FactValues.Reading reading = FactValues.read(fact, given, field + ".value");
            if (reading.problem() != null) {
                problems.add(reading.problem());
            }
            value = reading.value();
        }
        return problems.size() > before
                ? null
                : new Stated(entry.key(), record == null ? null : record.toRecord(), period, value);
    }

    private static void refuse(
            Stated stated, String field, FactSheet known, boolean byDepartment, List<FieldProblem> problems) {
        Fact current = known.find(stated.identity());
        if (current == null) {
            return;
        }
        boolean changes = !Objects.equals(current.value(), stated.value());
        if (current.source().equals(ZoneFact.SOURCE)) {
            if (changes) {
                problems.add(new FieldProblem(field + ".key", "FACT_OF_ADDRESS"));
            }
        } else if (FactSheet.REGISTER_KEYS.contains(stated.key())) {
            if (changes) {
                problems.add(new FieldProblem(field + ".key", "FACT_OF_REGISTER"));
            }
        } else if (!byDepartment && current.verified() && changes) {
            boolean departments = DEPARTMENT_FACTS.contains(
                    stated.key().substring(0, stated.key().indexOf('.')));
            if (departments || stated.value() == null) {
                problems.add(new FieldProblem(field + ".key", "FACT_OF_DEPARTMENT"));
            }
        }
    }

    /** A value such as an honour's level must go with its kind, stated now or known before. */
    private static void dependentValue(
            Stated stated,
            int index,
            List<Stated> facts,
            FactSheet known,
            FactDictionary dictionary,
            List<FieldProblem> problems) {
        FactDefinition fact = dictionary.find(stated.key());
        FactDefinition.ValuesBy by = fact == null ? null : fact.valuesBy();
        if (by == null || stated.value() == null) {
            return;
        }
        String decider = known.value(by.fact(), stated.record(), null);
        for (Stated other : facts) {
            if (other.key().equals(by.fact()) && Objects.equals(other.record(), stated.record())) {
                decider = other.value();
            }
        }
        List<String> allowed = decider == null ? null : by.allowed().get(decider);
        if (allowed != null && !allowed.contains(stated.value())) {
            problems.add(new FieldProblem("facts[" + index + "].value", "FACT_CODE", String.join(", ", allowed)));
        }
    }

    private static void emptyKinds(
            List<String> kinds, List<Stated> facts, FactSheet known, List<FieldProblem> problems) {
        for (int i = 0; i < kinds.size(); i++) {
            String kind = kinds.get(i);
            String field = "knownEmpty[" + i + "]";
            if (!KINDS.contains(kind)) {
                problems.add(new FieldProblem(
                        field,
                        "FACT_CODE",
                        String.join(", ", KINDS.stream().sorted().toList())));
                continue;
            }
            boolean has =
                    known.records().stream().anyMatch(record -> record.kind().equals(kind))
                            || facts.stream()
                                    .anyMatch(fact -> fact.record() != null
                                            && fact.record().kind().equals(kind));
            if (has) {
                problems.add(new FieldProblem(field, "RECORDS_EXIST"));
            } else {
                facts.add(new Stated(Fact.NONE, new RecordRef(kind, ""), null, "true"));
            }
        }
    }
}
