package org.fourplusone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registry over real HTTP: its door, and how soon it forgets an instance that stopped renewing. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.security.user.name=eureka", "spring.security.user.password=0123456789abcdef"})
class RegistryTests {

    private static final String CREDENTIAL = "Basic "
            + Base64.getEncoder().encodeToString("eureka:0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void answersHealthToEverybodyAndTheRestToNobody() throws Exception {
        assertThat(status("GET", "/actuator/health/readiness", null, null)).isEqualTo(200);
        assertThat(status("GET", "/actuator/prometheus", null, null)).isEqualTo(200);
        assertThat(status("GET", "/eureka/apps", null, null)).isEqualTo(401);
        assertThat(status("GET", "/", null, null)).isEqualTo(401);
        assertThat(status("GET", "/eureka/apps", null, CREDENTIAL + "x")).isEqualTo(401);
        assertThat(status("POST", "/eureka/apps/X", instance("x-1"), null)).isEqualTo(401);
    }

    /** A slow password hash on each call would take minutes for as many. */
    @Test
    void costsNoPasswordHashPerCall() throws Exception {
        status("GET", "/eureka/apps", null, CREDENTIAL);
        Instant start = Instant.now();
        for (int i = 0; i < 400; i++) {
            assertThat(status("GET", "/eureka/apps", null, CREDENTIAL)).isEqualTo(200);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void listsAnInstanceAtOnceAndForgetsItWithinTwelveSecondsOfItsLastRenewal() throws Exception {
        assertThat(status("POST", "/eureka/apps/SAMPLE", instance("sample-1"), CREDENTIAL))
                .isEqualTo(204);
        assertThat(status("GET", "/eureka/apps/SAMPLE/sample-1", null, CREDENTIAL))
                .isEqualTo(200);
        assertThat(send("GET", "/eureka/apps", null, CREDENTIAL).body()).contains("SAMPLE");

        Instant limit = Instant.now().plus(Duration.ofSeconds(12));
        while (send("GET", "/eureka/apps", null, CREDENTIAL).body().contains("SAMPLE")) {
            assertThat(Instant.now()).as("still listed").isBefore(limit);
            Thread.sleep(250);
        }
    }

    private int status(String method, String path, @Nullable String body, @Nullable String credential)
            throws Exception {
        return send(method, path, body, credential).statusCode();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String credential)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/plain;q=0.5")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (credential != null) {
            request.header("Authorization", credential);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Eureka's registration body with a lease of 4 s. */
    private static String instance(String id) {
        return """
                {"instance":{"instanceId":"%s","hostName":"127.0.0.1","app":"SAMPLE","ipAddr":"127.0.0.1",
                "status":"UP","port":{"$":9999,"@enabled":"true"},"vipAddress":"sample",
                "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},
                "leaseInfo":{"renewalIntervalInSecs":2,"durationInSecs":4}}}""".formatted(id);
    }
}
