package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in, sessions, cross-site protection and accounts, over HTTP and on a real database. */
class SessionIT {

    @TempDir
    static Path files;

    private static TestDatabase database;
    private static Backend backend;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh("gateway");
        backend = Backend.start();
        gateway = start(files);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    private static GatewayProcess start(Path folder, String... settings) {
        return GatewayProcess.start(database, folder, Map.of("fund-service", List.of(backend.port())), settings);
    }

    @Test
    void tellsAStrangerThatNobodyIsSignedIn() {
        Caller.Answer session = gateway.caller().get("/api/session");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().has("username")).isFalse();
        assertThat(session.json().get("sample").asBoolean()).isFalse();
        assertThat(session.json().get("roles")).isEmpty();
        assertThat(session.json().at("/csrf/header").asString()).isEqualTo("X-CSRF-TOKEN");
        assertThat(session.json().at("/csrf/token").asString()).hasSizeGreaterThan(30);
        assertThat(session.header("Cache-Control")).contains("no-store");
        assertThat(session.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void signsInWithANewSessionAndANewTokenAndOutAgain() {
        Caller browser = gateway.caller();
        String tokenBefore = browser.open().json().at("/csrf/token").asString();
        String cookieBefore = browser.cookies().get(0).getValue();

        Caller.Answer signedIn = browser.signIn("clerk", "clerk-password-1");

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().get("username").asString()).isEqualTo("clerk");
        assertThat(signedIn.json().get("displayName").asString()).isEqualTo("办事员 示例");
        assertThat(signedIn.json().get("creditCodes")).hasSize(2);
        assertThat(browser.cookies()).hasSize(1);
        assertThat(browser.cookies().get(0).getValue()).isNotEqualTo(cookieBefore);
        assertThat(browser.get("/api/session").json().get("roles").get(0).asString())
                .isEqualTo("ENTERPRISE");
        assertThat(browser.post("/api/fund/filings", "{}", "X-CSRF-TOKEN", tokenBefore)
                        .status())
                .as("two tokens, the newer one good: %s", tokenBefore)
                .isNotEqualTo(500);

        assertThat(browser.send("DELETE", "/api/session", BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/session").json().has("username")).isFalse();
    }

    @Test
    void answersUnknownNamesLikeWrongPasswords() {
        Caller.Answer wrong = gateway.caller().signIn("reviewer", "not-the-password");
        Caller.Answer unknown = gateway.caller().signIn("nobody-here", "not-the-password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("SIGN_IN_FAILED");
        assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
        assertThat(wrong.json().get("type").asString()).isEqualTo("urn:four-plus-one:problem:SIGN_IN_FAILED");
        assertThat(wrong.json().get("instance").asString()).isEqualTo("/api/session");
        assertThat(wrong.json().get("detail").asString()).contains("用户名或密码");
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
    }

    @Test
    void pausesANameAfterFiveFailuresInARowEvenForTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            assertThat(gateway.caller().signIn("guessed", "wrong-" + i).status())
                    .isEqualTo(401);
        }
        Caller.Answer locked = gateway.caller().signIn("guessed", "whatever");

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.code()).isEqualTo("SIGN_IN_LOCKED");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(25, 30);
        assertThat(gateway.caller().signIn("clerk", "clerk-password-1").status())
                .as("other names")
                .isEqualTo(200);
    }

