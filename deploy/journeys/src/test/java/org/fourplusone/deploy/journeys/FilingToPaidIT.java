package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, end to end, on all three tracks. */
class FilingToPaidIT {

    static final String FIRST = "91371502MA3EX0013C";
    static final String SECOND = "91371502MA3EX00217";

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void enterprisesArePaidOnAllThreeTracks() {
        Person first = suite.person("enterprise1");
        Case verified = Case.opened(
                        suite,
                        first,
                        FIRST,
                        Case.fitting(suite, first, FIRST, "VERIFY").get(0))
                .withEvidence(first)
                .submit("enterprise1")
                .reviewed()
                .approved();
        Case judged = Case.opened(
                        suite,
                        first,
                        FIRST,
                        Case.fitting(suite, first, FIRST, "EXPERT_AND_AUDIT").get(0))
                .withEvidence(first)
                .submit("enterprise1")
                .reviewed()
                .approved();
        Person second = suite.person("enterprise2");
        Case unasked = Case.entitled(
                        suite, SECOND, Case.rarest(suite, Case.fitting(suite, second, SECOND, "NO_APPLICATION")))
                .willing("enterprise2");
        assertThat(unasked.state()).as("the register proves it all").isEqualTo("REVIEWED");
        unasked.approved();

        Case.confirmedAfterNotice(suite, verified, judged, unasked);
        for (Case filing : List.of(verified, judged, unasked)) {
            BigDecimal paidBefore = paid(filing.item.path("line").asString(""));
            filing.paid();
            assertThat(filing.amount()).isEqualTo(filing.estimate());
            theSameNumbersEverywhere(filing, paidBefore);
            theBooksAreInOrder(filing);
        }
    }

    private BigDecimal paid(String line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row :
                suite.anybody().get("/api/fund/fund").expect(200).json().path("lines")) {
            if (line.isEmpty() || row.path("line").asString().equals(line)) {
                sum = sum.add(new BigDecimal(row.path("paid").asString()));
            }
        }
        return sum;
    }

    private void theSameNumbersEverywhere(Case filing, BigDecimal paidBefore) {
        String amount = filing.estimate();
        assertThat(paid(filing.item.path("line").asString("")))
                .isEqualByComparingTo(paidBefore.add(new BigDecimal(amount)));
        boolean published = false;
        for (JsonNode award : suite.anybody()
                .get("/api/fund/awards?size=200")
                .expect(200)
                .json()
                .path("items")) {
            published |= award.path("amount").asString().equals(amount)
                    && award.toString().contains(filing.item.path("code").asString());
        }
        assertThat(published).as("the award is public").isTrue();
        String timeline = suite.person("auditor")
                .get(filing.path() + "/timeline")
                .expect(200)
                .body();
        assertThat(timeline).contains("at");
    }

    private void theBooksAreInOrder(Case filing) {
        Person auditor = suite.person("auditor");
        JsonNode ledger =
                auditor.get("/api/fund/ledger/verification").expect(200).json();
        assertThat(ledger.toString()).contains("\"sum\":\"0.00\"");
        JsonNode chain = auditor.get("/api/fund/audit/verification?case=" + filing.id)
                .expect(200)
                .json();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
        JsonNode fund = suite.anybody().get("/api/fund/fund").expect(200).json();
        assertThat(fund.path("total").asString()).isEqualTo("60000000.00");
        for (JsonNode line : fund.path("lines")) {
            BigDecimal parts = BigDecimal.ZERO;
            for (String account : List.of("available", "reserved", "committed", "inTransit", "paid")) {
                parts = parts.add(new BigDecimal(line.path(account).asString()));
            }
            assertThat(parts)
                    .as(Map.of("line", line).toString())
                    .isEqualByComparingTo(line.path("budget").asString());
        }
    }
}
