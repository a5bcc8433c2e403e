package org.fourplusone.policy.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourplusone.policy.entitlement.ProvenRegister.DECLARED;
import static org.fourplusone.policy.entitlement.ProvenRegister.DISHONEST;
import static org.fourplusone.policy.entitlement.ProvenRegister.FITS;
import static org.fourplusone.policy.entitlement.ProvenRegister.FITS_TOO;
import static org.fourplusone.policy.entitlement.ProvenRegister.FORMULA_NAME;
import static org.fourplusone.policy.entitlement.ProvenRegister.PAID_BEFORE;
import static org.fourplusone.policy.entitlement.ProvenRegister.TWO_FIRST_SETS;
import static org.fourplusone.policy.entitlement.ProvenRegister.YEAR;
import static org.fourplusone.policy.entitlement.ProvenRegister.YEAR_MISSING;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.policy.PolicyOverHttp;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Lists of whom the register proves to be entitled, over HTTP, on a register with one enterprise for each reason. */
class EntitlementIT extends PolicyOverHttp {

    private static final ProvenRegister REGISTER = new ProvenRegister();
    private static final String INTAKE = TestTokens.bearer("intake", Set.of("INTAKE"), Set.of());
    private static final String REVIEWER = TestTokens.bearer("reviewer", Set.of("REVIEWER"), Set.of());
    private static final String CLERK = TestTokens.bearer("enterprise1", Set.of("ENTERPRISE"), Set.of(FITS));
    private static final String HONOUR = "A04-01";

    @Autowired
    AuditLog audit;

    @DynamicPropertySource
    static void ownRegister(DynamicPropertyRegistry registry) {
        TestDatabase.schema("entitled").register(registry::add);
        TestTokens.register(registry);
        registry.add("spring.cloud.discovery.client.simple.instances.industry-service[0].uri", REGISTER::uri);
    }

    @Test
    void theListSaysWhoIsInAndWhyWhoIsCloseIsNot() throws Exception {
        HttpResponse<String> made = make(HONOUR);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode run = json.readTree(made.body());
        String path = "/entitlement-runs/" + run.get("id").asString();
        assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith("/api/policy" + path);
        assertThat(run.get("state").asString()).isEqualTo("DRY_RUN");
        assertThat(run.get("createdBy").asString()).isEqualTo("intake");
        assertThat(run.get("policyYear").asInt()).isEqualTo(YEAR);
        assertThat(run.get("itemVersion").asInt()).isPositive();

        JsonNode included = ok(as(INTAKE, path + "/enterprises?included=true&size=200"));
        assertThat(included.get("items").findValuesAsString("creditCode"))
                .contains(FITS)
                .doesNotContain(DECLARED);
        assertThat(included.get("items").get(0).get("amount").asString()).isEqualTo("100000.00");
        assertThat(included.get("items").get(0).get("record").asString()).isEqualTo("H-1");
        assertThat(run.at("/counts/included").asInt())
                .isEqualTo(included.get("total").asInt());
        assertThat(run.get("sum").asString())
                .isEqualTo(100_000L * included.get("total").asLong() + ".00");

        JsonNode excluded =
                ok(as(INTAKE, path + "/enterprises?included=false&size=200").header("Accept-Language", "en"));
        assertThat(row(excluded, DECLARED).get("reason").asString()).isEqualTo("DECLARED_ONLY");
        assertThat(row(excluded, DECLARED).at("/facts/0/key").asString()).isEqualTo("honour.kind");
        assertThat(row(excluded, YEAR_MISSING).get("reason").asString()).isEqualTo("FACT_MISSING");
        assertThat(row(excluded, YEAR_MISSING).at("/facts/0/key").asString()).isEqualTo("honour.year");
        assertThat(row(excluded, YEAR_MISSING).get("text").asString()).startsWith("The register lacks: ");
        assertThat(row(excluded, PAID_BEFORE).get("reason").asString()).isEqualTo("GRANTED_BEFORE");
        assertThat(row(excluded, DISHONEST).get("reason").asString()).isEqualTo("COMMON_CONDITION");
        assertThat(row(excluded, DISHONEST).get("facts").findValuesAsString("key"))
                .containsExactly("credit.dishonestJudgmentDebtor");
        JsonNode chinese = ok(as(INTAKE, path + "/enterprises?reason=DECLARED_ONLY"));
        assertThat(row(chinese, DECLARED).get("text").asString()).startsWith("以下事实只有企业自报");
        // Who plainly does not fit and who is not spoken for at all is counted, not listed.
        assertThat(excluded.get("items")).hasSize(4);
        JsonNode counts = run.get("counts");
        assertThat(counts.get("unfit").asInt()).isEqualTo(2);
        assertThat(counts.get("unknown").asInt()).isEqualTo(1);
        assertThat(counts.get("judged").asInt())
                .isEqualTo(counts.get("included").asInt()
                        + counts.get("excluded").asInt()
                        + counts.get("unfit").asInt()
                        + counts.get("unknown").asInt());
        assertThat(counts.at("/reasons/COMMON_CONDITION").asInt()).isEqualTo(1);
    }

