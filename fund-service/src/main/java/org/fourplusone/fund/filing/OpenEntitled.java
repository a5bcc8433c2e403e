package org.fourplusone.fund.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.fund.call.Call;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the filing of one enterprise of a confirmed list: the verdict is asked afresh on proven facts and frozen, the claim
 * is taken, and the enterprise is settled on the list, all in one transaction of its own. A second attempt finds it settled.
 */
@Component
class OpenEntitled {
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final Filings filings;
    private final DraftFiling drafts;
    private final Assessments assessments;
    private final IndustryRegister register;
    private final Fingerprints fingerprints;
    private final EntitlementPulls pulls;
    private final TransactionTemplate transaction;

    OpenEntitled(
            JdbcClient jdbc,
            Filings filings,
            DraftFiling drafts,
            Assessments assessments,
            IndustryRegister register,
            Fingerprints fingerprints,
            EntitlementPulls pulls,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.drafts = drafts;
        this.assessments = assessments;
        this.register = register;
        this.fingerprints = fingerprints;
        this.pulls = pulls;
        this.transaction = transaction;
    }

    /** @throws Problem 503 when policy-service or industry-service cannot be asked, 409 when the item has another version: nothing is settled */
    void open(PolicyEntitlements.Run run, PolicyEntitlements.Entitled row, Call call, Caller caller) {
        for (int attempt = 1; ; attempt++) {
            try {
                openOnce(run, row, call, caller);
                return;
            } catch (
                    PessimisticLockingFailureException
                            busy) { // several pull at once and the database let another go first
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }

    private void openOnce(PolicyEntitlements.Run run, PolicyEntitlements.Entitled row, Call call, Caller caller) {
        if (caller.mayActFor(row.creditCode())) {
            skip(run, row, Skipped.SAME_PERSON, null, caller);
            return;
        }
        Assessments.Answer answer = ask(run, row);
        if (answer == null || !answer.assessment().isCertain()) {
            skip(run, row, Skipped.NOT_PROVEN, null, caller);
        } else if (!answer.assessment().most().equals(row.amount())) {
            skip(run, row, Skipped.AMOUNT_CHANGED, null, caller);
        } else {
            IndustryRegister.Enterprise enterprise = new IndustryRegister.Enterprise(
                    row.creditCode(),
                    row.name(),
                    register.enterprise(row.creditCode()).cluster());
            openOrSkip(run, row, enterprise, call, answer, caller);
        }
    }

    private Assessments.@Nullable Answer ask(PolicyEntitlements.Run run, PolicyEntitlements.Entitled row) {
        Assessments.Answer answer;
        try {
            answer = assessments.ask(
                    row.creditCode(), run.item(), row.record(), Assessments.Basis.VERIFIED, Map.of(), null);
        } catch (Problem gone) {
            boolean unknown = gone.status().value() == 404 || gone.status().value() == 400;
            if (unknown) {
                return null;
            }
            throw gone;
        }
        if (answer.assessment().version() != run.itemVersion()) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "ENTITLEMENT_OF_ANOTHER_VERSION",
                    run.item(),
                    Integer.toString(run.itemVersion()));
        }
        return answer;
    }

    private void openOrSkip(
            PolicyEntitlements.Run run,
            PolicyEntitlements.Entitled row,
            IndustryRegister.Enterprise enterprise,
            Call call,
            Assessments.Answer answer,
            Caller caller) {
        Optional<String> other = underWay(row, call);
        if (other.isPresent()) {
            skip(run, row, Skipped.OPEN_FILING, other.get(), caller);
            return;
        }
        try {
            transaction.executeWithoutResult(status -> write(run, row, enterprise, call, answer, caller));
        } catch (DuplicateKeyException settled) {
            // somebody else pulls the same list and was faster with this one
        } catch (Problem taken) {
            if (!taken.code().equals("DUPLICATE_CLAIM")) {
                throw taken;
            }
            Object number = taken.properties().get("filing");
            skip(run, row, Skipped.DUPLICATE_CLAIM, number == null ? null : number.toString(), caller);
        }
    }

    private void write(
            PolicyEntitlements.Run run,
            PolicyEntitlements.Entitled row,
            IndustryRegister.Enterprise enterprise,
            Call call,
            Assessments.Answer answer,
            Caller caller) {
        Assessment assessment = answer.assessment();
        String id = drafts.insert(enterprise, call, row.record());
        pulls.opened(run.id(), row, id, caller);
        jdbc.sql("UPDATE filing SET item_version = :version, estimate = :estimate, stacking_group = :group"
                        + " WHERE id = :id")
                .param("group", Stacked.group(assessment))
                .param("version", assessment.version())
                .param("estimate", assessment.most().fen())
                .param("id", id)
                .update();
        assessments.freeze(id, Step.ACCEPT, Assessments.Basis.VERIFIED, answer);
        Filing filing = filings.get(id);
        fingerprints.claim(filing, Fingerprint.of(filing, assessment.stacking(), List.of()));
        noteConfirmer(run, filing, caller);
        Map<String, Object> detail = Map.of("run", run.id(), "amount", row.amount());
        filings.note(filing, Step.ACCEPT, "OPEN", new Actor(caller, "INTAKE"), null, detail);
    }

    /** Whoever confirmed the list did the intake's step on every case of it, and may do no other there. */
    private void noteConfirmer(PolicyEntitlements.Run run, Filing filing, Caller caller) {
        String confirmer = run.decidedBy();
        if (confirmer != null && !confirmer.equals(caller.username())) {
            Caller officer = new Caller(confirmer, confirmer, Set.of("INTAKE"), Set.of());
            Map<String, Object> detail = Map.of("run", run.id(), "confirmedBy", confirmer);
            filings.note(filing, Step.ACCEPT, "CONFIRM_LIST", new Actor(officer, "INTAKE"), null, detail);
        }
    }

    /** The number of a filing of the same enterprise for the same item and year that is not at its end. */
    private Optional<String> underWay(PolicyEntitlements.Entitled row, Call call) {
        List<String> ends = java.util.Arrays.stream(State.values())
                .filter(state -> state.isWithoutMoney() || state == State.CLOSED)
                .map(State::name)
                .toList();
        return jdbc.sql("SELECT year, serial FROM filing WHERE credit_code = :code AND year = :year"
                        + " AND item_code = :item AND state NOT IN (:ends) AND (record IS NULL OR :record IS NULL"
                        + " OR record = :record) ORDER BY serial LIMIT 1")
                .param("code", row.creditCode())
                .param("year", call.year())
                .param("item", call.item().code())
                .param("ends", ends)
                .param("record", row.record())
                .query((found, number) -> Filing.number(found.getInt(1), found.getLong(2)))
                .optional();
    }

    private void skip(
            PolicyEntitlements.Run run,
            PolicyEntitlements.Entitled row,
            Skipped why,
            @Nullable String other,
            Caller caller) {
        try {
            pulls.skipped(run.id(), row, why, other, caller);
        } catch (DuplicateKeyException settled) {
            // settled meanwhile, by another pull of the same list
        }
    }
}
