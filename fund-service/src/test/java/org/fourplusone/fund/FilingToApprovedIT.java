package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.fund.Neighbours.FIRST;
import static org.fourplusone.fund.Neighbours.FOURTH;
import static org.fourplusone.fund.Neighbours.SECOND;
import static org.fourplusone.fund.Neighbours.THIRD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A filing on its way from draft to approval, over HTTP, on a real database, beside neighbours that answer examples. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FilingToApprovedIT {
    private static final byte[] PDF = "%PDF-1.4\nexample".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> OFFERS =
            List.of("A01-06", "A02-01", "A02-02", "A02-03", "A03-02", "A03-01", "A05-02");
    private static final String DOCUMENTS = """
            ,"documents":[{"code":"E01","name":{"zh":"资金申请表","en":"Form"},"required":true},
             {"code":"E02","name":{"zh":"营业执照","en":"Licence"},"required":true},
             {"code":"E10","name":{"zh":"备案文件","en":"Filing"},"required":false}]""";

    @LocalServerPort
    int port;

    private Person enterprise;
    private Person intake;
    private Person reviewer;
    private Person approver;
    private Person auditor;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "filing");
    }

    @BeforeAll
    static void offers() {
        Neighbours.offer(
                "A01-06",
                "VERIFY",
                "EXPAND_INVESTMENT",
                DOCUMENTS
                        + ",\"form\":{\"questions\":[\"ent.revenueYear\"],\"claimLines\":[{\"kind\":\"INVOICE\","
                        + "\"fact\":\"ent.capital\",\"measure\":\"NET_AMOUNT\"}]}");
        Neighbours.offer("A02-01", "VERIFY", "OTHER", DOCUMENTS);
        Neighbours.offer("A02-02", "VERIFY", "OTHER", DOCUMENTS);
        Neighbours.offer("A02-03", "VERIFY", "OTHER", DOCUMENTS);
        Neighbours.offer("A03-02", "EXPERT_AND_AUDIT", "TECH_INNOVATION", DOCUMENTS);
        Neighbours.offer("A03-01", "NO_APPLICATION", "TECH_INNOVATION", DOCUMENTS);
        Neighbours.offer("A05-02", "VERIFY", "RESTRUCTURE_LISTING", DOCUMENTS);
        for (String enterprise : List.of(FIRST, SECOND, THIRD, FOURTH)) {
            Neighbours.judge(enterprise, "A01-06", "ELIGIBLE", Neighbours.exactly("300000.00"), "");
            Neighbours.judge(enterprise, "A02-01", "ELIGIBLE", Neighbours.exactly("100000.00"), "");
            Neighbours.judge(enterprise, "A02-02", "ELIGIBLE", Neighbours.exactly("600000.00"), "");
            Neighbours.judge(enterprise, "A02-03", "INELIGIBLE", Neighbours.exactly("0.00"), "");
            Neighbours.judge(enterprise, "A03-02", "ELIGIBLE", Neighbours.exactly("250000.00"), "");
            Neighbours.judge(enterprise, "A03-01", "ELIGIBLE", Neighbours.exactly("200000.00"), "");
            Neighbours.judge(enterprise, "A05-02", "ELIGIBLE", Neighbours.exactly("3500000.00"), "");
        }
    }

    @BeforeEach
    void people() throws InterruptedException {
        enterprise = Person.clerk(port, "wang", FIRST);
        intake = Person.officer(port, "intake", "INTAKE");
        reviewer = Person.officer(port, "reviewer", "REVIEWER");
        approver = Person.officer(port, "approver", "APPROVER");
        auditor = Person.officer(port, "auditor", "AUDITOR");
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!offered().containsAll(OFFERS) && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        assertThat(offered()).containsAll(OFFERS);
    }

    private List<String> offered() {
        return auditor.get("/calls?size=200").expect(200).json().findValuesAsString("itemCode");
    }

    @Test
    void whatIsDecidedIsToldInALetter() {
        JsonNode draft = enterprise
                .post("/filings", Map.of("itemCode", "A02-01", "creditCode", FIRST))
                .expect(201)
                .json();
        String path = "/filings/" + draft.path("id").asString();
        enterprise.put(path + "/evidence/E02.pdf", PDF).expect(200);
        enterprise.post(path + "/submit", Map.of()).expect(200);
        assertThat(enterprise.get(path + "/letters").expect(200).json()).isEmpty();
        intake.post(path + "/return", Map.of("points", List.of("请补交<备案>文件", "营业执照不清晰")))
                .expect(200);
        enterprise.post(path + "/submit", Map.of()).expect(200);
        intake.post(path + "/accept", Map.of()).expect(200);

        JsonNode letters = enterprise.get(path + "/letters").expect(200).json();
        assertThat(letters.findValuesAsString("kind")).containsExactly("CORRECTION", "ACCEPTANCE");
        assertThat(letters.get(0).path("title").asString()).isEqualTo("一次性补正告知书");
        assertThat(letters.get(0).path("number").asString()).matches("四加一补〔\\d{4}〕\\d+号");
        String letter = "/letters/" + letters.get(0).path("id").asString();
        Person.Answer html = enterprise.get(letter).expect(200);
        assertThat(html.body())
                .contains(
                        "1. 请补交&lt;备案&gt;文件", "2. 营业执照不清晰", draft.path("number").asString());
        assertThat(html.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        Person.Answer pdf = intake.get(letter + "?format=pdf").expect(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        intake.get(letter + "?format=docx").expect(400);

        Person stranger = Person.clerk(port, "zhao", SECOND);
        stranger.get(letter).expect(404);
        stranger.get(path + "/letters").expect(404);
        intake.get("/letters/NONE").expect(404);
    }

    @Test
    void fromDraftToApproved() {
        Map<String, Object> invoice =
                Map.of("kind", "INVOICE", "reference", "INV-1", "netAmount", "2000000.00", "paidOn", "2026-03-01");
        Map<String, Object> second =
                Map.of("kind", "INVOICE", "reference", "INV-2", "netAmount", "500000.00", "paidOn", "2026-03-02");
        Person.Answer begun = enterprise.post(
                "/filings", Map.of("itemCode", "A01-06", "creditCode", FIRST, "claimLines", List.of(invoice, second)));
        JsonNode draft = begun.expect(201).json();
        String path = "/filings/" + draft.path("id").asString();
        assertThat(begun.response().headers().firstValue("Location").orElseThrow())
                .endsWith("/api/fund" + path);
        assertThat(draft.path("number").asString()).matches("LC2026-\\d{6}");
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(texts(draft.path("actions"))).containsExactlyInAnyOrder("submit", "withdraw");
        assertThat(draft.path("documents").get(0).path("provided").asBoolean())
                .as("by the system")
                .isTrue();

        enterprise.post(path + "/submit", Map.of()).refused(409, "DOCUMENTS_MISSING");
        JsonNode file =
                enterprise.put(path + "/evidence/E02.pdf", PDF).expect(200).json();
        assertThat(file.path("type").asString()).isEqualTo("application/pdf");
        assertThat(file.path("size").asInt()).isEqualTo(PDF.length);
        String etag = enterprise.get(path).expect(200).etag();
        enterprise
                .patch(
                        path,
                        etag,
                        Map.of(
                                "contact",
                                Map.of("name", "张三", "phone", "13800000000"),
                                "facts",
                                Map.of("ent.revenueYear", "32000000.00")))
                .expect(200);
        assertThat(Neighbours.WRITTEN.toString()).contains("ent.revenueYear").contains("\"period\":\"2026\"");
        enterprise.patch(path, etag, Map.of("contact", "李四")).refused(412, "STALE_VERSION");

        // the invoices bound the award: a tenth of 2,500,000.00 is less than the example's 300,000.00
        JsonNode submitted =
                enterprise.post(path + "/submit", Map.of()).expect(200).json();
        assertThat(submitted.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.path("amount").asString()).isEqualTo("250000.00");
        assertThat(submitted.path("itemVersion").asInt()).isEqualTo(3);
        assertThat(submitted.path("trace").path("clauses").get(0).path("text").asString())
                .isEqualTo("营业收入不低于100万元");
        assertThat(submitted.path("dueOn").asString()).isNotEmpty();

        assertThat(ids(intake.get("/queue?size=200")))
                .contains(submitted.path("id").asString());
        assertThat(ids(reviewer.get("/queue?size=200")))
                .doesNotContain(submitted.path("id").asString());
        JsonNode refusal =
                intake.post(path + "/approve", approval("1.00")).expect(403).json();
        assertThat(refusal.path("code").asString()).isEqualTo("FORBIDDEN");
        JsonNode illegal = approver.post(path + "/approve", approval("1.00")).refused(409, "ILLEGAL_MOVE");
        assertThat(texts(illegal.path("allowed"))).contains("accept", "refuse", "return");

        intake.post(path + "/return", Map.of("points", List.of("请补充备案文件"))).expect(200);
        assertThat(enterprise.get(path).json().path("state").asString()).isEqualTo("CORRECTION");
        enterprise.put(path + "/evidence/E10-2.pdf", PDF).expect(200);
        enterprise.post(path + "/submit", Map.of()).expect(200);
        intake.post(path + "/accept", Map.of()).expect(200);

        Map<String, Object> tooMuch = review("250000.01");
        assertThat(reviewer.post(path + "/review", tooMuch)
                        .refused(409, "AMOUNT_TOO_HIGH")
                        .path("most")
                        .asString())
                .isEqualTo("250000.00");
        Map<String, Object> disallowing = Map.of(
                "amount",
                "200000.00",
                "opinion",
                "核减一张发票",
                "recommend",
                true,
                "disallowed",
                List.of(Map.of("line", "L2", "reason", "付款日期在政策期外")));
        JsonNode reviewed =
                reviewer.post(path + "/review", disallowing).expect(200).json();
        assertThat(reviewed.path("amount").asString()).isEqualTo("200000.00");
        assertThat(reviewed.path("claimLines").get(1).path("allowed").asBoolean())
                .isFalse();

        Person.officer(port, "reviewer", "APPROVER")
                .post(path + "/approve", approval("200000.00"))
                .refused(409, "SAME_PERSON");
        approver.post(path + "/approve", approval("200000.01")).refused(409, "AMOUNT_TOO_HIGH");
        String key = UUID.randomUUID().toString();
        Person.Answer approved =
                approver.post(path + "/approve", approval("200000.00"), key).expect(200);
        assertThat(approver.post(path + "/approve", approval("200000.00"), key)
                        .expect(200)
                        .body())
                .isEqualTo(approved.body());
        assertThat(approved.json().path("state").asString()).isEqualTo("APPROVED");
        assertThat(approved.json().path("money").path("reserved").asString()).isEqualTo("200000.00");

        JsonNode chain = auditor.get(
                        "/audit/verification?case=" + draft.path("id").asString())
                .expect(200)
                .json();
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
        assertThat(chain.path("records").asInt()).isGreaterThan(8);
        JsonNode books = auditor.get("/ledger/verification").expect(200).json();
        assertThat(books.path("balanced").asBoolean()).as(books.toString()).isTrue();
        assertThat(books.path("sum").asString()).isEqualTo("0.00");
        JsonNode timeline = enterprise.get(path + "/timeline").expect(200).json();
        assertThat(timeline.toString()).doesNotContain("\"reviewer\"").contains("REVIEWER", "请补充备案文件");
    }

    @Test
    void anExpertIsDrawnAndScores() {
        String path = submitted("A03-02", SECOND, "li");
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", review("250000.00")).refused(409, "SCORE_MISSING");
        JsonNode drawn = reviewer.post(path + "/experts", Map.of())
                .expect(200)
                .json()
                .path("experts")
                .path(0);
        String expert = drawn.path("expert").asString();
        assertThat(List.of("expert", "expert2")).contains(expert);
        assertThat(drawn.has("seed")).isTrue();
        reviewer.post(path + "/experts", Map.of()).refused(409, "EXPERT_DRAWN");
        Map<String, Object> score = Map.of("score", 88, "opinion", "同意");
        Person.officer(port, expert.equals("expert") ? "expert2" : "expert", "EXPERT")
                .post(path + "/scores", score)
                .refused(403, "NOT_DRAWN");
        Person drawnExpert = Person.officer(port, expert, "EXPERT");
        assertThat(ids(drawnExpert.get("/queue"))).contains(path.substring(9));
        drawnExpert
                .post(path + "/scores", Map.of("score", 101, "opinion", "同意"))
                .refused(400, "INVALID");
        drawnExpert.post(path + "/scores", score).expect(200);
        drawnExpert.post(path + "/scores", score).refused(409, "SCORED");
        Person.officer(port, expert, "REVIEWER")
                .post(path + "/review", review("250000.00"))
                .refused(409, "SAME_PERSON");
        JsonNode unaudited =
                reviewer.post(path + "/review", review("250000.00")).refused(400, "INVALID");
        assertThat(unaudited.path("errors").get(0).path("field").asString()).isEqualTo("audit");
        Map<String, Object> audited = Map.of("document", "示例审字〔2026〕12号", "amount", "180000.00");
        Map<String, Object> whole = new java.util.HashMap<>(review("250000.00"));
        whole.put("audit", audited);
        assertThat(reviewer.post(path + "/review", whole)
                        .refused(409, "AMOUNT_TOO_HIGH")
                        .path("most")
                        .asString())
                .as("the audit binds the award")
                .isEqualTo("180000.00");
        whole.put("amount", "180000.00");
        reviewer.post(path + "/review", whole).expect(200);
    }

    @Test
    void withoutApplicationNobodyFiles() {
        enterprise
                .post("/filings", Map.of("itemCode", "A03-01", "creditCode", FIRST))
                .refused(409, "NO_APPLICATION_NEEDED");
        intake.post("/filings", Map.of("itemCode", "A03-01", "creditCode", FIRST))
                .refused(403, "FORBIDDEN");
    }

    @Test
    void largeAwardsNeedTwoPersonsAndTheMinuteAndTheLineAndTheCapHold() {
        String first = reviewed("A05-02", FOURTH, "qian", "3500000.00");
        assertThat(approver.post(first + "/approve", approval("3500000.00"))
                        .refused(400, "INVALID")
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("minute");
        JsonNode once = approver.post(first + "/approve", withMinute("3500000.00"))
                .expect(200)
                .json();
        assertThat(once.path("state").asString()).isEqualTo("REVIEWED");
        assertThat(once.path("approvals").asInt()).isEqualTo(1);
        assertThat(texts(once.path("actions"))).doesNotContain("approve");
        approver.post(first + "/approve", withMinute("3500000.00")).refused(409, "SAME_PERSON");
        Person other = Person.officer(port, "approver2", "APPROVER");
        other.post(first + "/approve", withMinute("3400000.00")).refused(409, "APPROVALS_DIFFER");
        assertThat(other.post(first + "/approve", withMinute("3500000.00"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");

        String second = reviewed("A05-02", THIRD, "zhao", "3500000.00");
        approver.post(second + "/approve", withMinute("3500000.00")).expect(200);
        JsonNode exhausted =
                other.post(second + "/approve", withMinute("3500000.00")).refused(409, "LINE_EXHAUSTED");
        assertThat(exhausted.path("available").asString()).isEqualTo("2500000.00");
        assertThat(auditor.get(second).json().path("state").asString()).isEqualTo("REVIEWED");

        Neighbours.judge(FOURTH, "A02-02", "ELIGIBLE", Neighbours.exactly("2000000.00"), "");
        String third = reviewed("A02-02", FOURTH, "qian", "2000000.00");
        approver.post(third + "/approve", withMinute("2000000.00")).expect(200);
        JsonNode capped = other.post(third + "/approve", approval("2000000.00")).refused(409, "YEAR_CAP");
        assertThat(new java.math.BigDecimal(capped.path("available").asString()))
                .isLessThanOrEqualTo(new java.math.BigDecimal("1500000.00"));
    }

    @Test
    void theGateLetsNothingUncheckedThrough() {
        String path = draft("A02-01", SECOND, "li");
        Person li = Person.clerk(port, "li", SECOND);
        li.put(path + "/evidence/E02.pdf", PDF).expect(200);
        Neighbours.policyIsDown(true);
        try {
            li.post(path + "/submit", Map.of()).expect(503);
        } finally {
            Neighbours.policyIsDown(false);
        }
        assertThat(li.get(path).json().path("state").asString()).isEqualTo("DRAFT");
        Neighbours.judge(
                SECOND,
                "A02-01",
                "UNDETERMINED",
                "{\"low\":\"0.00\",\"high\":\"100000.00\"}",
                ",\"missing\":[{\"key\":\"ent.revenueYear\"}]");
        assertThat(li.post(path + "/submit", Map.of())
                        .refused(409, "FACTS_MISSING")
                        .path("missing")
                        .get(0)
                        .path("key")
                        .asString())
                .isEqualTo("ent.revenueYear");
        Neighbours.judge(SECOND, "A02-01", "ELIGIBLE", Neighbours.exactly("100000.00"), "");
        li.post(path + "/submit", Map.of()).expect(200);
        String again = draft("A02-01", SECOND, "li");
        li.put(again + "/evidence/E02.pdf", PDF).expect(200);
        JsonNode duplicate = li.post(again + "/submit", Map.of()).refused(409, "DUPLICATE_CLAIM");
        assertThat(duplicate.path("filing").asString()).startsWith("LC2026-");
        assertThat(duplicate.path("detail").asString()).doesNotContain("CLAIM");
        li.post(path + "/withdraw", Map.of()).expect(200);
        li.post(again + "/submit", Map.of()).expect(200);

        String wrong = draft("A02-03", SECOND, "li");
        assertThat(li.post(wrong + "/submit", Map.of())
                        .refused(409, "NOT_ELIGIBLE")
                        .path("clauses")
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("UNMET");
    }

    @Test
    void onlyVerifiedFactsAreRecommended() {
        String path = submitted("A02-02", SECOND, "li");
        intake.post(path + "/accept", Map.of()).expect(200);
        Neighbours.judgeAs(
                "VERIFIED",
                SECOND,
                "A02-02",
                "UNDETERMINED",
                "{\"low\":\"0.00\",\"high\":\"600000.00\"}",
                ",\"unverified\":[{\"key\":\"ent.revenueYear\"}]");
        reviewer.post(path + "/review", review("600000.00")).refused(409, "FACTS_MISSING");
        reviewer.post(
                        path + "/review",
                        Map.of(
                                "amount",
                                "1.00",
                                "opinion",
                                "x",
                                "recommend",
                                true,
                                "verified",
                                List.of("no.such.fact")))
                .refused(400, "INVALID");
        Neighbours.facts(
                SECOND,
                "{\"facts\":[{\"key\":\"ent.revenueYear\",\"period\":\"2026\",\"value\":\"5\",\"verified\":false}]}");
        Neighbours.judgeAs("VERIFIED", SECOND, "A02-02", "ELIGIBLE", Neighbours.exactly("600000.00"), "");
        int before = Neighbours.WRITTEN.size();
        reviewer.post(
                        path + "/review",
                        Map.of(
                                "amount",
                                "600000.00",
                                "opinion",
                                "已核实",
                                "recommend",
                                true,
                                "verified",
                                List.of("ent.revenueYear")))
                .expect(200);
        assertThat(Neighbours.WRITTEN).hasSize(before + 1);
        JsonNode uncited = approver.post(path + "/reject", rejection("示例第二条")).refused(400, "INVALID");
        assertThat(uncited.path("errors").get(0).path("field").asString()).isEqualTo("reasons[0].clause");
        assertThat(uncited.path("errors").get(0).path("message").asString()).contains("示例第一条");
        approver.post(path + "/reject", rejection("Art. 1")).expect(200);
        assertThat(auditor.get(path).json().path("state").asString()).isEqualTo("REJECTED");
    }

    @Test
    void someoneElsesFilingIsNotThere() {
        String path = draft("A02-01", THIRD, "zhao");
        Person stranger = Person.clerk(port, "li", SECOND);
        String others =
                stranger.get(path).refused(404, "NOT_FOUND").path("detail").asString();
        assertThat(stranger.get("/filings/NOTHING")
                        .refused(404, "NOT_FOUND")
                        .path("detail")
                        .asString())
                .isEqualTo(others);
        stranger.post(path + "/submit", Map.of()).refused(404, "NOT_FOUND");
        stranger.put(path + "/evidence/E02.pdf", PDF).refused(404, "NOT_FOUND");
        stranger.get(path + "/timeline").refused(404, "NOT_FOUND");
        stranger.post("/filings", Map.of("itemCode", "A02-01", "creditCode", THIRD))
                .refused(404, "NOT_FOUND");
        assertThat(ids(stranger.get("/filings?size=200"))).doesNotContain(path.substring(9));
        Person.nobody(port).get(path).expect(401);
        Person.officer(port, "analyst", "ANALYST").get(path).expect(403);
    }

    @Test
    void badInputIsRefusedInWords() {
        Person zhao = Person.clerk(port, "zhao", THIRD);
        zhao.post("/filings", Map.of("itemCode", "A02-01", "creditCode", "91350100M000100Y44"))
                .refused(400, "INVALID_CREDIT_CODE");
        zhao.post("/filings", Map.of("itemCode", "A99-01", "creditCode", THIRD)).refused(400, "INVALID");
        zhao.post("/filings", Map.of("itemCode", "A02-01", "creditCode", THIRD, "colour", "red"))
                .refused(400, "INVALID");
        zhao.post(
                        "/filings",
                        Map.of(
                                "itemCode",
                                "A01-06",
                                "creditCode",
                                THIRD,
                                "claimLines",
                                List.of(Map.of("kind", "INVOICE", "reference", "1", "netAmount", "-5.00"))))
                .refused(400, "INVALID");
        String path = draft("A02-01", THIRD, "zhao");
        String etag = zhao.get(path).etag();
        for (Object patch : List.of(
                List.of(),
                Map.of("state", "APPROVED"),
                Map.of("claimLines", "x"),
                Map.of("claimLines", List.of(1)),
                Map.of("facts", Map.of("no.such", "1")),
                Map.of("facts", Map.of("project.filed", true)),
                Map.of("contact", Map.of("name", "x".repeat(200))),
                Map.of("project", ""))) {
            zhao.patch(path, etag, patch).refused(400, "INVALID");
        }
        zhao.send("PATCH", path, "{}".getBytes(StandardCharsets.UTF_8), Map.of())
                .refused(428, "IF_MATCH_MISSING");
        zhao.send("POST", path + "/submit", new byte[0], Map.of()).refused(400, "IDEMPOTENCY_KEY_MISSING");
        zhao.put(path + "/evidence/E02.pdf", "MZ".getBytes(StandardCharsets.US_ASCII))
                .refused(415, "FILE_KIND");
        zhao.put(path + "/evidence/E02.png", PDF).refused(415, "FILE_KIND");
        zhao.put(path + "/evidence/E99.pdf", PDF).refused(400, "INVALID");
        byte[] large = new byte[21 * 1024 * 1024];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        zhao.put(path + "/evidence/E02.pdf", large).refused(413, "FILE_TOO_LARGE");
        zhao.get("/filings?state=NONSENSE").expect(400);
        zhao.get("/filings?sort=colour").expect(400);
        zhao.get("/filings?size=1000").expect(400);
        zhao.get("/filings?search=%25%27%22").expect(200);
    }

    private String draft(String item, String creditCode, String username) {
        JsonNode begun = Person.clerk(port, username, creditCode)
                .post("/filings", Map.of("itemCode", item, "creditCode", creditCode))
                .expect(201)
                .json();
        return "/filings/" + begun.path("id").asString();
    }

    private String submitted(String item, String creditCode, String username) {
        String path = draft(item, creditCode, username);
        Person clerk = Person.clerk(port, username, creditCode);
        clerk.put(path + "/evidence/E02.pdf", PDF).expect(200);
        clerk.post(path + "/submit", Map.of()).expect(200);
        return path;
    }

    private String reviewed(String item, String creditCode, String username, String amount) {
        String path = submitted(item, creditCode, username);
        intake.post(path + "/accept", Map.of()).expect(200);
        reviewer.post(path + "/review", review(amount)).expect(200);
        return path;
    }

    private static Map<String, Object> review(String amount) {
        return Map.of("amount", amount, "opinion", "材料齐全", "recommend", true);
    }

    private static Map<String, Object> rejection(String clause) {
        return Map.of("reasons", List.of(Map.of("clause", clause, "text", "不符合")));
    }

    private static Map<String, Object> approval(String amount) {
        return Map.of("amount", amount, "reason", "同意");
    }

    private static Map<String, Object> withMinute(String amount) {
        return Map.of("amount", amount, "reason", "同意", "minute", "领导小组纪要〔2026〕1号");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<String> ids(Person.Answer page) {
        List<String> ids = new ArrayList<>();
        page.expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
