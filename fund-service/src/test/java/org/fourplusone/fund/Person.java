package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourplusone.starter.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the fund over HTTP. */
public final class Person {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final String token;

    private Person(int port, String token) {
        this.base = "http://127.0.0.1:" + port + "/api/fund";
        this.token = token;
    }

    public static Person officer(int port, String username, String... roles) {
        return new Person(port, TestTokens.bearer(username, Set.of(roles), Set.of()));
    }

    /** An officer whose second factor is not fresh. */
    public static Person officerWithoutFactor(int port, String username, String... roles) {
        return new Person(port, TestTokens.bearerWithoutFactor(username, Set.of(roles), Set.of()));
    }

    public static Person clerk(int port, String username, String... creditCodes) {
        return new Person(port, TestTokens.bearer(username, Set.of("ENTERPRISE"), Set.of(creditCodes)));
    }

    public static Person nobody(int port) {
        return new Person(port, "");
    }

    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public Answer expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        /** A problem detail with this code. */
        public JsonNode refused(int expected, String code) {
            expect(expected);
            assertThat(json().path("code").asString()).as(body).isEqualTo(code);
            assertThat(json().path("detail").asString())
                    .as("a sentence, not a key")
                    .isNotEmpty()
                    .isNotEqualTo(code);
            return json();
        }

        public String etag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Object body, String key) {
        return send("POST", path, json(body), Map.of("Idempotency-Key", key));
    }

    public Answer patch(String path, String etag, Object body) {
        return send("PATCH", path, json(body), Map.of("If-Match", etag));
    }

    public Answer put(String path, byte[] body) {
        return send("PUT", path, body, Map.of("Content-Type", "application/octet-stream"));
    }

    private static byte[] json(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    public Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response);
        } catch (Exception e) {
            throw new AssertionError(method + " " + path, e);
        }
    }
}
