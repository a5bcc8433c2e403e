package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the suite refuses, in one clear sentence each, changing nothing. */
class RefusalsIT {

    private static final String FIRST = FilingToPaidIT.FIRST;
    private static final String SECOND = FilingToPaidIT.SECOND;
    private static final String THIRD = "91371502MA3EX003XY";

    private final RunningSuite suite = RunningSuite.get();
    private final Person enterprise = suite.person("enterprise1");

    /** A draft of something that fits; one test's draft stands in no other's way. */
    private Case draft() {
        JsonNode fitting = Case.match(enterprise, FIRST).stream()
                .filter(item -> item.path("verdict").asString().equals("ELIGIBLE"))
                .filter(item -> item.path("track").asString().equals("VERIFY"))
                .findFirst()
                .orElseThrow();
        return Case.opened(suite, enterprise, FIRST, fitting);
    }

    @Test
    void aStaleVersion() {
        Case filing = draft();
        String etag = enterprise.get(filing.path()).expect(200).etag();
        Map<String, Object> change = Map.of("contact", Map.of("name", "李四", "phone", "13900000000"));
        enterprise.patch(filing.path(), etag, change).expect(200);
        enterprise.patch(filing.path(), etag, change).refused(412, "STALE_VERSION");
        enterprise.sendJson("PATCH", filing.path(), change, Map.of()).refused(428, "IF_MATCH_MISSING");
    }

