package org.fourplusone.fund.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.Untold;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.payment.PaymentStage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an enterprise is told of its payment, its final account, its evaluation and what is claimed back. */
class ToldOfMoneyIT extends PaymentStage {
    private static final String THREE = """
            {"method":"INSTALMENTS","instalments":[{"trigger":"APPROVED","share":"0.50"},
             {"trigger":"PROJECT_STARTED","share":"0.50","fact":"project.started"}]}""";

    private final Untold untold = new Untold("5c1e");
    private Person clerk;
    private String filing;

    @Test
    void ofMoneyToo() {
        untold.add("reviewer-money", "chief-money", "second-money");
        clerk = Person.clerk(port, "clerk-money", Neighbours.FIRST);
        Person reviewer = Person.officer(port, "reviewer-money", "REVIEWER");
        Person chief = Person.officer(port, "chief-money", "APPROVER");
        Person second = Person.officer(port, "second-money", "APPROVER");
        filing = confirmed(Line.OTHER, "1000.00", null, THREE);
        String request = request(filing, 0);
        JsonNode wrong = batch(request);
        payer.post("/batches/" + wrong.path("id").asString() + "/withdraw", Map.of("reason", untold.text("batch")))
                .expect(200);
        report(sent(request), "ACSC", "").expect(200);
        assertUntold();

        String account = "/filings/" + filing + "/final-account";
        String basis = "审计报告〔2026〕9号-5c1e";
        reviewer.post(account, Map.of("amount", "400.00", "basis", basis)).expect(200);
        untold.add(basis);
        clerk.get(account).expect(404);
        assertUntold();
        chief.post(account + "/confirm", Map.of()).expect(200);
        untold.told(basis);
        assertThat(clerk.get(account).expect(200).json().path("basis").asString())
                .isEqualTo(basis);
        assertUntold();

        String recovery = "/recoveries/"
                + clerk.get("/recoveries?size=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("filing").asString().equals(filing))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
        CLOCK.set("2026-12-28");
        Person orderer = Person.officer(port, "orderer-money", "APPROVER");
        untold.add("orderer-money");
        orderer.post(recovery + "/order", Map.of("reason", "多付部分应当退回")).expect(200);
        assertThat(clerk.get("/filings/" + filing + "/timeline").body()).contains("多付部分应当退回");
        orderer.post(recovery + "/write-off", Map.of("reason", untold.text("write-off")))
                .expect(200);
        assertUntold(recovery);
        second.post(recovery + "/write-off", Map.of("reason", untold.text("write-off-2")))
                .expect(200);
        assertUntold(recovery);
        assertThat(chief.get("/filings/" + filing + "/timeline").body()
                        + chief.get(recovery).body())
                .as("what is there is found")
                .contains("内部-write-off-5c1e", "chief-money", "orderer-money");
    }

    private void assertUntold(String... more) {
        untold.assertUntold(clerk, intake, filing, more);
    }
}
