package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One filing on its way from an enterprise's draft to the money, each step done by the person whose job it is. */
final class Case {

    private final RunningSuite suite;
    final String creditCode;
    final JsonNode item;
    final String id;

    private Case(RunningSuite suite, String creditCode, JsonNode item, String id) {
        this.suite = suite;
        this.creditCode = creditCode;
        this.item = item;
        this.id = id;
    }

    /** All that an enterprise is told about the 51 items. */
    static List<JsonNode> match(Person person, String creditCode) {
        List<JsonNode> items = new ArrayList<>();
        person.get("/api/policy/enterprises/" + creditCode + "/match")
                .expect(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    /** The items that fit, on a track, paid at once, that this enterprise has not filed for yet. */
    static List<JsonNode> fitting(RunningSuite suite, Person person, String creditCode, String track) {
        List<String> taken = new ArrayList<>();
        person.get("/api/fund/filings?size=200&creditCode=" + creditCode)
                .expect(200)
                .json()
                .path("items")
                .forEach(filing -> taken.add(filing.path("itemCode").asString()));
        return match(person, creditCode).stream()
                .filter(item -> item.path("verdict").asString().equals("ELIGIBLE"))
                .filter(item -> item.path("track").asString().equals(track))
                .filter(item -> item.path("estimate").has("amount"))
                .filter(item -> !taken.contains(item.path("code").asString()))
                .filter(item -> suite.anybody()
                        .get("/api/policy/items/" + item.path("code").asString())
                        .expect(200)
                        .json()
                        .path("payout")
                        .path("method")
                        .asString()
                        .equals("ONE_OFF"))
                .toList();
    }

    /** What {@code POST /filings} asks for this item: the record that fits and claim lines that carry the amount. */
    static Map<String, Object> draft(RunningSuite suite, String creditCode, JsonNode item) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("itemCode", item.path("code").asString());
        draft.put("creditCode", creditCode);
        for (JsonNode candidate : item.path("records")) {
            if (candidate.path("verdict").asString().equals("ELIGIBLE")) {
                draft.put("project", candidate.path("ref").asString());
                break;
            }
        }
        JsonNode lines = suite.anybody()
                .get("/api/policy/items/" + item.path("code").asString())
                .expect(200)
                .json()
                .path("form")
                .path("claimLines");
        List<Map<String, Object>> claimLines = new ArrayList<>();
        for (JsonNode line : lines) {
            Map<String, Object> claim = new LinkedHashMap<>();
            claim.put("kind", line.path("kind").asString());
            claim.put("reference", "REF-" + UUID.randomUUID());
            claim.put("netAmount", "900000000.00");
            claim.put("paidOn", "2026-06-30");
            claimLines.add(claim);
        }
        if (!claimLines.isEmpty()) {
            draft.put("claimLines", claimLines);
        }
        return draft;
    }

    static Case opened(RunningSuite suite, Person opener, String creditCode, JsonNode item) {
        JsonNode filing = opener.post("/api/fund/filings", draft(suite, creditCode, item))
                .expect(201)
                .json();
        return new Case(suite, creditCode, item, filing.path("id").asString());
    }

    /** A list is made and confirmed by the intake, and its filings opened; the case is this enterprise's. */
    static Case entitled(RunningSuite suite, String creditCode, JsonNode item) {
        Person intake = suite.person("intake");
        JsonNode run = intake.post(
                        "/api/policy/entitlement-runs",
                        Map.of("item", item.path("code").asString()))
                .expect(201)
                .json();
        String list = "/api/policy/entitlement-runs/" + run.path("id").asString();
        JsonNode listed = intake.get(list + "/enterprises?included=true&search=" + creditCode)
                .expect(200)
                .json();
        assertThat(listed.path("total").asInt()).as("on the list").isEqualTo(1);
        intake.post("/api/fund/entitlements", Map.of("run", run.path("id").asString()))
                .refused(409, "ENTITLEMENT_NOT_CONFIRMED");
        intake.post(list + "/confirm", Map.of()).expect(200);
        int left;
        do {
            left = intake.post(
                            "/api/fund/entitlements",
                            Map.of("run", run.path("id").asString()))
                    .expect(200)
                    .json()
                    .path("left")
                    .asInt();
        } while (left > 0);
        JsonNode filing = intake.get("/api/fund/filings?creditCode=" + creditCode + "&item="
                        + item.path("code").asString())
                .expect(200)
                .json()
                .path("items")
                .path(0);
        return new Case(suite, creditCode, item, filing.path("id").asString());
    }

    /** The enterprise confirms that it wants what was opened for it, and where to pay it. */
    Case willing(String username) {
        move(username, "submit", account(enterpriseName())).expect(200);
        return this;
    }

    /** Of these items the one that the fewest enterprises are entitled to, so that its list is short. */
    static JsonNode rarest(RunningSuite suite, List<JsonNode> items) {
        Person intake = suite.person("intake");
        return items.stream()
                .min(java.util.Comparator.comparingInt(item -> intake.get(
                                "/api/policy/items/" + item.path("code").asString() + "/eligible?size=1")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt()))
                .orElseThrow();
    }

    String path() {
        return "/api/fund/filings/" + id;
    }

    Person.Answer read(String username) {
        return suite.person(username).get(path()).expect(200);
    }

    String state() {
        return read("auditor").json().path("state").asString();
    }

    String amount() {
        return read("auditor").json().path("amount").asString();
    }

    /** Puts a document for everything that the filing still asks. */
    Case withEvidence(Person enterprise) {
        for (JsonNode document : enterprise.get(path()).expect(200).json().path("documents")) {
            if (document.path("required").asBoolean()
                    && !document.path("provided").asBoolean()) {
                String name = document.path("code").asString() + ".pdf";
                JsonNode stored = enterprise
                        .write(
                                "PUT",
                                path() + "/evidence/" + name,
                                pdf(name),
                                Map.of("Content-Type", "application/pdf"))
                        .expect(200)
                        .json();
                assertThat(stored.path("sha256").asString()).hasSize(64);
            }
        }
        Person.Answer now = enterprise.get(path()).expect(200);
        enterprise
                .patch(path(), now.etag(), Map.of("contact", Map.of("name", "张三", "phone", "13800000000")))
                .expect(200);
        return this;
    }

    /** A small but real PDF. */
    static byte[] pdf(String words) {
        String body =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% " + words + " "
                        + UUID.randomUUID()
                        + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        return body.getBytes(StandardCharsets.US_ASCII);
    }

    Person.Answer move(String username, String move, Object body) {
        return suite.person(username).post(path() + "/" + move, body);
    }

    Case submit(String username) {
        move(username, "submit", Map.of()).expect(200);
        return this;
    }

    /** Accepted, scored where the track asks it, and reviewed at the estimate. */
    Case reviewed() {
        move("intake", "accept", Map.of()).expect(200);
        if (item.path("track").asString().equals("EXPERT_AND_AUDIT")) {
            move("reviewer", "experts", Map.of()).expect(200);
            Person.Answer first = move("expert", "scores", Map.of("score", 88, "opinion", "同意支持"));
            if (first.status() != 200) {
                move("expert2", "scores", Map.of("score", 88, "opinion", "同意支持"))
                        .expect(200);
            }
        }
        Map<String, Object> review =
                new LinkedHashMap<>(Map.of("amount", estimate(), "opinion", "材料齐全，符合条件", "recommend", true));
        if (item.path("track").asString().equals("EXPERT_AND_AUDIT")) {
            review.put("audit", Map.of("document", "示例审字〔2026〕1号", "amount", "900000000.00"));
        }
        move("reviewer", "review", review).expect(200);
        assertThat(state()).isEqualTo("REVIEWED");
        return this;
    }

    String estimate() {
        return item.path("estimate").path("amount").asString();
    }

    Case approved() {
        Person.Answer approval = move("approver", "approve", approval()).expect(200);
        if (!approval.json().path("state").asString().equals("APPROVED")) {
            move("approver2", "approve", approval()).expect(200);
        }
        assertThat(state()).isEqualTo("APPROVED");
        return this;
    }

    private Map<String, Object> approval() {
        return Map.of("amount", estimate(), "reason", "同意", "minute", "领导小组纪要〔2026〕1号");
    }

    /** The amounts are public for the days of notice, and nobody objects. */
    static void confirmedAfterNotice(RunningSuite suite, Case... cases) {
        Person intake = suite.person("intake");
        List<String> ids = Stream.of(cases).map(each -> each.id).toList();
        JsonNode notice = intake.post("/api/fund/notices", Map.of("filings", ids))
                .expect(201)
                .json();
        String close = "/api/fund/notices/" + notice.path("id").asString() + "/close";
        intake.post(close, Map.of()).refused(409, "NOTICE_STILL_RUNNING");
        for (Case each : cases) {
            assertThat(each.state()).isEqualTo("ON_NOTICE");
        }
        suite.advancePast(LocalDate.parse(notice.path("endsOn").asString()));
        intake.post(close, Map.of()).expect(200);
        for (Case each : cases) {
            assertThat(each.state()).isEqualTo("CONFIRMED");
        }
    }

    String enterpriseName() {
        return read("intake").json().path("enterpriseName").asString();
    }

    private static Map<String, Object> account(String holder) {
        return Map.of(
                "account",
                Map.of(
                        "name",
                        holder,
                        "number",
                        "1611020009200012345",
                        "bank",
                        "示例银行聊城开发区支行",
                        "cnaps",
                        "402795602394"));
    }

    /** Where the enterprise is paid to, as the payer asks for it. */
    Map<String, Object> payee() {
        return account(enterpriseName());
    }

    JsonNode firstInstalment() {
        return suite.person("payer")
                .get(path() + "/instalments")
                .expect(200)
                .json()
                .path(0);
    }

    /** Requested by the payer, released by a second person, sent, and reported paid by the bank. */
    Case paid() {
        Person payer = suite.person("payer");
        Person releaser = suite.person("releaser");
        String instalment = firstInstalment().path("id").asString();
        String request = "/api/fund/instalments/" + instalment + "/request";
        payer.post(request, account("别人的公司")).refused(409, "ACCOUNT_NOT_OWN");
        assertThat(state()).isEqualTo("CONFIRMED");
        payer.post(request, account(enterpriseName())).expect(200);
        JsonNode batch = payer.post("/api/fund/batches", Map.of("instalments", List.of(instalment)))
                .expect(201)
                .json();
        String batchPath = "/api/fund/batches/" + batch.path("id").asString();
        payer.post(batchPath + "/release", Map.of()).expect(403);
        releaser.post(batchPath + "/release", Map.of()).expect(200);
        releaser.post(batchPath + "/send", Map.of()).expect(200);
        String transfer = releaser.get(batchPath + "/pain.001", "application/xml")
                .expect(200)
                .body();
        assertThat(transfer).contains("pain.001.001.09", estimateInFile());
        report(transfer, "ACSC");
        assertThat(state()).isEqualTo("CLOSED");
        return this;
    }

    private String estimateInFile() {
        return firstInstalment().path("amount").asString();
    }

    /** Plays the bank: answers every end-to-end id of the transfer file with this status. */
    void report(String transfer, String status) {
        suite.person("releaser")
                .write(
                        "POST",
                        "/api/fund/payment-status",
                        BankReport.pain002(transfer, status).getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Content-Type",
                                "application/xml",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .expect(200);
    }
}
