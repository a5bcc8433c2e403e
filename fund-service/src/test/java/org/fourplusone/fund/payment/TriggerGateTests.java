package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(gate(CLEAN).requireMet(instalment, new TriggerGate.Moment("P-1", Set.of(), false, true)))
                .isEqualTo("FINAL_ACCOUNT");
    }

    @Test
    void nextYearsCheckWaitsForTheYear() {
        Instalment instalment = instalment(Trigger.STILL_IN_LIBRARY_NEXT_YEAR, "stat.still", List.of());
        TriggerGate gate = gate(CLEAN + ",{\"key\":\"stat.still\",\"value\":true,\"verified\":true}");
        assertThatThrownBy(() -> gate.requireMet(instalment, moment("P-1", Set.of())))
                .hasMessageContaining("TRIGGER_NOT_MET");
        assertThat(gate.requireMet(instalment, new TriggerGate.Moment("P-1", Set.of(), true, false)))
                .isEqualTo("stat.still");
    }

    private static TriggerGate.Moment moment(String record, Set<String> attached) {
        return new TriggerGate.Moment(record, attached, false, false);
    }
}
