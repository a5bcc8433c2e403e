package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fourplusone.fund.filing.Assessment;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TriggerGateTests {

    private static final String CLEAN = """
            {"key":"credit.dishonestJudgmentDebtor","value":false,"verified":true},
            {"key":"credit.seriousIllegalDishonestList","value":"false","verified":true},
            {"key":"safety.majorAccidentsLast12m","value":"0","verified":true}""";

    @Test
    void aTriggerIsMetByItsVerifiedFactOnTheClaimedRecord() {
        String fact =
                ",{\"key\":\"project.started\",\"value\":true,\"verified\":%s,\"record\":{\"kind\":\"PROJECT\",\"ref\":\"%s\"}}";
        Instalment instalment = instalment(Trigger.PROJECT_STARTED, "project.started", List.of());
        assertThat(gate(CLEAN + fact.formatted("true", "P-1")).requireMet(instalment, moment("P-1", Set.of())))
                .isEqualTo("project.started");
        assertNotMet(gate(CLEAN + fact.formatted("false", "P-1")), instalment, Set.of());
        assertNotMet(gate(CLEAN + fact.formatted("true", "P-2")), instalment, Set.of());
        assertNotMet(gate(CLEAN), instalment, Set.of());
    }

    @Test
    void aStageIsMetWhenTheSetHoldsIt() {
        TriggerGate gate = gate(
                CLEAN + ",{\"key\":\"listing.stage\",\"value\":[\"TUTORING_FILED\",\"ACCEPTED\"],\"verified\":true}");
        assertThat(gate.requireMet(instalment(Trigger.ACCEPTED, "listing.stage", List.of()), moment("P-1", Set.of())))
                .isEqualTo("listing.stage");
        assertNotMet(gate, instalment(Trigger.LISTED, "listing.stage", List.of()), Set.of());
    }

    @Test
    void aTriggerIsMetByAllItsDocuments() {
        Instalment instalment = instalment(Trigger.PROJECT_COMPLETED, "project.completed", List.of("E13", "E14"));
        assertThat(gate(CLEAN).requireMet(instalment, moment(null, Set.of("E02", "E13", "E14"))))
                .isEqualTo("E13, E14");
        assertNotMet(gate(CLEAN), instalment, Set.of("E13"));
        assertThat(gate("").requireMet(instalment(Trigger.APPROVED, null, List.of()), moment(null, Set.of())))
                .isEqualTo("APPROVED");
    }

    @Test
    void plansByShareByStageOrAtOnce() {
        Money award = Money.parse("100000.01");
        assertThat(PlanInstalments.parts(
                        award, List.of(part("PROJECT_STARTED", "0.30", null), part("PROJECT_COMPLETED", "0.70", null))))
                .extracting(PlanInstalments.Part::amount)
                .containsExactly(Money.parse("30000.00"), Money.parse("70000.01"));
        assertThat(PlanInstalments.parts(
                        award,
                        List.of(
                                part("TUTORING_FILED", null, "500000.00"),
                                part("ACCEPTED", null, "1000000.00"),
                                part("LISTED", null, null))))
                .extracting(PlanInstalments.Part::amount)
                .containsExactly(Money.parse("33333.34"), Money.parse("66666.67"));
        assertThat(PlanInstalments.parts(award, null))
                .containsExactly(new PlanInstalments.Part(award, Trigger.APPROVED, null, List.of()));
        assertThat(PlanInstalments.parts(
                        Money.ofFen(1), List.of(part("APPROVED", "0.40", null), part("LISTED", "0.60", null))))
                .hasSize(1);
    }

    private static Assessment.Part part(String trigger, String share, String amount) {
        return new Assessment.Part(trigger, share, amount == null ? null : Money.parse(amount), null, null);
    }

    private static TriggerGate gate(String facts) {
        return new TriggerGate(
                JsonMapper.shared().readValue("{\"facts\":[" + facts + "]}", EnterpriseFacts.Facts.class));
    }

    private static Instalment instalment(Trigger trigger, String fact, List<String> papers) {
        return Instalment.planned("I", "F", 1, Money.ofFen(1), trigger, fact, papers);
    }

    private static void assertNotMet(TriggerGate gate, Instalment instalment, Set<String> attached) {
        assertThatThrownBy(() -> gate.requireMet(instalment, moment("P-1", attached)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("TRIGGER_NOT_MET"));
    }

    @Test
    void theFinalAccountHasToBeConfirmed() {
        Instalment instalment = instalment(Trigger.FINAL_ACCOUNT, null, List.of());
        assertThatThrownBy(() -> gate(CLEAN).requireMet(instalment, moment("P-1", Set.of())))
                .hasMessageContaining("TRIGGER_NOT_MET");
        assertThat(gate(CLEAN)
                        .requireMet(instalment, new TriggerGate.Moment("P-1", Set.of(), Set.of(), year(false), true)))
                .isEqualTo("FINAL_ACCOUNT");
    }

    @Test
    void nextYearsCheckIsOfNextYear() {
        Instalment instalment = instalment(Trigger.STILL_IN_LIBRARY_NEXT_YEAR, "stat.still", List.of("E20"));
        String dated = "{\"key\":\"stat.still\",\"value\":true,\"verified\":%s%s}";
        TriggerGate fresh = gate(dated.formatted("true", ",\"recordedAt\":\"2026-12-31T16:00:00Z\""));
        assertMissing("NEXT_YEAR", fresh, instalment, next(false, Set.of("E20")));
        assertThat(fresh.requireMet(instalment, next(true, Set.of()))).isEqualTo("stat.still");
        assertThat(gate(dated.formatted("true", ",\"period\":\"2027\"")).requireMet(instalment, next(true, Set.of())))
                .isEqualTo("stat.still");
        List.of(
                        dated.formatted("true", ""),
                        dated.formatted("true", ",\"recordedAt\":\"2026-12-31T15:59:59Z\""),
                        dated.formatted("true", ",\"period\":\"2026\",\"recordedAt\":\"2027-02-01T00:00:00Z\""),
                        dated.formatted("false", ",\"recordedAt\":\"2027-02-01T00:00:00Z\""),
                        dated.formatted("true", ",\"recordedAt\":\"2027-02-01T00:00:00Z\"")
                                .replace("value\":true", "value\":false"))
                .forEach(fact -> assertMissing("PROOF_OF_NEXT_YEAR", gate(fact), instalment, next(true, Set.of())));
        assertThat(gate("").requireMet(instalment, next(true, Set.of("E20"))))
                .as("its documents, handed in since")
                .isEqualTo("E20");
    }

    private static void assertMissing(
            String missing, TriggerGate gate, Instalment instalment, TriggerGate.Moment moment) {
        assertThatThrownBy(() -> gate.requireMet(instalment, moment)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("TRIGGER_NOT_MET");
            assertThat(problem.properties()).containsEntry("missing", missing);
        });
    }

    /** The documents of the filing are all there; these were handed in since the year began. */
    private static TriggerGate.Moment next(boolean here, Set<String> since) {
        return new TriggerGate.Moment("P-1", Set.of("E20"), since, year(here), false);
    }

    private static TriggerGate.Moment moment(String record, Set<String> attached) {
        return new TriggerGate.Moment(record, attached, Set.of(), year(false), false);
    }

    private static TriggerGate.NextYear year(boolean here) {
        return new TriggerGate.NextYear(2027, Instant.parse("2026-12-31T16:00:00Z"), here);
    }
}
