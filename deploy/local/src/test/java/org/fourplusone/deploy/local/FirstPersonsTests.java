package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/up} says to whoever started a suite without sample accounts, before a gateway that says who is missing. */
class FirstPersonsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Pattern CODE = Pattern.compile("([A-Z2-9]{4}-){6}[A-Z2-9]{4}");

    @TempDir
    Path folder;

    private HttpServer gateway;
    private String answer = "{\"open\":[\"ADMIN\",\"SECURITY_ADMIN\"]}";
    private int status = 200;

    @BeforeEach
    void startGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        gateway.createContext("/api/activation", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stopGateway() {
        gateway.stop(0);
    }

    private String announce(boolean anew, Instant now) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), now);
        String address = "http://127.0.0.1:" + gateway.getAddress().getPort();
        new FirstPersons(
                        new ActivationCodes(folder.resolve("activation.properties")),
                        address,
                        "up again --new-codes",
                        progress)
                .announce(anew, now);
        return said.toString(StandardCharsets.UTF_8);
    }

    private static long codesIn(String said) {
        return CODE.matcher(said).results().count();
    }

    @Test
    void tellsBothCodesOnceAndThenOnlyHowLongTheyWork() {
        String first = announce(false, NOW);
        String second = announce(false, NOW.plusSeconds(60));

        assertThat(first).contains("/activate", "system administrator", "security administrator");
        assertThat(codesIn(first)).isEqualTo(2);
        assertThat(second).contains("which works until", "up again --new-codes");
        assertThat(codesIn(second)).isZero();
    }

    @Test
    void saysThatACodeHasExpiredAndRenewsItOnDemandOnly() {
        announce(false, NOW);
        Instant later = NOW.plus(Duration.ofHours(25));

        String reminded = announce(false, later);
        String renewed = announce(true, later);

        assertThat(reminded).contains("which expired at", "--new-codes");
        assertThat(codesIn(reminded)).isZero();
        assertThat(codesIn(renewed)).isEqualTo(2);
    }

    @Test
    void givesNothingToWhoIsThereAlready() {
        answer = "{\"open\":[\"SECURITY_ADMIN\"]}";
        String one = announce(false, NOW);
        assertThat(one).contains("security administrator").doesNotContain("system administrator");
        assertThat(codesIn(one)).isEqualTo(1);

        answer = "{\"open\":[]}";
        assertThat(announce(false, NOW)).isEmpty();
        assertThat(announce(true, NOW)).contains("/admin/people");
    }

    @Test
    void tellsNobodysCodeWhenTheGatewayDoesNotAnswer() {
        status = 503;

        assertThatThrownBy(() -> announce(false, NOW))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("503");
        assertThat(folder.resolve("activation.properties")).doesNotExist();
    }

    @Test
    void aFolderStaysWhatItWasBegunAs() throws IOException {
        Files.writeString(folder.resolve("accounts.json"), "{}");
        assertThat(up("--no-sample")).contains("holds the sample register", "--fresh --no-sample");
        assertThat(up("--new-codes")).contains("accounts.json");

        Files.delete(folder.resolve("accounts.json"));
        new StateFolder(folder).open().activationCodes().begin();
        assertThat(up("--movable-clock")).contains("was begun without");
    }

    private String up(String option) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Main.run(
                folder.resolve("no-checkout"),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "up",
                "--port",
                "0",
                "--state",
                folder.toString(),
                option);
        assertThat(code).isEqualTo(1);
        assertThat(folder.resolve("run.properties")).as("nothing was started").doesNotExist();
        return said.toString(StandardCharsets.UTF_8);
    }
}