    @Test
    void anAmountThatIsNotExactIsLeftOut() throws Exception {
        JsonNode run = made("A07-03");
        JsonNode rows = ok(as(INTAKE, "/entitlement-runs/" + run.get("id").asString() + "/enterprises"));
        assertThat(row(rows, TWO_FIRST_SETS).get("reason").asString()).isEqualTo("NOT_EXACT");
        assertThat(row(rows, TWO_FIRST_SETS).has("amount")).isFalse();
        assertThat(run.get("sum").asString()).isEqualTo("0.00");
        HttpResponse<String> empty = act(run, "confirm", "{}", null);
        refused(empty, 409, "RUN_EMPTY");
    }

    @Test
    void anOfficerTakesOutAndBackInAndThenConfirmsOnce() throws Exception {
        JsonNode run = made(HONOUR);
        refused(
                act(run, "exclude", "{\"creditCode\":\"" + FITS + "\",\"reason\":\"正在核查\"}", null),
                428,
                "IF_MATCH_MISSING");
        refused(act(run, "exclude", "{\"creditCode\":\"" + FITS + "\",\"reason\":\" \"}", "\"1\""), 400, "INVALID");
        refused(act(run, "exclude", "{\"creditCode\":\"NOBODY\",\"reason\":\"正在核查\"}", "\"1\""), 400, "INVALID");
        HttpResponse<String> out =
                act(run, "exclude", "{\"creditCode\":\"" + FITS + "\",\"reason\":\"正在核查\"}", "\"1\"");
        assertThat(out.statusCode()).as(out.body()).isEqualTo(200);
        int before = run.at("/counts/included").asInt();
        assertThat(json.readTree(out.body()).at("/counts/included").asInt()).isEqualTo(before - 1);
        refused(
                act(run, "exclude", "{\"creditCode\":\"" + FITS_TOO + "\",\"reason\":\"x\"}", "\"1\""),
                412,
                "STALE_VERSION");
        refused(
                act(run, "exclude", "{\"creditCode\":\"" + FITS + "\",\"reason\":\"x\"}", "\"2\""),
                409,
                "NOT_INCLUDED");
        JsonNode taken = row(ok(as(INTAKE, path(run) + "/enterprises?reason=OFFICER")), FITS);
        assertThat(taken.get("text").asString()).isEqualTo("经办人移出：正在核查");
        assertThat(taken.at("/takenOut/by").asString()).isEqualTo("intake");
        refused(act(run, "include", "{\"creditCode\":\"" + DECLARED + "\"}", "\"2\""), 409, "NOT_TAKEN_OUT");
        assertThat(act(run, "include", "{\"creditCode\":\"" + FITS + "\"}", "\"2\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(act(run, "exclude", "{\"creditCode\":\"" + FORMULA_NAME + "\",\"reason\":\"名称存疑\"}", "\"3\"")
                        .statusCode())
                .isEqualTo(200);

        assertThat(ok(as(INTAKE, path(run) + "/enterprises?included=true&size=200"))
                        .get("items")
                        .findValuesAsString("creditCode"))
                .contains(FITS, FITS_TOO)
                .doesNotContain(FORMULA_NAME);
        refused(act(run, "confirm", "{}", "\"1\""), 412, "STALE_VERSION");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> confirmed = act(run, "confirm", "{}", null, key);
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(json.readTree(confirmed.body()).get("decidedBy").asString()).isEqualTo("intake");
        assertThat(act(run, "confirm", "{}", null, key).body()).isEqualTo(confirmed.body());
        refused(act(run, "confirm", "{}", null), 409, "RUN_DECIDED");
        refused(act(run, "include", "{\"creditCode\":\"" + FORMULA_NAME + "\"}", "\"5\""), 409, "RUN_DECIDED");
        refused(send(as(INTAKE, path(run)).DELETE().header("If-Match", "\"5\"")), 409, "RUN_DECIDED");
        assertThat(audit.of(run.get("id").asString()).stream().map(each -> each.action()))
                .containsExactly("DRY_RUN", "EXCLUDE", "INCLUDE", "EXCLUDE", "CONFIRM");
        assertThat(audit.verify(run.get("id").asString())).isEmpty();
    }

    @Test
    void whatChangedSinceTheDryRunIsNotConfirmed() throws Exception {
        String changing = "91371502PROVEN0099";
        REGISTER.honoured(changing, "子企业", "SRDI", true, true);
        JsonNode run = made(HONOUR);
        REGISTER.strip(changing, "子企业");
        JsonNode problem = refused(act(run, "confirm", "{}", null), 409, "RUN_OUTDATED");
        assertThat(problem.get("changed").asInt()).isEqualTo(1);
        assertThat(problem.at("/creditCodes/0").asString()).isEqualTo(changing);
        // Without it the rest may be confirmed, and while industry-service is down nothing is.
        act(run, "exclude", "{\"creditCode\":\"" + changing + "\",\"reason\":\"荣誉已撤销\"}", "\"1\"");
        REGISTER.goDown(true);
        refused(act(run, "confirm", "{}", null), 503, "UPSTREAM_DOWN");
        REGISTER.goDown(false);
        assertThat(act(run, "confirm", "{}", null).statusCode()).isEqualTo(200);
        REGISTER.honoured(changing, "子企业", "SRDI", true, true);
    }

    @Test
    void aListIsDiscardedFoundAgainAndReadAsCsv() throws Exception {
        JsonNode run = made(HONOUR);
        HttpResponse<String> csv = send(as(INTAKE, path(run) + "/enterprises").header("Accept", "text/csv"));
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFcreditCode,name,").contains("\"'=HYPERLINK(\"\"x\"\")企业\"");
        refused(send(as(INTAKE, path(run)).DELETE()), 428, "IF_MATCH_MISSING");
        assertThat(send(as(INTAKE, path(run)).DELETE().header("If-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(204);
        JsonNode list = ok(as(REVIEWER, "/entitlement-runs?state=DISCARDED&item=" + HONOUR));
        assertThat(list.get("items").findValuesAsString("id"))
                .contains(run.get("id").asString());
        assertThat(ok(as(INTAKE, path(run) + "/enterprises?search=" + FITS))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theWrongPersonAndTheWrongWordsAreRefused() throws Exception {
        JsonNode run = made(HONOUR);
        for (String token : List.of(REVIEWER, CLERK)) {
            assertThat(send(post("/entitlement-runs", "{\"item\":\"" + HONOUR + "\"}")
                                    .header("Authorization", token)
                                    .header("Idempotency-Key", UUID.randomUUID().toString()))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(post(path(run) + "/confirm", "{}")
                                    .header("Authorization", token)
                                    .header("Idempotency-Key", UUID.randomUUID().toString()))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(send(as(CLERK, path(run))).statusCode()).isEqualTo(403);
        assertThat(send(to(path(run))).statusCode()).isEqualTo(401);
        refused(send(as(INTAKE, "/entitlement-runs/NOTHING")), 404, "NOT_FOUND");
        refused(send(as(INTAKE, path(run) + "/enterprises?reason=NONE")), 400, "INVALID");
        refused(make("A99-99"), 400, "INVALID");
        refused(make("A01-01"), 409, "APPLICATION_NEEDED");
        refused(make(HONOUR + "\",\"asOf\":\"2019-01-01"), 400, "INVALID");
        refused(
                send(post("/entitlement-runs", "{\"item\":\"" + HONOUR + "\"}").header("Authorization", INTAKE)),
                400,
                "IDEMPOTENCY_KEY_MISSING");
    }

    private static String path(JsonNode run) {
        return "/entitlement-runs/" + run.get("id").asString();
    }

    private HttpResponse<String> make(String item) throws Exception {
        return send(post("/entitlement-runs", "{\"item\":\"" + item + "\"}")
                .header("Authorization", INTAKE)
                .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private JsonNode made(String item) throws Exception {
        HttpResponse<String> made = make(item);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json.readTree(made.body());
    }

    private HttpResponse<String> act(JsonNode run, String verb, String body, String ifMatch) throws Exception {
        return act(run, verb, body, ifMatch, UUID.randomUUID().toString());
    }

    private HttpResponse<String> act(JsonNode run, String verb, String body, String ifMatch, String key)
            throws Exception {
        HttpRequest.Builder request = post(path(run) + "/" + verb, body)
                .header("Authorization", INTAKE)
                .header("Idempotency-Key", key);
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private JsonNode refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotEmpty().isNotEqualTo(code);
        return problem;
    }

    private static JsonNode row(JsonNode page, String creditCode) {
        for (JsonNode row : page.get("items")) {
            if (row.get("creditCode").asString().equals(creditCode)) {
                return row;
            }
        }
        throw new AssertionError("no " + creditCode + " in " + page);
    }
}
