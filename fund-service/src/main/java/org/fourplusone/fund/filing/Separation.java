package org.fourplusone.fund.filing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Separation by person, in one place: who did which step of a case, and whether the caller may do another. A clerk of the
 * enterprise counts as its applicant on every case of that enterprise, whoever filed it; an auditor as its auditor, whether
 * there was an audit or not. A step that somebody did for another counts for both.
 */
@Component
public class Separation {
    private final JdbcClient jdbc;

    Separation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 409 {@code SAME_PERSON} with {@code did} when the caller did an incompatible step on this case. */
    public void require(Filing filing, Step step, Caller caller) {
        conflict(filing, step, caller).ifPresent(did -> refuse(filing, step, did, caller.username()));
    }

    /** The same for the caller and for whom the caller stands; nobody is asked for the public and the system. */
    public void require(Filing filing, Step step, Actor actor) {
        if (actor.caller() != null) {
            require(filing, step, actor.caller());
        }
        String principal = actor.onBehalfOf();
        if (principal != null && step != Step.RECUSE) {
            stepsOf(filing.id(), principal).stream()
                    .filter(did -> !did.isCompatibleWith(step))
                    .findFirst()
                    .ifPresent(did -> refuse(filing, step, did, principal));
        }
    }

    private static void refuse(Filing filing, Step step, Step did, String person) {
        throw Problem.of(HttpStatus.CONFLICT, "SAME_PERSON", did.name(), step.name())
                .with("did", did.name())
                .with("person", person)
                .with("filing", filing.id());
    }

    /** The incompatible step that the caller did on this case, if any. */
    public Optional<Step> conflict(Filing filing, Step step, Caller caller) {
        return conflict(filing, step, caller, stepsOf(filing.id(), caller.username()));
    }

    /** The same, for a person whose steps on the case are known already. */
    static Optional<Step> conflict(Filing filing, Step step, Caller caller, Collection<Step> done) {
        if (step == Step.RECUSE) {
            return Optional.empty();
        }
        if (step != Step.AUDIT && !step.isCompatibleWith(Step.AUDIT) && caller.has("AUDITOR")) {
            return Optional.of(Step.AUDIT);
        }
        if (step != Step.APPLY && !step.isCompatibleWith(Step.APPLY) && caller.mayActFor(filing.creditCode())) {
            return Optional.of(Step.APPLY);
        }
        return done.stream().filter(did -> !did.isCompatibleWith(step)).findFirst();
    }

    /** What a person did on each of these cases. */
    Map<String, Set<Step>> stepsOf(Collection<String> filings, String person) {
        Map<String, Set<Step>> steps = new HashMap<>();
        if (!filings.isEmpty()) {
            jdbc.sql("SELECT DISTINCT filing_id, step FROM filing_step WHERE filing_id IN (:filings)"
                            + " AND (person = :person OR on_behalf_of = :person)")
                    .param("filings", filings)
                    .param("person", person)
                    .query((row, number) -> steps.computeIfAbsent(
                                    row.getString(1), filing -> EnumSet.noneOf(Step.class))
                            .add(Step.valueOf(row.getString(2))))
                    .list();
        }
        return steps;
    }

    /** What a person did on a case so far, oldest first. */
    public List<Step> stepsOf(String filing, String person) {
        return jdbc
                .sql("SELECT DISTINCT step FROM filing_step WHERE filing_id = :filing"
                        + " AND (person = :person OR on_behalf_of = :person)")
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
        return jdbc.sql(
                        "SELECT person FROM filing_step WHERE filing_id = :filing AND person IS NOT NULL UNION"
                                + " SELECT on_behalf_of FROM filing_step WHERE filing_id = :filing AND on_behalf_of IS NOT NULL")
                .param("filing", filing)
                .query(String.class)
                .list();
    }
}
