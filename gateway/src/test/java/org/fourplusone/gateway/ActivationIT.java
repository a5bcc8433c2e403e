package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.fourplusone.deploy.local.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The first two administrators of a suite without sample accounts come in by one-time codes: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActivationIT {

    private static final String ADMIN_CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ2345";
    private static final String SECURITY_CODE = "ZZZZYYYYXXXXWWWWVVVVUUUUTTTT";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path files;

    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(
                TestDatabase.fresh("gateway"),
                files,
                Map.of(),
                "suite.accounts-file=" + files.resolve("none.json"),
                "suite.activation-file=" + codes(),
                "suite.limit.activation.at-once=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void giveOutCodes() {
        giveOut(Instant.now().plus(Duration.ofHours(24)));
    }

    @Test
    @Order(1)
    void refusesWhatIsWrongAndSaysWhichFieldAndLetsNobodyIn() {
        Caller stranger = gateway.caller();

        assertThat(activate(stranger, "ADMIN", "ABCDEFGHJKLMNPQRSTUVWXYZ2346", "boss", "主管", PASSWORD))
                .satisfies(refused(400, "INVALID", "code", "WRONG_CODE"));
        assertThat(activate(stranger, "ADMIN", SECURITY_CODE, "boss", "主管", PASSWORD))
                .as("the other administrator's code")
                .satisfies(refused(400, "INVALID", "code", "WRONG_CODE"));
        assertThat(activate(stranger, null, ADMIN_CODE, "boss", null, PASSWORD))
                .as("without the role nobody is made")
                .satisfies(refused(400, "INVALID", "code", "WRONG_CODE"));
        assertThat(activate(stranger, "APPROVER", ADMIN_CODE, "boss", "主管", PASSWORD))
                .satisfies(refused(400, "INVALID", "role", "NOT_A_ROLE"));
        assertThat(activate(stranger, "ADMIN", ADMIN_CODE, "boss", "主管", "elevenchars"))
                .satisfies(refused(400, "INVALID", "password", "PASSWORD_TOO_SHORT"));
        assertThat(activate(stranger, "ADMIN", ADMIN_CODE, "administrator", "主管", "Administrator1"))
                .satisfies(refused(400, "INVALID", "password", "PASSWORD_TOO_EASY"));
        assertThat(activate(stranger, "ADMIN", ADMIN_CODE, "Boss!", "主管", PASSWORD))
                .satisfies(refused(400, "INVALID", "username", "NOT_A_USERNAME"));
        assertThat(activate(stranger, "ADMIN", ADMIN_CODE, "boss", null, PASSWORD))
                .satisfies(refused(400, "INVALID", "displayName", "REQUIRED"));
        assertThat(stranger.post("/api/activation", "{}").json().get("errors")).hasSize(3);
        assertThat(stranger.post("/api/activation", "{\"kode\":1}").status()).isEqualTo(400);
        giveOut(Instant.now().minusSeconds(1));
        assertThat(activate(stranger, "ADMIN", ADMIN_CODE, "boss", "主管", PASSWORD))
                .satisfies(refused(410, "ACTIVATION_EXPIRED", "code", "EXPIRED_CODE"));

        assertThat(stranger.get("/api/activation").json().get("open")).hasSize(2);
        assertThat(gateway.caller().signIn("boss", PASSWORD).status()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void makesTheTwoFirstAdministratorsOfTwoPersonsOnce() {
        Caller stranger = gateway.caller();
        String asTyped = "abcd-efgh-jklm-npqr-stuv-wxyz-2345 ";

        Caller.Answer activated = activate(stranger, "ADMIN", asTyped, "boss", "主管", PASSWORD);

        assertThat(activated.status()).isEqualTo(200);
        assertThat(activated.json().get("roles").get(0).asString()).isEqualTo("ADMIN");
        assertThat(stranger.get("/api/activation").json().get("open").toString())
                .isEqualTo("[\"SECURITY_ADMIN\"]");
        assertThat(activate(stranger, "ADMIN", ADMIN_CODE, "boss2", "别人", PASSWORD))
                .satisfies(refused(409, "ACTIVATION_USED", "code", "ACTIVATION_USED"));
        assertThat(activate(stranger, "SECURITY_ADMIN", SECURITY_CODE, "boss", "别人", PASSWORD))
                .satisfies(refused(409, "USERNAME_TAKEN", "username", "USERNAME_TAKEN"));
        assertThat(activate(stranger, "SECURITY_ADMIN", SECURITY_CODE, "guard", " 主管 ", PASSWORD))
                .satisfies(refused(409, "SAME_PERSON", "displayName", "SAME_PERSON"));

        Caller boss = gateway.caller();
        Caller.Answer signedIn = boss.signIn("boss", PASSWORD);
        assertThat(signedIn.json().get("roles").toString()).isEqualTo("[\"ADMIN\"]");
        assertThat(activate(boss, "SECURITY_ADMIN", SECURITY_CODE, "guard", "安保", PASSWORD)
                        .code())
                .as("while the other is signed in")
                .isEqualTo("SIGNED_IN");

        assertThat(activate(stranger, "SECURITY_ADMIN", SECURITY_CODE, "guard", "安保", PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(gateway.caller()
                        .signIn("guard", PASSWORD)
                        .json()
                        .get("roles")
                        .toString())
                .isEqualTo("[\"SECURITY_ADMIN\"]");
        assertThat(stranger.get("/api/activation").json().get("open")).isEmpty();
    }

    @Test
    @Order(3)
    void staysClosedForRenewedCodesOnceBothAreThere() {
        assertThat(activate(gateway.caller(), "ADMIN", ADMIN_CODE, "third", "第三人", PASSWORD))
                .satisfies(refused(409, "ACTIVATION_USED", "code", "ACTIVATION_USED"));
    }

    @Test
    void slowsGuessingDown(@TempDir Path folder) {
        try (GatewayProcess strict = GatewayProcess.start(
                TestDatabase.fresh("gateway"),
                folder,
                Map.of(),
                "suite.limit.activation.at-once=3",
                "suite.limit.activation.count=1")) {
            Caller guesser = strict.caller();
            for (int i = 0; i < 3; i++) {
                assertThat(activate(guesser, null, "GUESS" + i, "clerk", null, PASSWORD)
                                .status())
                        .isEqualTo(400);
            }
            Caller.Answer limited = activate(guesser, null, "GUESS", "clerk", null, PASSWORD);

            assertThat(limited.status()).isEqualTo(429);
            assertThat(Integer.parseInt(limited.header("Retry-After"))).isPositive();
            assertThat(guesser.get("/api/activation").json().get("open"))
                    .as("with sample accounts nobody is awaited")
                    .isEmpty();
        }
    }

    private static Caller.Answer activate(
            Caller caller,
            @Nullable String role,
            String code,
            String username,
            @Nullable String displayName,
            String password) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("username", username);
        body.put("password", password);
        if (role != null) {
            body.put("role", role);
        }
        if (displayName != null) {
            body.put("displayName", displayName);
        }
        return caller.post("/api/activation", Caller.JSON.writeValueAsString(body));
    }

    private static Consumer<Caller.Answer> refused(int status, String code, String field, String fieldCode) {
        return answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(fieldCode);
            assertThat(answer.json().at("/errors/0/message").asString())
                    .as("a text of its own")
                    .isNotEmpty()
                    .isNotEqualTo("field." + fieldCode);
        };
    }

    private static Path codes() {
        return files.resolve("activation.properties");
    }

    private static void giveOut(Instant end) {
        try {
            Files.writeString(
                    codes(),
                    "ADMIN.sha256=%s\nADMIN.expires=%s\nSECURITY_ADMIN.sha256=%s\nSECURITY_ADMIN.expires=%s\n"
                            .formatted(sha256(ADMIN_CODE), end, sha256(SECURITY_CODE), end));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
