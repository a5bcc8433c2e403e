package org.fourplusone.fund.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hands facts on to industry-service in the name of who states them; nothing is believed here. */
@Component
public class FactRelay {
    private final IndustryRegister register;
    private volatile Map<String, IndustryRegister.Word> words = Map.of();

    FactRelay(IndustryRegister register) {
        this.register = register;
    }

    /** Writes what the enterprise declares with a filing; industry-service keeps it as self-declared. */
    void declare(Filing filing, Map<String, JsonNode> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<IndustryRegister.Statement> statements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> fact : facts.entrySet()) {
            statements.add(statement(filing, fact.getKey(), fact.getValue()));
        }
        write(filing.creditCode(), register.facts(filing.creditCode()), statements);
    }

    /**
     * Confirms facts of a filing as they stand: the reviewer states the same values again, which industry-service keeps
     * as verified.
     *
     * @throws Problem 400 {@code INVALID} when a fact is not there to be verified
     */
    public void verify(Filing filing, List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        ResponseEntity<IndustryRegister.Facts> now = register.facts(filing.creditCode());
        List<IndustryRegister.Statement> statements = new ArrayList<>();
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<IndustryRegister.Fact> stated = stated(now.getBody(), filing, keys.get(i));
            if (stated.isEmpty()) {
                wrong.add(new FieldProblem("verified[" + i + "]", "FACT_UNKNOWN"));
            }
            for (IndustryRegister.Fact fact : stated) {
                if (!Boolean.TRUE.equals(fact.verified())) {
                    statements.add(
                            new IndustryRegister.Statement(fact.key(), fact.period(), fact.value(), fact.record()));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        if (!statements.isEmpty()) {
            write(filing.creditCode(), now, statements);
        }
    }

    private void write(
            String creditCode,
            ResponseEntity<IndustryRegister.Facts> now,
            List<IndustryRegister.Statement> statements) {
        String version = now.getHeaders().getETag();
        register.write(creditCode, version == null ? "*" : version, new IndustryRegister.Statements(statements));
    }

    /** The facts of that name on the enterprise, or on the record that the filing claims; this year's where yearly. */
    private static List<IndustryRegister.Fact> stated(IndustryRegister.@Nullable Facts now, Filing filing, String key) {
        if (now == null || now.facts() == null) {
            return List.of();
        }
        String year = Integer.toString(filing.year());
        return now.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .filter(fact -> fact.record() == null || fact.record().ref().equals(filing.record()))
                .filter(fact -> fact.period() == null || fact.period().equals(year))
                .toList();
    }

    private IndustryRegister.Statement statement(Filing filing, String key, JsonNode value) {
        IndustryRegister.Word word = words().get(key);
        if (word == null) {
            throw Problem.invalid(new FieldProblem("facts." + key, "FACT_UNKNOWN"));
        }
        String subject = word.subject();
        IndustryRegister.Record record = null;
        if (subject != null && !subject.equals("ENTERPRISE")) {
            if (filing.record() == null) {
                throw Problem.invalid(new FieldProblem("facts." + key, "RECORD_NEEDED"));
            }
            record = new IndustryRegister.Record(subject, filing.record());
        }
        String period = "ANNUAL".equals(word.period()) ? Integer.toString(filing.year()) : null;
        return new IndustryRegister.Statement(key, period, value, record);
    }

    private Map<String, IndustryRegister.Word> words() {
        if (words.isEmpty()) {
            Map<String, IndustryRegister.Word> read = new HashMap<>();
            register.dictionary().facts().forEach(word -> read.put(Objects.requireNonNull(word.key()), word));
            words = Map.copyOf(read);
        }
        return words;
    }
}
