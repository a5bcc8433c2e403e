package org.fourplusone.starter.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.idempotency.ForgetKeys;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The starter as a service uses it: over HTTP, on a real database server. */
@SpringBootTest(
        classes = StarterApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=starter-test",
            "server.servlet.context-path=/api/starter",
            "spring.config.import=classpath:service.yml"
        })
class HouseIT {

    private static final String PAYER = TestTokens.bearer("paula", Set.of("PAYER"), Set.of());

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    AuditLog audit;

    @Autowired
    ForgetKeys forgetting;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        TestDatabase.schema("starter").register(registry::add);
        TestTokens.register(registry);
    }

    private int before;

    @BeforeEach
    void count() {
        before = audit.of("case-1").size();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/starter" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder pay(String key, String body) {
        return to("/pay")
                .header("Authorization", PAYER)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void answersInTheCallersLanguage() throws Exception {
        assertThat(send(to("/public")).body()).contains("\"hello\":\"你好\"");
        assertThat(send(to("/public").header("Accept-Language", "en-GB,en;q=0.8"))
                        .body())
                .contains("\"hello\":\"hello\"");
        assertThat(send(to("/public").header("Accept-Language", "mul")).body())
                .contains("\"zh\":\"你好\"")
                .contains("\"en\":\"hello\"");
    }

    @Test
    void refusesWhoHasNoTokenOrTheWrongOne() throws Exception {
        assertThat(send(to("/mine")).statusCode()).isEqualTo(401);
        assertThat(send(to("/mine")).body())
                .contains("\"code\":\"UNAUTHENTICATED\"", "\"instance\":\"/api/starter/mine\"");
        assertThat(send(to("/mine").header("Authorization", PAYER)).body()).isEqualTo("paula");
        List<String> wrong = List.of(
                TestTokens.token(claims -> claims.subject("x").audience("fund-service")),
                TestTokens.token(claims -> claims.subject("x").issuer("http://evil.test")),
                TestTokens.token(claims -> claims.subject("x")
                        .expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                TestTokens.token(claims -> claims.subject(null)),
                TestTokens.token(claims -> claims.subject("x"), "JWT"),
                PAYER.substring(7, PAYER.length() - 6) + "AAAAAA");
        for (String token : wrong) {
            assertThat(send(to("/mine").header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void deniesWhatTheTableDoesNotName() throws Exception {
        assertThat(send(to("/unnamed").header("Authorization", PAYER)).statusCode())
                .isEqualTo(403);
        String reader = TestTokens.bearer("rita", Set.of("ANALYST"), Set.of());
        HttpResponse<String> denied =
                send(to("/pay").header("Authorization", reader).POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("\"code\":\"FORBIDDEN\"");
    }

    @Test
    void asksForAFreshSecondFactorWhereTheTableSaysSo() throws Exception {
        Set<String> payer = Set.of("PAYER");
        long now = Instant.now().getEpochSecond();
        for (String stale : List.of(
                TestTokens.bearerWithoutFactor("paula", payer, Set.of()),
                provedAt(payer, now - 301),
                provedAt(payer, 0))) {
            HttpResponse<String> refused = send(release(stale, "seven"));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("\"code\":\"FACTOR_REQUIRED\"");
        }
        assertThat(send(release(TestTokens.bearer("rita", Set.of("ANALYST"), Set.of()), "seven"))
                        .body())
                .as("the role comes first")
                .contains("\"code\":\"FORBIDDEN\"");
        assertThat(send(to("/release").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(audit.of("case-1")).hasSize(before);
        assertThat(send(release(provedAt(payer, now - 290), "seven")).body())
                .as("the same key once the factor is fresh")
                .contains("released");
        assertThat(audit.of("case-1")).hasSize(before + 1);
    }

    /** Its answer may hold personal data, and nobody retries after a day. */
    @Test
    void aKeyIsForgottenADayAfterAndNotBefore() throws Exception {
        String body = "{\"amount\":\"12.30\"}";
        for (String key : List.of("forget-old", "forget-young", "forget-busy")) {
            assertThat(send(pay(key, body)).statusCode()).isEqualTo(201);
        }
        database.sql("UPDATE idempotency_key SET created_at = created_at - INTERVAL 25 HOUR,"
                        + " claimed_until = claimed_until - INTERVAL 25 HOUR WHERE idempotency_key = 'forget-old'")
                .update();
        database.sql("UPDATE idempotency_key SET created_at = created_at - INTERVAL 25 HOUR"
                        + " WHERE idempotency_key = 'forget-busy'")
                .update();
        for (int i = 0; i < 201; i++) {
            database.sql("INSERT INTO idempotency_key (caller, idempotency_key, request_hash, claim, claimed_until,"
                            + " created_at) VALUES ('forget', ?, REPEAT('x', 32), '', '2020-01-01', '2020-01-01')")
                    .param("key-" + i)
                    .update();
        }
        forgetting.forget();
        assertThat(database.sql("SELECT idempotency_key FROM idempotency_key WHERE idempotency_key LIKE 'forget-%'"
                                + " OR caller = 'forget' ORDER BY idempotency_key")
                        .query(String.class)
                        .list())
                .containsExactly("forget-busy", "forget-young");
        assertThat(send(pay("forget-young", body)).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
    }

    private static String provedAt(Set<String> roles, long second) {
        return "Bearer "
                + TestTokens.token(claims -> claims.subject("paula")
                        .claim("roles", List.copyOf(roles))
                        .claim("factor_at", second));
    }

    private HttpRequest.Builder release(String bearer, String key) {
        return to("/release")
                .header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    @Test
    void oneKeyHasOneEffect() throws Exception {
        String body = "{\"amount\":\"12.30\"}";
        HttpResponse<String> first = send(pay("one", body));
        HttpResponse<String> again = send(pay("one", body));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains("\"amount\":\"12.30\"");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(audit.of("case-1")).hasSize(before + 1);

        HttpResponse<String> other = send(pay("one", "{\"amount\":\"12.31\"}"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("KEY_REUSED");
        HttpResponse<String> none = send(to("/pay")
                .header("Authorization", PAYER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void refusalsRollBackAndFreeTheKey() throws Exception {
        HttpResponse<String> refused = send(pay("two", "{\"amount\":\"1.00\",\"mood\":\"refuse\"}"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"available\":\"7.00\"");
        HttpResponse<String> failed = send(pay("two", "{\"amount\":\"1.00\",\"mood\":\"fail\"}"));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("INTERNAL").doesNotContain("secret inner detail");
        assertThat(audit.of("case-1")).hasSize(before);
        assertThat(send(pay("two", "{\"amount\":\"1.00\"}")).statusCode()).isEqualTo(201);
        assertThat(audit.of("case-1")).hasSize(before + 1);
    }

    @Test
    void concurrentCallsWithOneKeyHaveOneEffect() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(() -> send(pay("three", "{\"amount\":\"1.00\",\"mood\":\"slow\"}")));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> call : callers.invokeAll(calls)) {
                statuses.add(call.get().statusCode());
            }
            assertThat(statuses).containsOnly(201, 409).contains(409);
            assertThat(audit.of("case-1")).hasSize(before + 1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void whoMeetsADeadlockIsRunAgainOnce() throws Exception {
        assertThat(send(tangle("left", "right")).statusCode()).isEqualTo(200);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> calls =
                    List.of(() -> send(tangle("left", "right")).statusCode(), () -> send(tangle("right", "left"))
                            .statusCode());
            for (Future<Integer> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(200);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(audit.of("left")).hasSize(3);
        assertThat(audit.of("right")).hasSize(3);
        assertThat(audit.verify("left")).isEmpty();
    }

    private HttpRequest.Builder tangle(String first, String then) {
        return to("/tangle?first=" + first + "&then=" + then)
                .header("Authorization", PAYER)
                .header("Idempotency-Key", first + then + System.nanoTime())
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    @Test
    void namesTheFieldThatCannotBeUsed() throws Exception {
        assertThat(send(pay("four", "{\"amount\":\"1.00\",\"colour\":1}")).body())
                .contains("\"field\":\"colour\"", "UNKNOWN_FIELD");
        assertThat(send(pay("four", "{\"amount\":\"1.005\"}")).body()).contains("\"field\":\"amount\"", "WRONG_TYPE");
        assertThat(send(pay("four", "{")).body()).contains("NOT_JSON");
        assertThat(send(pay("four", "")).statusCode()).isEqualTo(400);
        assertThat(send(to("/typed?number=x")).body()).contains("\"field\":\"number\"");
        assertThat(send(to("/typed")).body()).contains("\"field\":\"number\"", "REQUIRED");
        assertThat(send(to("/numbers?size=201&page=-1")).body()).contains("\"field\":\"size\"", "\"field\":\"page\"");
        assertThat(send(to("/numbers").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isIn(401, 403, 405);
    }

    @Test
    void pagesHaveLinks() throws Exception {
        HttpResponse<String> page = send(to("/numbers?size=20&page=1"));
        assertThat(page.body()).contains("\"total\":45", "\"page\":1", "\"size\":20");
        assertThat(page.headers().firstValue("Link").orElseThrow())
                .contains("</api/starter/numbers?size=20&page=2>; rel=\"next\"")
                .contains("page=0>; rel=\"prev\"")
                .contains("page=2>; rel=\"last\"");
    }

    @Test
    void editsNeedTheVersion() throws Exception {
        HttpRequest.Builder edit = to("/edit").header("Authorization", PAYER).PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(send(edit).statusCode()).isEqualTo(428);
        assertThat(send(edit.copy().header("If-Match", "\"2\"")).statusCode()).isEqualTo(412);
        assertThat(send(edit.copy().header("If-Match", "\"3\"")).statusCode()).isEqualTo(200);
    }

    @Test
    void auditChainIsWholeAndABreakIsFound() throws Exception {
        assertThat(send(pay("five", "{\"amount\":\"1.00\"}")).statusCode()).isEqualTo(201);
        assertThat(send(pay("six", "{\"amount\":\"2.00\"}")).statusCode()).isEqualTo(201);
        assertThat(audit.verify("case-1")).isEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> database.sql("UPDATE audit_record SET actor = 'mallory'")
                                .update()))
                .as("the runtime user may not change the trail")
                .isNotNull();
    }

    @Test
    void theAuditorExportsAndTheExportIsRecorded() throws Exception {
        String auditor = TestTokens.bearer("anna", Set.of("AUDITOR"), Set.of());
        assertThat(send(to("/audit/export").header("Authorization", PAYER)).statusCode())
                .isEqualTo(403);
        HttpResponse<String> export = send(to("/audit/export").header("Authorization", auditor));
        assertThat(export.statusCode()).isEqualTo(200);
        List<String> lines = export.body().lines().toList();
        assertThat(lines.get(0)).contains("\"kind\":\"export\"", "\"service\":\"starter-test\"");
        assertThat(lines.get(lines.size() - 1)).contains("\"kind\":\"end\"", "\"signature\"");
        assertThat(export.body()).contains("EXPORT_AUDIT", "anna");
        assertThat(send(to("/audit/export?from=2026-11-02&to=2026-11-01").header("Authorization", auditor))
                        .body())
                .contains("\"field\":\"to\"");
        assertThat(send(to("/audit/export?from=x").header("Authorization", auditor))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(to("/audit/key").header("Authorization", auditor)).body())
                .startsWith("-----BEGIN PUBLIC KEY-----")
                .doesNotContain("PRIVATE");
        assertThat(send(to("/audit/roots").header("Authorization", auditor)).body())
                .contains("\"items\":[");
        assertThat(send(to("/audit/roots").header("Authorization", auditor).header("Accept", "application/x-ndjson"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void servesItsOpenApi() throws Exception {
        assertThat(send(to("/openapi")).body())
                .contains("\"/pay\"")
                .contains("60000000.00")
                .contains("#/components/schemas/StarterApplicationPayment\"")
                .contains("\"in\":\"header\",\"name\":\"If-Match\",\"required\":false")
                .doesNotContain("ifMatch");
    }
}
