package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Awards taken back before any of them was paid. */
class RevocationIT extends PaymentStage {
    private static final Map<String, String> REASON = Map.of("reason", "企业已注销。");
    private static final String AT_ONCE_AND_LATER = """
            {"method":"INSTALMENTS","instalments":[{"trigger":"APPROVED","share":"0.30"},
             {"trigger":"PROJECT_IN_PRODUCTION","share":"0.70","fact":"project.inProduction","documents":["E13","E14"]}]}""";

    private Person chief;

    @BeforeEach
    void chief() {
        chief = Person.officer(port, "chief", "APPROVER");
    }

    @Test
    void theMoneyIsFreeAgainAndEverybodyIsTold() {
        String free = available();
        String filing = confirmed(Line.BRAND_BUILDING, "70000.00", null, TWO_PARTS);
        assertThat(available()).isNotEqualTo(free);

        JsonNode revoked = revoke(filing).expect(200).json();

        assertThat(revoked.path("state").asString()).isEqualTo("REJECTED");
        assertThat(available()).isEqualTo(free);
        FilingBalance held = ledger.of(filing);
        assertThat(held.committed().plus(held.reserved()).isZero()).isTrue();
        assertThat(payer.get("/filings/" + filing + "/instalments").json().findValuesAsString("state"))
                .containsOnly("CANCELLED");
        assertThat(Person.nobody(port)
                        .get("/awards?size=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(award -> award.path("number")
                                .asString()
                                .equals(revoked.path("number").asString()))
                        .map(award -> award.path("state").asString()))
                .containsExactly("REVOKED");
        assertThat(intake.get("/filings/" + filing + "/letters").expect(200).body())
                .contains("撤销奖励决定书");
        assertThat(audit.verify(filing)).isEmpty();
        revoke(filing).refused(409, "ILLEGAL_MOVE");
    }

    @Test
    void whatIsOnItsWayOrPaidIsNotRevoked() {
        String filing = confirmed(Line.BRAND_BUILDING, "60000.00", null, AT_ONCE_AND_LATER);
        String instalment = request(filing, 0);
        JsonNode batch = sent(instalment);
        revoke(filing).refused(409, "PAYMENT_UNDER_WAY");
        report(batch, "ACSC", "").expect(200);
        revoke(filing).refused(409, "AWARD_PAID");
        assertThat(stateOf(filing)).isEqualTo("PAYING");
    }

    @Test
    void onlyAnApproverWithoutAnotherDutyOnTheCaseRevokes() {
        String filing = confirmed(Line.BRAND_BUILDING, "50000.00", null, ONE_OFF);
        payer.post("/filings/" + filing + "/revoke", REASON).expect(403);
        Person both = Person.officer(port, "intake", "INTAKE", "APPROVER");
        both.post("/filings/" + filing + "/revoke", REASON).refused(409, "SAME_PERSON");
        chief.post("/filings/" + filing + "/revoke", Map.of("reason", " ")).refused(400, "INVALID");
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
        revoke(filing).expect(200);
    }

    private Person.Answer revoke(String filing) {
        return chief.post("/filings/" + filing + "/revoke", REASON);
    }

    private String available() {
        return Person.nobody(port)
                .get("/fund")
                .json()
                .path("lines")
                .valueStream()
                .filter(line -> line.path("line").asString().equals(Line.BRAND_BUILDING.name()))
                .map(line -> line.path("available").asString())
                .findFirst()
                .orElseThrow();
    }
}
