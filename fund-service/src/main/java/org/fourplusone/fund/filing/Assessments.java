package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks policy-service and keeps what it answered, frozen, with the filing. */
@Component
public class Assessments {
    /** What self-declared facts count for. */
    public enum Basis {
        DECLARED,
        VERIFIED
    }

    /** An answer as read and as it came. */
    public record Answer(Assessment assessment, JsonNode whole) {}

    private final PolicyAssessments policy;
    private final Stacked stacked;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Assessments(PolicyAssessments policy, Stacked stacked, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.policy = policy;
        this.stacked = stacked;
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.clock = clock;
    }

    /**
     * Asks afresh by the version of the item that the filing is for, in force or superseded, in its policy year: a case that is still at work when the year ends is judged as of its last
     * day. What this fund has awarded and policy-service does not know yet is deducted; what was approved after the filing
     * itself is not.
     *
     * @throws Problem 409 {@code ITEM_NOT_IN_FORCE}; 503 {@code UPSTREAM_DOWN} when policy-service is down: nothing passes
     *     unchecked
     */
    public Answer ask(Filing filing, Basis basis, Map<String, String> claimed) {
        LocalDate today = LocalDate.now(clock);
        LocalDate lastDay = LocalDate.of(filing.year(), 12, 31);
        try {
            Answer answer = ask(
                    filing.creditCode(),
                    filing.itemCode(),
                    filing.itemVersion(),
                    today.isAfter(lastDay) ? lastDay : today,
                    filing.record(),
                    basis,
                    claimed,
                    filing.id(),
                    stacked.later(filing));
            return stacked.less(filing, answer);
        } catch (Problem gone) {
            if (gone.status().value() == HttpStatus.NOT_FOUND.value()) {
                throw Problem.of(HttpStatus.CONFLICT, "ITEM_NOT_IN_FORCE", filing.itemCode());
            }
            throw gone;
        }
    }

    /** The same at submission, when the item has to be in force, in this version or another: 409 {@code ITEM_NOT_IN_FORCE}. */
    Answer askInForce(Filing filing, Basis basis, Map<String, String> claimed) {
        Answer answer = ask(filing, basis, claimed);
        if (Boolean.FALSE.equals(answer.assessment().inForce())) {
            throw Problem.of(HttpStatus.CONFLICT, "ITEM_NOT_IN_FORCE", filing.itemCode());
        }
        return answer;
    }

    /** By the version in force today. */
    Answer ask(
            String creditCode,
            String item,
            @Nullable String record,
            Basis basis,
            Map<String, String> claimed,
            @Nullable String filing) {
        return ask(creditCode, item, null, LocalDate.now(clock), record, basis, claimed, filing, List.of());
    }

    private Answer ask(
            String creditCode,
            String item,
            @Nullable Integer version,
            LocalDate asOf,
            @Nullable String record,
            Basis basis,
            Map<String, String> claimed,
            @Nullable String filing,
            List<String> later) {
        JsonNode whole = policy.assess(new PolicyAssessments.Request(
                creditCode,
                item,
                version,
                asOf,
                record,
                basis.name(),
                claimed.isEmpty() ? null : claimed,
                filing,
                later));
        return new Answer(json.treeToValue(whole, Assessment.class), whole);
    }

    /** Keeps an answer with the filing; {@code step} says at which step it was asked. */
    public void freeze(String filing, Step step, Basis basis, Answer answer) {
        jdbc.sql("INSERT INTO filing_assessment (filing_id, step, basis, at, item_version, verdict, answer)"
                        + " VALUES (:filing, :step, :basis, :at, :version, :verdict, :answer)")
                .param("filing", filing)
                .param("step", step.name())
                .param("basis", basis.name())
                .param("at", UtcColumn.of(clock.instant()))
                .param("version", answer.assessment().version())
                .param("verdict", answer.assessment().verdict())
                .param("answer", json.writeValueAsString(answer.whole()))
                .update();
    }

    /** The newest frozen answer: the review's once there is one, else the submission's; empty for a draft. */
    public Optional<Answer> frozen(String filing) {
        return newest(filing, "");
    }

    /** What the enterprise filed with: the newest submission's answer, or the opening's without application; empty for a draft. */
    Optional<Answer> submitted(String filing) {
        return newest(filing, " AND step IN ('APPLY', 'ACCEPT')");
    }

    private Optional<Answer> newest(String filing, String of) {
        return jdbc.sql("SELECT answer FROM filing_assessment WHERE filing_id = :filing" + of
                        + " ORDER BY id DESC LIMIT 1")
                .param("filing", filing)
                .query(String.class)
                .optional()
                .map(json::readTree)
                .map(whole -> new Answer(json.treeToValue(whole, Assessment.class), whole));
    }

    /** What the filing claims besides its lines, by the newest frozen answer, such as {@code PROJECT:P-00012}. */
    public List<String> claimsOf(String filing) {
        return frozen(filing)
                .map(answer -> answer.assessment().stacking())
                .map(Assessment.Stacking::claims)
                .orElse(List.of());
    }

    /** How the award is paid, by the newest frozen answer. */
    public Assessment.Payout payoutOf(String filing) {
        return frozen(filing)
                .map(answer -> answer.assessment().payout())
                .orElse(new Assessment.Payout(
                        "ONE_OFF", List.of(new Assessment.Part("APPROVED", "1.00", null, null, null))));
    }
}
