package org.fourplusone.fund.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIFTH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ReviewStage;
import org.fourplusone.fund.Untold;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an enterprise is told of its filing from the submission to the award, and what it is not: officers' notes and persons. */
class ToldIT extends ReviewStage {
    private static final String REVIEWED = "212345.00";
    private static final String APPROVED = "201234.00";

    private final Untold untold = new Untold("7f3a");
    private Person clerk;
    private String path;

    @Test
    void theEnterpriseSeesStepsAndLettersAndNoOfficersNoteNorAmountBeforeItsAwardIsPublic() {
        untold.add("chief-of-told", "taxman-told", "reviewer-told", "approver-told", "expert-told");
        clerk = Person.clerk(port, "clerk-told", FIFTH);
        Person office = Person.officer(port, "reviewer-told", "REVIEWER");
        Person signer = Person.officer(port, "approver-told", "APPROVER");
        path = acceptedWithJointReview();
        assertUntold();

        Person tax = Person.officer(port, "taxman-told", "REVIEWER");
        Map<String, Object> objects = Map.of("answer", "OBJECTS", "reason", untold.text("joint"));
        tax.post(path + "/joint-review/TAX", objects).expect(200);
        office.post(path + "/joint-review/TAX/resolution", Map.of("text", untold.text("resolution")))
                .expect(200);
        Person.officer(port, "bystander-told", "PAYER")
                .post(path + "/recusal", Map.of("reason", untold.text("recusal")))
                .expect(200);
        scored(office);
        assertUntold();

        Map<String, Object> review =
                new HashMap<>(Map.of("amount", REVIEWED, "opinion", untold.text("opinion"), "recommend", true));
        review.put("audit", Map.of("document", untold.text("audit"), "amount", "3000000.00"));
        String reduced = "发票与合同不符-7f3a";
        review.put("reductions", List.of(Map.of("line", "L1", "amount", "87655.00", "reason", reduced)));
        office.post(path + "/review", review).expect(200);
        untold.add(REVIEWED, reduced);
        assertUntold();
        signer.post(path + "/send-back", Map.of("reason", untold.text("send-back")))
                .expect(200);
        office.post(path + "/review", review).expect(200);

        Map<String, Object> approval = new HashMap<>(
                Map.of("amount", APPROVED, "reason", untold.text("approval"), "minute", untold.text("minute")));
        approval.put("onBehalfOf", "chief-of-told");
        signer.post(path + "/approve", approval).expect(200);
        if (stateOf(path).equals("REVIEWED")) {
            other.post(path + "/approve", Map.of("amount", APPROVED, "reason", untold.text("second")))
                    .expect(200);
        }
        assertThat(stateOf(path)).isEqualTo("APPROVED");
        untold.add(APPROVED);
        assertUntold();
        JsonNode before = clerk.get(path).json();
        assertThat(before.path("amount").asString()).isEqualTo("300000.00");
        assertThat(before.path("money").path("reserved").asString()).isEqualTo("0.00");
        assertThat(before.path("decisions")).isEmpty();

        untold.told(APPROVED, reduced);
        objectedAndConfirmed();
        JsonNode told = clerk.get(path).json();
        assertThat(told.path("approved").asString()).isEqualTo(APPROVED);
        assertThat(told.path("decisions").findValuesAsString("reason"))
                .as("why a line was cut")
                .contains(reduced);
        assertUntold();
        String officers =
                intake.get(path).body() + intake.get(path + "/joint-review").body();
        untold.assertWritten(officers, "objector", "13877776666", "recusal");
    }

    private String acceptedWithJointReview() {
        Person admin = Person.officer(port, "admin", "ADMIN");
        admin.post("/offices/TAX/members", Map.of("username", "taxman-told")).expect(200);
        intake.post("/calls/CALL-2026-R06-01/close", Map.of()).expect(200);
        Map<String, Object> call = Map.of(
                "itemCode", "R06-01", "opensOn", "2026-06-01", "closesOn", "2026-06-30", "jointReview", List.of("TAX"));
        intake.post("/calls", call).expect(201);
        Map<String, Object> delegation =
                Map.of("delegate", "approver-told", "startsOn", "2026-06-01", "endsOn", "2026-06-30", "reason", "出差");
        Person.officer(port, "chief-of-told", "APPROVER")
                .post("/delegations", delegation)
                .expect(201);
        Map<String, Object> line = Map.of("kind", "INVOICE", "reference", "TOLD-1", "netAmount", "4000000.00");
        return accepted("R06-01", FIFTH, List.of(line));
    }

    private void scored(Person office) {
        byte[] expert = "{\"name\":\"专家 示例\",\"active\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        intake.send("PUT", "/experts/expert-told", expert, Map.of()).expect(200);
        JsonNode drawn = office.post(path + "/experts", Map.of())
                .expect(200)
                .json()
                .path("experts")
                .get(0);
        String name = drawn.path("expert").asString();
        untold.told("expert-told");
        if (name.length() > 3) {
            untold.add("\"" + name + "\"");
        }
        Person.officer(port, name, "EXPERT")
                .post(path + "/scores", Map.of("score", 83, "opinion", untold.text("score")))
                .expect(200);
        assertThat(clerk.get(path).json().has("score")).isFalse();
    }

    private void objectedAndConfirmed() {
        String id = path.substring("/filings/".length());
        String notice = "/notices/"
                + intake.post("/notices", Map.of("filings", List.of(id)))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        assertUntold();
        Map<String, Object> objecting =
                Map.of("filing", id, "name", untold.text("objector"), "contact", "13877776666", "text", "请核实该项目的设备发票。");
        untold.add("13877776666");
        String objection = "/objections/"
                + Person.nobody(port)
                        .post(notice + "/objections", objecting)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        Map<String, Object> admitted =
                Map.of("admit", true, "contactChecked", true, "reason", untold.text("screening"));
        intake.post(objection + "/screen", admitted).expect(200);
        intake.post(objection + "/answer", Map.of("text", untold.text("answer"), "upheld", false))
                .expect(200);
        assertUntold();
        CLOCK.set("2026-06-20");
        intake.post(notice + "/close", Map.of()).expect(200);
        assertThat(stateOf(path)).isEqualTo("CONFIRMED");
    }

    private void assertUntold() {
        untold.assertUntold(clerk, intake, path.substring("/filings/".length()));
    }
}
