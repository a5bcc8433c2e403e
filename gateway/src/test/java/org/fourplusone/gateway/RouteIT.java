package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routing over real connections: two instances of policy-service, one of fund-service, a dead and a live industry-service. */
class RouteIT {

    private static final int MB = 1024 * 1024;

    @TempDir
    static Path files;

    private static final Backend POLICY_A = Backend.start();
    private static final Backend POLICY_B = Backend.start();
    private static final Backend FUND = Backend.start();
    private static final Backend INDUSTRY = Backend.start();
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(
                TestDatabase.schema("gateway"),
                files,
                Map.of(
                        "policy-service",
                        List.of(POLICY_A.port(), POLICY_B.port()),
                        "fund-service",
                        List.of(FUND.port()),
                        "industry-service",
                        List.of(nobodysPort(), INDUSTRY.port())),
                "suite.route.last-timeout=3s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        List.of(POLICY_A, POLICY_B, FUND, INDUSTRY).forEach(Backend::close);
    }

    @BeforeEach
    void forget() {
        List.of(POLICY_A, POLICY_B, FUND, INDUSTRY).forEach(Backend::reset);
    }

    @Test
    void takesInstancesInTurnAndPassesPathAndQueryOn() {
        Caller caller = gateway.caller();
        for (int i = 0; i < 4; i++) {
            assertThat(caller.get("/api/policy/items?cluster=NEV&q=%E5%A4%A7%20a")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(POLICY_A.arrived()).hasSize(2);
        assertThat(POLICY_B.arrived()).hasSize(2);
        assertThat(POLICY_A.last().target())
                .isIn("/api/policy/items?cluster=NEV&q=%E5%A4%A7%20a", "/api/policy/items?q=%E5%A4%A7%20a&cluster=NEV");
    }

    @Test
    void readsFromTheNextInstanceWhenOneIsDead() {
        Caller caller = gateway.caller();
        for (int i = 0; i < 20; i++) {
            assertThat(caller.get("/api/industry/clusters").status()).isEqualTo(200);
        }
        assertThat(INDUSTRY.arrived()).hasSize(20);
    }

    @Test
    void readsFromTheNextInstanceWhenOneHangsOrIsUnable() {
        POLICY_A.answers(exchange -> {
            pause(10_000);
            Backend.json(exchange, 200, "{}");
        });
        Instant start = Instant.now();
        assertThat(gateway.caller().get("/api/policy/items").status()).isEqualTo(200);
        assertThat(gateway.caller().get("/api/policy/items").status()).isEqualTo(200);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(1900), Duration.ofSeconds(3));

        POLICY_A.answers(exchange -> Backend.json(exchange, 503, "{}"));
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.caller().get("/api/policy/items").status()).isEqualTo(200);
        }
        POLICY_B.answers(exchange -> Backend.json(exchange, 503, "{\"code\":\"BUSY\"}"));
        assertThat(gateway.caller().get("/api/policy/items").code())
                .as("the service's own words when all are unable")
                .isIn("BUSY", "");
    }

    @Test
    void neverRepeatsAWrite() {
        POLICY_A.answers(exchange -> Backend.json(exchange, 503, "{}"));
        POLICY_B.answers(exchange -> Backend.json(exchange, 503, "{}"));
        assertThat(gateway.caller().post("/api/policy/match", "{}").status()).isEqualTo(503);
        assertThat(POLICY_A.arrived().size() + POLICY_B.arrived().size()).isEqualTo(1);

        FUND.answers(exchange -> pause(5_000));
        Caller.Answer late = gateway.caller().post("/api/fund/filings", "{}");
        assertThat(late.status()).isEqualTo(504);
        assertThat(late.code()).isEqualTo("SERVICE_TIMEOUT");
        assertThat(FUND.arrived()).hasSize(1);
    }

    @Test
    void leavesOutADeadInstanceAfterAFewFailedWrites() {
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            Caller.Answer answer = gateway.caller().post("/api/industry/imports/facts", "{}");
            if (answer.status() == 503) {
                refused++;
                assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            }
        }
        assertThat(refused).as("before the breaker opened").isLessThanOrEqualTo(7);
    }

    @Test
    void passesAnswersThroughUnchanged() {
        FUND.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/api/fund/filings/7?x=1");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            Backend.json(exchange, 422, "{\"code\":\"KEY_REUSED\"}");
        });
        Caller.Answer answer = gateway.caller().post("/api/fund/filings", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("KEY_REUSED");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.header("Location")).isEqualTo("/api/fund/filings/7?x=1");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");

        FUND.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.sendResponseHeaders(304, -1);
        });
        assertThat(gateway.caller()
                        .get("/api/fund/filings/7", "If-None-Match", "\"3\"")
                        .status())
                .isEqualTo(304);
        assertThat(gateway.caller()
                        .send("HEAD", "/api/fund/fund", BodyPublishers.noBody())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void keepsServingWhenManyAnswersAreNotModified() {
        FUND.answers(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            Backend.json(exchange, 200, "{\"value\":\"" + "x".repeat(20_000) + "\"}");
        });
        Caller caller = gateway.caller();
        for (int i = 0; i < 600; i++) {
            assertThat(caller.get("/api/fund/filings/7", "If-None-Match", "\"3\"")
                            .status())
                    .isIn(200, 304);
        }
    }

    @Test
    void hidesMachineryAndUnknownPaths() {
        Caller caller = gateway.caller();
        for (String path : List.of(
                "/api/fund/actuator/health",
                "/api/fund/actuator",
                "/api/policy/%61ctuator/prometheus",
                "/api/fund",
                "/api/treasury/items",
                "/api/clock",
                "/api/",
                "/actuator/env",
                "/actuator",
                "/oauth2/authorize",
                "/error",
                "/favicon.ico")) {
            Caller.Answer answer = caller.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo("NOT_FOUND");
        }
        for (String path : List.of("/api/fund/%2e%2e/actuator", "/api/fund;x=1/fund", "//api/fund/fund")) {
            Caller.Answer answer = caller.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("BAD_REQUEST");
        }
        assertThat(caller.send("OPTIONS", "/api/fund/fund", BodyPublishers.noBody())
                        .status())
                .isEqualTo(405);
        assertThat(List.of(POLICY_A, POLICY_B, FUND))
                .allSatisfy(backend -> assertThat(backend.arrived()).isEmpty());
        assertThat(caller.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(caller.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(caller.get("/actuator/prometheus", "X-Forwarded-For", "1.2.3.4")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysSoInTheCallersLanguageWhenAServiceIsNotThere() {
        GatewayProcess alone = GatewayProcess.start(TestDatabase.schema("gateway"), files, Map.of());
        try (alone) {
            Caller.Answer chinese = alone.caller().get("/api/fund/fund");
            Caller.Answer english = alone.caller().get("/api/fund/fund", "Accept-Language", "en-GB,zh;q=0.5");
            assertThat(chinese.status()).isEqualTo(503);
            assertThat(chinese.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(chinese.header("Retry-After")).isEqualTo("2");
            assertThat(chinese.json().get("title").asString()).isEqualTo("服务暂不可用");
            assertThat(english.json().get("title").asString()).isEqualTo("Service unavailable");
        }
    }

    @Test
    void stripsWhatACallerMayNotSay() {
        Caller.Answer answer = gateway.caller()
                .get(
                        "/api/fund/fund",
                        "X-User-Id",
                        "admin",
                        "X-Forwarded-For",
                        "10.0.0.1",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=10.0.0.1",
                        "Cookie",
                        "SESSION=abc",
                        "X-Real-IP",
                        "10.0.0.1",
                        "Authorization",
                        "Basic YTpi",
                        "Accept-Language",
                        "en",
                        "Idempotency-Key",
                        "k1",
                        "If-Match",
                        "\"1\"");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        Backend.Arrived arrived = FUND.last();
        assertThat(arrived.headers())
                .doesNotContainKeys(
                        "x-user-id",
                        "x-forwarded-for",
                        "x-forwarded-host",
                        "forwarded",
                        "cookie",
                        "x-real-ip",
                        "authorization");
        assertThat(arrived.header("accept-language")).isEqualTo("en");
        assertThat(arrived.header("idempotency-key")).isEqualTo("k1");
        assertThat(arrived.header("if-match")).isEqualTo("\"1\"");
        assertThat(arrived.header("host")).startsWith("127.0.0.1:");
    }

    @Test
    void provesASignedInPersonToTheRoutedServiceAndThoseBelowIt() throws Exception {
        Caller browser = gateway.caller();
        browser.signIn("clerk", "clerk-password-1");
        browser.get("/api/fund/queue");
        SignedJWT token = tokenOf(FUND.last());
        ECKey key = ECKey.parse(Caller.JSON.writeValueAsString(
                gateway.caller().get("/oauth2/jwks").json().at("/keys/0")));

        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:18100");
        assertThat(claims.getSubject()).isEqualTo("clerk");
        assertThat(claims.getAudience()).containsExactly("fund-service", "policy-service", "industry-service");
        assertThat(claims.getStringListClaim("roles")).containsExactly("ENTERPRISE");
        assertThat(claims.getStringListClaim("enterprises"))
                .containsExactly("91371502MA3EX0013C", "91371502MA3EX00217");
        assertThat(claims.getStringClaim("name")).isEqualTo("办事员 示例");
        assertThat(claims.getJWTID()).isNotBlank();
        Duration life = Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        assertThat(life).isEqualTo(Duration.ofMinutes(5));

        browser.get("/api/fund/queue");
        assertThat(tokenOf(FUND.last()).serialize()).as("used again").isEqualTo(token.serialize());
        POLICY_B.reset();
        browser.get("/api/policy/items");
        browser.get("/api/policy/items");
        assertThat(tokenOf(POLICY_B.last()).getJWTClaimsSet().getAudience())
                .containsExactly("policy-service", "industry-service");
    }

    @Test
    void streamsLargeFilesAndRefusesLargerOnesWithAProblem() {
        Caller caller = gateway.caller();
        assertThat(upload(caller, "/api/fund/filings/1/evidence/E10.pdf", 20 * MB)
                        .status())
                .isEqualTo(200);
        assertThat(FUND.last().size()).isEqualTo(20L * MB);
        assertThat(FUND.last().header("content-type")).isEqualTo("application/pdf");
        assertThat(FUND.last().header("content-length")).isEqualTo(Integer.toString(20 * MB));
        FUND.reset();

        for (Caller.Answer refused : List.of(
                upload(caller, "/api/fund/filings/1/evidence/E10.pdf", 20 * MB + 1),
                upload(caller, "/api/fund/filings/1", MB + 1))) {
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.code()).isEqualTo("TOO_LARGE");
        }
        assertThat(FUND.arrived()).as("whole requests").isEmpty();
        assertThat(unannounced(caller, "/api/fund/filings/1/evidence/E10.pdf", 1000)
                        .code())
                .isEqualTo("LENGTH_REQUIRED");
        assertThat(FUND.arrived()).as("what could end early unnoticed").isEmpty();
    }

    @Test
    void takesNoForms() {
        Caller.Answer form = gateway.caller()
                .send(
                        "POST",
                        "/api/fund/filings",
                        BodyPublishers.ofString("a=b"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("UNSUPPORTED_TYPE");
    }

    @Test
    void turnsAwayWhatASlowServiceCannotTake() throws Exception {
        GatewayProcess narrow = GatewayProcess.start(
                TestDatabase.schema("gateway"),
                files,
                Map.of("fund-service", List.of(FUND.port())),
                "suite.route.at-once=1");
        try (narrow) {
            FUND.answers(exchange -> {
                pause(1_500);
                Backend.json(exchange, 200, "{}");
            });
            Thread slow = new Thread(() -> narrow.caller().get("/api/fund/fund"));
            slow.start();
            Thread.sleep(500);
            Instant start = Instant.now();
            Caller.Answer refused = narrow.caller().get("/api/fund/fund");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("BUSY");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(800));
            slow.join();
        }
    }

    @Test
    void limitsRatesByAddressSessionAndKindOfRequest() {
        GatewayProcess strict = GatewayProcess.start(
                TestDatabase.schema("gateway"),
                files,
                Map.of("fund-service", List.of(FUND.port())),
                "suite.limit.session.at-once=5",
                "suite.limit.session.count=1",
                "suite.limit.session.per=10s",
                "suite.limit.objection.at-once=4",
                "suite.limit.objection.count=1",
                "suite.limit.objection.per=30s",
                "suite.limit.objection-to-notice.at-once=2",
                "suite.limit.objection-to-notice.count=1",
                "suite.limit.objection-to-notice.per=1h",
                "suite.limit.sign-in.at-once=3",
                "suite.limit.sign-in.count=1",
                "suite.limit.sign-in.per=1m");
        try (strict) {
            Caller stranger = strict.caller();
            for (int status : new int[] {200, 200, 429}) {
                assertThat(stranger.post("/api/fund/notices/1/objections", "{}").status())
                        .as("objections to one notice")
                        .isEqualTo(status);
            }
            assertThat(stranger.post("/api/fund/notices/2/objections", "{}").status())
                    .isEqualTo(200);
            Caller.Answer refused = stranger.post("/api/fund/notices/3/objections", "{}");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(25, 30);

            Caller browser = strict.caller();
            browser.open();
            int good = 0;
            while (good < 50 && browser.get("/api/fund/fund").status() == 200) {
                good++;
            }
            assertThat(good).isBetween(4, 6);
            assertThat(strict.caller().get("/api/fund/fund").status())
                    .as("somebody else")
                    .isEqualTo(200);

            for (int i = 0; i < 3; i++) {
                assertThat(strict.caller().signIn("clerk", "clerk-password-1").status())
                        .isEqualTo(200);
            }
            assertThat(strict.caller().signIn("clerk", "clerk-password-1").status())
                    .isEqualTo(429);
        }
    }

    @Test
    void compressesLongAnswersForThoseWhoReadThat() {
        FUND.answers(exchange -> Backend.json(exchange, 200, "{\"value\":\"" + "x".repeat(20_000) + "\"}"));
        assertThat(gateway.caller()
                        .get("/api/fund/fund", "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(FUND.last().header("accept-encoding")).doesNotContain("br");
    }

    private static Caller.Answer upload(Caller caller, String path, int size) {
        return caller.send("PUT", path, BodyPublishers.ofByteArray(new byte[size]), "Content-Type", "application/pdf");
    }

    private static Caller.Answer unannounced(Caller caller, String path, int size) {
        return caller.send(
                "PUT",
                path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])),
                "Content-Type",
                "application/pdf");
    }

    private static SignedJWT tokenOf(Backend.Arrived arrived) throws Exception {
        String authorization = arrived.header("authorization");
        assertThat(authorization).startsWith("Bearer ");
        return SignedJWT.parse(authorization.substring(7));
    }

    private static int nobodysPort() {
        try (Backend gone = Backend.start()) {
            return gone.port();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
