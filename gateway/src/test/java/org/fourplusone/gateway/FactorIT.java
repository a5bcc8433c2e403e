package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fourplusone.deploy.local.OneTimeCode;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The second factor, with two gateways on one real database. Codes are computed by other code than the gateway's. */
class FactorIT {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir
    static Path files;

    private static Backend fund;
    private static GatewayProcess one;
    private static GatewayProcess other;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(files.resolve("accounts.json"), """
                {"accounts":[
                  {"username":"approver","password":"approver-password-1","roles":["APPROVER"],"totpSecret":"%s"},
                  {"username":"payer","password":"payer-password-1","roles":["PAYER"]},
                  {"username":"guard","password":"guard-password-1","roles":["SECURITY_ADMIN"]}],
                 "clients":[{"id":"demo","secret":"demo-reader-secret-0123456789","scopes":["APPROVER"]}]}""".formatted(SECRET));
        TestDatabase database = TestDatabase.fresh("gateway");
        fund = Backend.start();
        one = gateway(database);
        other = gateway(database);
    }

    private static GatewayProcess gateway(TestDatabase database) {
        return GatewayProcess.start(
                database,
                files,
                Map.of("fund-service", List.of(fund.port())),
                "suite.limit.sign-in.at-once=1000",
                "suite.sign-in.free-failures=8");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        fund.close();
    }

    @BeforeEach
    void nothingUsedYet() {
        fund.reset();
        database().sql("UPDATE second_factor SET last_step = 0").update();
        database().sql("DELETE FROM sign_in_backoff").update();
    }

    private static JdbcClient database() {
        return one.bean(JdbcClient.class);
    }

    private static Caller approver(GatewayProcess gateway) {
        Caller approver = gateway.caller();
        assertThat(approver.signIn("approver", "approver-password-1").status()).isEqualTo(200);
        return approver;
    }

    /** A code of now, or of steps from now. Half a step before its end the next step begins in between at most once. */
    private static String code(int stepsFromNow) {
        return OneTimeCode.of(SECRET, OneTimeCode.stepAt(Instant.now()) + stepsFromNow);
    }

    private static Caller.Answer prove(Caller caller, String code) {
        return caller.post("/api/session/factor", "{\"code\":\"" + code + "\"}");
    }

    @Test
    void isProvedForFiveMinutesOfThisSessionAndTellsTheServicesWhen() throws Exception {
        Caller approver = approver(one);
        JsonNode before = approver.get("/api/session").json().get("factor");
        assertThat(before.get("setUp").asBoolean()).isTrue();
        assertThat(before.has("freshUntil")).isFalse();
        approver.post("/api/fund/filings/1/approve", "{}");
        assertThat(factorSeen()).isNull();

        Instant start = Instant.now();
        Caller.Answer proved = prove(approver, code(0));

        assertThat(proved.status()).as(proved.raw().body()).isEqualTo(200);
        assertThat(Instant.parse(proved.json().get("freshUntil").asString()))
                .isBetween(start.plusSeconds(290), Instant.now().plusSeconds(301));
        assertThat(approver.get("/api/session").json().at("/factor/freshUntil").asString())
                .isEqualTo(proved.json().get("freshUntil").asString());
        approver.post("/api/fund/filings/1/approve", "{}");
        assertThat(factorSeen()).isBetween(start.getEpochSecond(), Instant.now().getEpochSecond());
        Caller elsewhere = approver(one);
        elsewhere.post("/api/fund/filings/1/approve", "{}");
        assertThat(factorSeen()).as("another session of the same person").isNull();
    }

    private static Long factorSeen() throws Exception {
        String bearer = fund.last().header("authorization");
        return SignedJWT.parse(bearer.substring(7)).getJWTClaimsSet().getLongClaim("factor_at");
    }

    @Test
    void isTakenAtSignInAndNeverCarriedOverToTheNextPerson() {
        Caller browser = one.caller();
        browser.open();
        String credentials = "{\"username\":\"approver\",\"password\":\"approver-password-1\",\"code\":\"%s\"}";
        Caller.Answer wrong = browser.post("/api/session", credentials.formatted(wrong()));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("FACTOR_WRONG");
        assertThat(browser.get("/api/session").json().has("username")).isFalse();

        String code = code(0);
        Caller.Answer signedIn =
                browser.post("/api/session", credentials.formatted(code.substring(0, 3) + " " + code.substring(3)));
        assertThat(signedIn.status()).as(signedIn.raw().body()).isEqualTo(200);
        assertThat(signedIn.json().at("/factor/freshUntil").isMissingNode()).isFalse();
        browser.signIn("payer", "payer-password-1");
        assertThat(browser.get("/api/session").json().get("factor").toString()).isEqualTo("{\"setUp\":false}");
    }

    /** Digits that are none of the five codes around now. */
    private static String wrong() {
        List<String> right = new ArrayList<>();
        for (int step = -2; step <= 2; step++) {
            right.add(code(step));
        }
        return right.contains("000000") ? right.contains("111111") ? "222222" : "111111" : "000000";
    }

    @Test
    void refusesWhatIsNotACodeOfNow() {
        Caller approver = approver(one);
        Caller.Answer wrong = prove(approver, wrong());
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("FACTOR_WRONG");
        assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("code");
        assertThat(prove(approver, code(-4)).code()).isEqualTo("FACTOR_WRONG");
        assertThat(prove(approver, code(4)).code()).isEqualTo("FACTOR_WRONG");
        for (String malformed : List.of("", "12345", "1234567", "abcdef", "１２３４５６")) {
            assertThat(prove(approver, malformed).code()).as(malformed).isEqualTo("INVALID");
        }
        assertThat(approver.post("/api/session/factor", "{}").code()).isEqualTo("INVALID");
        assertThat(approver.get("/api/session").json().at("/factor/freshUntil").isMissingNode())
                .isTrue();
    }

    @Test
    void takesEachCodeOnceAndNoneOlderThanTheLast() {
        Caller approver = approver(one);
        String used = code(0);
        String older = code(-1);
        assertThat(prove(approver, used).status()).isEqualTo(200);

        Caller.Answer again = prove(approver(other), used);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("FACTOR_USED");
        assertThat(prove(approver, older).status()).isBetween(400, 409);
        assertThat(prove(approver, code(1)).status()).isEqualTo(200);
    }

    @RepeatedTest(5)
    void oneCodeAtTwoGatewaysInTheSameMomentIsGoodForOneOfThem() throws Exception {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            callers.add(approver(i % 2 == 0 ? one : other));
        }
        String code = code(0);
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> calls = callers.stream()
                    .<Callable<Integer>>map(caller -> () -> prove(caller, code).status())
                    .toList();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statuses).as("%s", statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void pausesGuessesOfCodesAndLeavesThePasswordAlone() {
        Caller approver = approver(one);
        for (int i = 0; i < 8; i++) {
            assertThat(prove(approver, wrong()).code()).isEqualTo("FACTOR_WRONG");
        }
        Caller.Answer locked = prove(approver(other), code(0));
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.code()).isEqualTo("FACTOR_LOCKED");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(20, 30);
    }

    @Test
    void isOfPersonsWithASession() {
        assertThat(prove(one.caller(), "123456").status()).isEqualTo(401);
        Caller forged = approver(one).withoutCrossSiteToken();
        assertThat(prove(forged, code(0)).code()).isEqualTo("CSRF");
        Caller payer = one.caller();
        payer.signIn("payer", "payer-password-1");
        Caller.Answer none = prove(payer, "123456");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.code()).isEqualTo("FACTOR_NOT_SET_UP");
    }

    @Test
    void isSetUpByItsPersonAndResetByASecurityAdministrator() {
        Caller payer = other.caller();
        payer.signIn("payer", "payer-password-1");
        assertThat(begin(payer, "not-it").json().at("/errors/0/field").asString())
                .isEqualTo("password");
        assertThat(confirm(payer, "123456").code()).isEqualTo("FACTOR_NOT_BEGUN");
        JsonNode enrolment = begin(payer, "payer-password-1").json();
        String secret = enrolment.get("secret").asString().replace(" ", "");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(enrolment.get("secret").asString()).hasSize(39);
        assertThat(enrolment.get("address").asString())
                .startsWith("otpauth://totp/Four%20Plus%20One:payer?secret=" + secret + "&");
        assertThat(enrolment.at("/qr/path").asString()).startsWith("M");

        String first = OneTimeCode.of(secret, OneTimeCode.stepAt(Instant.now()));
        assertThat(prove(payer, first).code()).as("not confirmed yet").isEqualTo("FACTOR_NOT_SET_UP");
        Caller.Answer confirmed = confirm(payer, first);
        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
        assertThat(confirmed.json().get("setUp").asBoolean()).isTrue();
        assertThat(prove(payer, first).code()).as("used to confirm").isEqualTo("FACTOR_USED");
        assertThat(begin(payer, "payer-password-1").code()).isEqualTo("FACTOR_SET_UP");
        byte[] stored = database()
                .sql("SELECT secret FROM second_factor WHERE username = 'payer'")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).as("locked").doesNotContain(secret.substring(0, 8));

        Caller guard = one.caller();
        guard.signIn("guard", "guard-password-1");
        assertThat(guard.get("/api/people/payer").json().has("factorSince")).isTrue();
        assertThat(reset(guard, "guard").code()).isEqualTo("NOT_ONESELF");
        assertThat(reset(payer, "guard").status()).isEqualTo(403);
        Caller.Answer after = reset(guard, "payer");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().has("factorSince")).isFalse();
        assertThat(reset(guard, "payer").code()).isEqualTo("FACTOR_NOT_SET_UP");
        assertThat(payer.get("/api/session").json().has("username"))
                .as("signed out")
                .isFalse();
        assertThat(database()
                        .sql(
                                "SELECT CONCAT(act, ' ', actor) FROM second_factor_record WHERE username = 'payer' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("SET_UP payer", "RESET guard");
        JsonNode records =
                guard.get("/api/factor-records?username=payer&size=1").json();
        assertThat(records.get("total").asInt()).isEqualTo(2);
        assertThat(records.at("/items/0/act").asString()).as("newest first").isEqualTo("RESET");
        assertThat(records.at("/items/0/actor").asString()).isEqualTo("guard");
        assertThat(guard.get("/api/factor-records?page=x").status()).isEqualTo(400);
        assertThat(approver(one).get("/api/factor-records").status()).isEqualTo(403);
        assertThat(one.caller().get("/api/factor-records").status()).isEqualTo(401);
    }

    private static Caller.Answer begin(Caller caller, String password) {
        return caller.post("/api/session/factor/enrolment", "{\"password\":\"" + password + "\"}");
    }

    private static Caller.Answer confirm(Caller caller, String code) {
        return caller.post("/api/session/factor/enrolment/confirm", "{\"code\":\"" + code + "\"}");
    }

    private static Caller.Answer reset(Caller caller, String username) {
        return caller.send("DELETE", "/api/people/" + username + "/factor", BodyPublishers.noBody());
    }

    @Test
    void aFactorCopiedFromAnotherPersonIsNoUse() {
        Caller payer = one.caller();
        payer.signIn("payer", "payer-password-1");
        database().sql("""
                        INSERT INTO second_factor (username, secret, set_up_at)
                        SELECT 'payer', secret, set_up_at FROM second_factor WHERE username = 'approver'""").update();
        try {
            assertThat(prove(payer, code(0)).status()).isEqualTo(500);
        } finally {
            database().sql("DELETE FROM second_factor WHERE username = 'payer'").update();
        }
    }
}