    @Test
    void aKeyUsedForSomethingElse() {
        Case filing = draft();
        JsonNode other = filing.item;
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Case.draft(suite, FIRST, other);
        String first =
                enterprise.post("/api/fund/filings", body, key).expect(201).body();
        assertThat(enterprise.post("/api/fund/filings", body, key).expect(201).body())
                .isEqualTo(first);
        enterprise
                .post("/api/fund/filings", Map.of("itemCode", "A01-06", "creditCode", FIRST), key)
                .refused(422, "KEY_REUSED");
        enterprise.post(filing.path() + "/submit", Map.of(), Map.of()).refused(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void somebodyElsesFilingIsNotThere() {
        Case filing = draft();
        Person stranger = suite.person("enterprise2");
        String others = stranger.get(filing.path())
                .refused(404, "NOT_FOUND")
                .json()
                .path("detail")
                .asString();
        String missing = stranger.get("/api/fund/filings/999999999")
                .refused(404, "NOT_FOUND")
                .json()
                .path("detail")
                .asString();
        assertThat(others).isEqualTo(missing);
        stranger.post("/api/fund/filings", Map.of("itemCode", "A01-06", "creditCode", FIRST))
                .refused(404, "NOT_FOUND");
        stranger.get("/api/policy/enterprises/" + FIRST + "/match").expect(404);
        stranger.get("/api/industry/enterprises/" + FIRST).expect(404);
    }

    @Test
    void theSamePersonTwiceAndMoreThanTheLineHas() {
        // two listings of 3.5 million each on the line of 6 million for restructuring and listing
        Case first = listing("enterprise2", SECOND);
        first.move("approver", "approve", approval(first)).expect(200);
        first.move("approver", "approve", approval(first)).refused(409, "SAME_PERSON");
        assertThat(first.state()).isEqualTo("REVIEWED");
        first.move("approver2", "approve", approval(first)).expect(200);
        assertThat(first.state()).isEqualTo("APPROVED");

        Case second = listing("clerk", THIRD);
        second.move("approver", "approve", approval(second)).expect(200);
        JsonNode refusal = second.move("approver2", "approve", approval(second))
                .refused(409, "LINE_EXHAUSTED")
                .json();
        assertThat(new java.math.BigDecimal(refusal.path("available").asString()))
                .isLessThan(new java.math.BigDecimal(second.estimate()));
        assertThat(second.state()).isEqualTo("REVIEWED");
    }

    private static Map<String, Object> approval(Case filing) {
        return Map.of("amount", filing.estimate(), "reason", "同意", "minute", "领导小组纪要〔2026〕2号");
    }

    private Case listing(String username, String creditCode) {
        Person person = suite.person(username);
        JsonNode item = Case.match(person, creditCode).stream()
                .filter(candidate -> candidate.path("code").asString().equals("A05-02"))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("verdict").asString()).isEqualTo("ELIGIBLE");
        assertThat(item.path("estimate").path("amount").asString()).isEqualTo("3500000.00");
        return Case.opened(suite, person, creditCode, item)
                .withEvidence(person)
                .submit(username)
                .reviewed();
    }

    @Test
    void anApprovalWithoutTheSecondFactor() {
        Person approver = Person.signedIn(suite.address(), "approver", suite.password("approver"));
        Case filing = draft();
        approver.post(filing.path() + "/approve", Map.of("amount", "1.00", "reason", "同意"))
                .refused(403, "FACTOR_REQUIRED");
        approver.post("/api/session/factor", Map.of("code", "12345")).refused(400, "INVALID");
        String code = suite.authenticator("approver").next();
        approver.post("/api/session/factor", Map.of("code", code)).expect(200);
        approver.post(filing.path() + "/approve", Map.of("amount", "1.00", "reason", "同意"))
                .refused(409, "ILLEGAL_MOVE");
        Person.signedIn(suite.address(), "approver", suite.password("approver"))
                .post("/api/session/factor", Map.of("code", code))
                .refused(409, "FACTOR_USED");
    }

    @Test
    void badInput() {
        suite.person("intake")
                .post("/api/industry/enterprises", Map.of("creditCode", "91350100M000100Y44", "name", "错码公司"))
                .expect(400);
        suite.anybody()
                .post("/api/policy/match", Map.of("cluster", "NEV", "facts", Map.of("ent.nonsense", "1")))
                .refused(400, "INVALID");
        suite.anybody()
                .post("/api/policy/match", Map.of("cluster", "NEV", "facts", Map.of(), "colour", "red"))
                .refused(400, "INVALID");
        JsonNode rule = suite.person("editor")
                .post(
                        "/api/policy/rules/check",
                        Map.of("all", List.of(Map.of("fact", "ent.nonsense", "op", "gte", "value", "1"))))
                .refused(400, "INVALID")
                .json();
        assertThat(rule.path("errors").path(0).path("field").asString()).contains("/all/0/fact");
    }

    @Test
    void aFileThatIsTooLargeOrNotWhatItSays() {
        Case filing = draft();
        byte[] large = new byte[21 * 1024 * 1024];
        System.arraycopy(Case.pdf("large"), 0, large, 0, 100);
        enterprise
                .write("PUT", filing.path() + "/evidence/E02.pdf", large, Map.of("Content-Type", "application/pdf"))
                .expect(413);
        assertThat(enterprise
                        .write(
                                "PUT",
                                filing.path() + "/evidence/E02.pdf",
                                "MZ this is a program".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                Map.of("Content-Type", "application/pdf"))
                        .status())
                .isIn(400, 415);
    }

    @Test
    void whoMayNot() {
        Case filing = draft();
        filing.move("analyst", "accept", Map.of()).expect(403);
        suite.anybody().get(filing.path()).expect(401);
        suite.anybody()
                .post("/api/session", Map.of("username", "intake", "password", "wrong"))
                .expect(401);
        Person.signedIn(suite.address(), "intake", suite.password("intake"))
                .withoutCsrf()
                .post("/api/fund/notices", Map.of("filings", List.of(filing.id)))
                .expect(403);
        filing.move("intake", "accept", Map.of()).refused(409, "ILLEGAL_MOVE");
    }

    @Test
    void anItemThatDoesNotFit() {
        JsonNode wrong = Case.match(enterprise, FIRST).stream()
                .filter(item -> item.path("verdict").asString().equals("INELIGIBLE"))
                .findFirst()
                .orElseThrow();
        Person.Answer draft = enterprise.post(
                "/api/fund/filings", Map.of("itemCode", wrong.path("code").asString(), "creditCode", FIRST));
        if (draft.status() == 201) {
            String path = "/api/fund/filings/" + draft.json().path("id").asString();
            enterprise.post(path + "/submit", Map.of()).refused(409, "NOT_ELIGIBLE");
        } else {
            draft.refused(409, "NOT_ELIGIBLE");
        }
    }
}
