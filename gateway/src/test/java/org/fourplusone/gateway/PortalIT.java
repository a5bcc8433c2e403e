package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal's files, the interface documents and the movable clock, over HTTP. */
class PortalIT {

    @TempDir
    static Path files;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(
                TestDatabase.schema("gateway"), files, Map.of(), "suite.clock-file=" + files.resolve("clock"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void answersEveryPageWithTheShellAndEveryFileWithItself() {
        Caller reader = gateway.caller();
        String shell = reader.get("/").raw().body();
        assertThat(shell).contains("<script type=\"importmap\">");
        for (String page : List.of(
                "/items",
                "/items/A01-02",
                "/check",
                "/notices/2026-1",
                "/awards",
                "/sign-in",
                "/fund",
                "/clusters",
                "/enterprise",
                "/enterprise/filings/7",
                "/officer/filings/7",
                "/analyst",
                "/auditor",
                "/editor",
                "/editor/drafts/0123456789ABCDEFGHJK",
                "/admin")) {
            Caller.Answer answer = reader.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.raw().body()).as(page).isEqualTo(shell);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
        assertThat(reader.get("/kit/app.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(reader.get("/kit/nothing.js").status()).isEqualTo(404);
        assertThat(reader.get("/officer/nothing.js").status()).isEqualTo(404);
        assertThat(reader.get("/application.yml").status()).isEqualTo(404);
        Caller.Answer lost = reader.get("/no/such/page", "Accept", "text/html,*/*;q=0.8");
        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.raw().body()).isEqualTo(shell);
        assertThat(reader.get("/no/such/page").code()).isEqualTo("NOT_FOUND");
        assertThat(reader.get("/api/no/such", "Accept", "text/html").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void allowsTheImportMapByItsHashAndNothingInlineOtherwise() throws Exception {
        Caller.Answer shell = gateway.caller().get("/items");
        Matcher map = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
                .matcher(shell.raw().body());
        assertThat(map.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8)));

        String policy = shell.header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self' 'sha256-" + hash + "';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(shell.raw().body().replaceAll("(?s)<script type=\"importmap\">.*?</script>", ""))
                .as("other inline scripts or styles")
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style", " style=");
        assertThat(shell.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shell.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(shell.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void servesEveryLibraryThatTheImportMapNames() throws Exception {
        String shell = gateway.caller().get("/").raw().body();
        Matcher file = Pattern.compile("\"(/webjars/[^\"]+\\.js)\"").matcher(shell);
        int found = 0;
        while (file.find()) {
            Caller.Answer answer = gateway.caller().get(file.group(1));
            assertThat(answer.status()).as(file.group(1)).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("immutable");
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
        assertThat(gateway.caller()
                        .get("/webjars/echarts/5.5.0/echarts.esm.min.js")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sendsAFileOnceAndThenSaysNotModified() {
        Caller reader = gateway.caller();
        Caller.Answer first = reader.get("/kit/app.js");
        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).contains("no-cache");
        assertThat(reader.get("/kit/app.js", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(reader.get("/kit/zh.js", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(reader.get("/").header("Set-Cookie"))
                .as("no session for files")
                .isEmpty();
    }

    @Test
    void offersTheInterfaceDocumentsUnderTheSamePolicy() {
        Caller reader = gateway.caller();
        Caller.Answer page = reader.get("/api/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        Matcher part =
                Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page.raw().body());
        while (part.find()) {
            assertThat(reader.get(part.group(1)).status()).as(part.group(1)).isEqualTo(200);
        }
        assertThat(page.raw().body()).doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(reader.get("/api/openapi").json().at("/paths/~1api~1session").isObject())
                .isTrue();
    }

    @Test
    void letsAnAdminAdvanceTheClockAndNobodyElse() {
        Caller stranger = gateway.caller();
        assertThat(stranger.get("/api/clock").json().get("movable").asBoolean()).isTrue();
        assertThat(stranger.post("/api/clock", "{\"advance\":\"P7D\"}").status())
                .isEqualTo(401);
        Caller reviewer = gateway.caller();
        reviewer.signIn("reviewer", "reviewer-password-1");
        assertThat(reviewer.post("/api/clock", "{\"advance\":\"P7D\"}").code()).isEqualTo("FORBIDDEN");

        Caller admin = gateway.caller();
        admin.signIn("admin", "admin-password-1");
        Caller.Answer moved = admin.post("/api/clock", "{\"advance\":\"P7D\"}");
        assertThat(moved.status()).isEqualTo(200);
        admin.post("/api/clock", "{\"advance\":\"PT36H\"}");
        assertThat(files.resolve("clock")).hasContent("PT204H");
        assertThat(Instant.parse(stranger.get("/api/clock").json().get("now").asString()))
                .isCloseTo(
                        Instant.now().plus(Duration.ofHours(204)),
                        org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));

        assertThat(admin.post("/api/clock", "{\"advance\":\"-P1D\"}").code()).isEqualTo("CLOCK_BACKWARDS");
        assertThat(admin.post("/api/clock", "{\"advance\":\"P400D\"}").code()).isEqualTo("CLOCK_TOO_FAR");
        assertThat(admin.post("/api/clock", "{\"advance\":\"PT2562047788015215H\"}")
                        .code())
                .isEqualTo("CLOCK_TOO_FAR");
        assertThat(admin.post("/api/clock", "{\"advance\":\"a week\"}")
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("NOT_A_DURATION");
        assertThat(admin.post("/api/clock", "{}").status()).isEqualTo(400);
        assertThat(files.resolve("clock")).hasContent("PT204H");
    }
}
