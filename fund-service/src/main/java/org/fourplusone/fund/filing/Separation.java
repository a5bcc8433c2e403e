package org.fourplusone.fund.filing;

import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Separation by person, in one place: who did which step of a case, and whether the caller may do another. A clerk of the
 * enterprise counts as its applicant on every case of that enterprise, whoever filed it.
 */
@Component
public class Separation {
    private final JdbcClient jdbc;

    Separation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 409 {@code SAME_PERSON} with {@code did} when the caller did an incompatible step on this case. */
    public void require(Filing filing, Step step, Caller caller) {
        conflict(filing, step, caller).ifPresent(did -> {
            throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON", did.name(), step.name())
                    .with("did", did.name())
                    .with("filing", filing.id());
        });
    }

    /** The incompatible step that the caller did on this case, if any. */
    public Optional<Step> conflict(Filing filing, Step step, Caller caller) {
        if (step != Step.APPLY && !step.isCompatibleWith(Step.APPLY) && caller.mayActFor(filing.creditCode())) {
            return Optional.of(Step.APPLY);
        }
        return stepsOf(filing.id(), caller.username()).stream()
                .filter(did -> !did.isCompatibleWith(step))
                .findFirst();
    }

    /** What a person did on a case so far, oldest first. */
    public List<Step> stepsOf(String filing, String person) {
        return jdbc
                .sql("SELECT DISTINCT step FROM filing_step WHERE filing_id = :filing AND person = :person")
                .param("filing", filing)
                .param("person", person)
                .query(String.class)
                .list()
                .stream()
                .map(Step::valueOf)
                .toList();
    }

    /** Everybody who did something with a duty on a case. */
    public List<String> peopleOf(String filing) {
        return jdbc.sql("SELECT DISTINCT person FROM filing_step WHERE filing_id = :filing AND person IS NOT NULL")
                .param("filing", filing)
                .query(String.class)
                .list();
    }
}