    @Test
    void forgetsFailuresOnceThePasswordWasRight() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(gateway.caller().signIn("admin", "wrong").status()).isEqualTo(401);
            }
            assertThat(gateway.caller().signIn("admin", "admin-password-1").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void asksForTheCrossSiteTokenOnEveryStateChangingCallOfASession() {
        Caller browser = gateway.caller();
        browser.signIn("clerk", "clerk-password-1");
        backend.reset();
        browser.withoutCrossSiteToken();

        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Caller.Answer forged = browser.send(method, "/api/fund/filings/1", BodyPublishers.ofString("{}"));
            assertThat(forged.status()).as(method).isEqualTo(403);
            assertThat(forged.code()).isEqualTo("CSRF");
        }
        assertThat(browser.send("DELETE", "/api/session", BodyPublishers.noBody())
                        .code())
                .isEqualTo("CSRF");
        assertThat(backend.arrived()).isEmpty();
        assertThat(browser.get("/api/fund/filings").status()).isEqualTo(200);
        browser.open();
        assertThat(browser.post("/api/fund/filings/1", "{}").status()).isEqualTo(200);
    }

    @Test
    void neverSignsInWithoutTheToken() {
        Caller.Answer forged =
                gateway.caller().post("/api/session", "{\"username\":\"clerk\",\"password\":\"clerk-password-1\"}");

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.code()).isEqualTo("CSRF");
    }

    @Test
    void letsACallerWithoutASessionUseWhatIsPublic() {
        assertThat(gateway.caller().post("/api/fund/notices/1/objections", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyItDoesNotKnow() {
        Caller browser = gateway.caller();
        browser.open();
        assertThat(browser.post("/api/session", "{\"username\":\"clerk\"}")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("password");
        assertThat(browser.post("/api/session", "{\"user\":\"clerk\"}").status())
                .isEqualTo(400);
        assertThat(browser.post("/api/session", "not json").code()).isEqualTo("INVALID");
        assertThat(browser.post("/api/session", "[]").status()).isEqualTo(400);
        assertThat(browser.post("/api/session", "").status()).isEqualTo(400);
        assertThat(browser.send("PUT", "/api/session", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void keepsSessionsOverARestartAndLoadsTheAccountsFileOnlyWhenItChanged(@TempDir Path folder) throws Exception {
        Caller browser;
        List<java.net.HttpCookie> cookies;
        try (GatewayProcess first = start(folder)) {
            browser = first.caller();
            assertThat(browser.signIn("clerk", "clerk-password-1").status()).isEqualTo(200);
            cookies = browser.cookies();
        }
        String hash = hashOf("clerk");
        try (GatewayProcess second = start(folder)) {
            assertThat(hashOf("clerk")).as("not hashed again").isEqualTo(hash);
            Caller again = second.caller();
            cookies.forEach(again::keep);
            assertThat(again.get("/api/session").json().path("username").asString(""))
                    .isEqualTo("clerk");
        }
        Files.writeString(
                folder.resolve("accounts.json"),
                GatewayProcess.ACCOUNTS.replace("\"username\":\"clerk\"", "\"username\":\"clerk2\""));
        try (GatewayProcess third = start(folder)) {
            assertThat(third.caller().signIn("clerk2", "clerk-password-1").status())
                    .isEqualTo(200);
            assertThat(third.caller().signIn("clerk", "clerk-password-1").status())
                    .as("no longer listed")
                    .isEqualTo(401);
            Caller again = third.caller();
            cookies.forEach(again::keep);
            assertThat(again.get("/api/session").json().has("username"))
                    .as("its session")
                    .isFalse();
        } finally {
            Files.writeString(folder.resolve("accounts.json"), GatewayProcess.ACCOUNTS);
            start(folder).close();
        }
    }

    @Test
    void namesWhatIsWrongWithAnAccountsFileAndDoesNotStart(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("accounts.json"),
                "{\"accounts\":[{\"username\":\"x\",\"password\":\"long-enough-1\",\"roles\":[\"KING\"]}]}");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> start(folder)))
                .hasMessageContaining("x has a role that does not exist: [KING]")
                .hasMessageNotContaining("long-enough");
    }

    @Test
    void keepsOnlyHashesOfPasswords() {
        assertThat(hashOf("admin")).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private static String hashOf(String username) {
        return gateway.bean(JdbcClient.class)
                .sql("SELECT password_hash FROM account WHERE username = ?")
                .param(username)
                .query(String.class)
                .single();
    }
}
