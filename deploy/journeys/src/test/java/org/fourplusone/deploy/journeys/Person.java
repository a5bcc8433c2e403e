package org.fourplusone.deploy.journeys;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at the suite's public door: a session cookie, its CSRF token, and one idempotency key for each move. Asked for
 * the second factor, a person with an authenticator proves it and repeats the move as it was.
 */
final class Person {

    private static final int CODES_TRIED = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable Authenticator authenticator;
    private String csrfHeader = "";
    private String csrfToken = "";

    private Person(String base) {
        this.base = base;
    }

    /** Somebody who has not signed in. */
    static Person anybody(String base) {
        Person person = new Person(base);
        person.readCsrf(person.get("/api/session"));
        return person;
    }

    static Person signedIn(String base, String username, String password) {
        Person person = anybody(base);
        Answer answer = person.post("/api/session", Map.of("username", username, "password", password))
                .expect(200);
        person.readCsrf(answer);
        // the token may change with the session
        person.readCsrf(person.get("/api/session").expect(200));
        return person;
    }

    Person with(@Nullable Authenticator app) {
        authenticator = app;
        return this;
    }

    private void readCsrf(Answer session) {
        csrfHeader = session.json().path("csrf").path("header").asString("");
        csrfToken = session.json().path("csrf").path("token").asString("");
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        return sendJson("POST", path, body, headers);
    }

    Answer patch(String path, String etag, Object body) {
        return sendJson("PATCH", path, body, Map.of("If-Match", etag));
    }

    /** A write of JSON with exactly these headers besides session, CSRF and content type. */
    Answer sendJson(String method, String path, Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return write(method, path, JSON.writeValueAsBytes(body), all);
    }

    Answer write(String method, String path, byte[] body, Map<String, String> headers) {
        Answer answer = writeOnce(method, path, body, headers);
        if (authenticator == null || answer.status() != 403 || !answer.body().contains("\"FACTOR_REQUIRED\"")) {
            return answer;
        }
        Answer proof = prove(authenticator);
        // used a moment ago by an earlier run against the same suite
        for (int i = 0; i < CODES_TRIED && proof.status() == 409; i++) {
            proof = prove(authenticator);
        }
        proof.expect(200);
        return writeOnce(method, path, body, headers);
    }

    /** Proves the second factor anew, so that the next moves are not asked for it. */
    void proveFactor() {
        if (authenticator != null) {
            prove(authenticator).expect(200);
        }
    }

    private Answer prove(Authenticator app) {
        return post("/api/session/factor", Map.of("code", app.next()));
    }

    private Answer writeOnce(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!csrfHeader.isEmpty()) {
            request.header(csrfHeader, csrfToken);
        }
        return send(request);
    }

    /** Forgets the CSRF token, as a forged page would not know it. */
    Person withoutCsrf() {
        csrfHeader = "";
        return this;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<byte[]> response = http.send(built, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(built.method() + " " + built.uri(), response);
        } catch (IOException e) {
            throw new IllegalStateException(built.method() + " " + built.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(String call, HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String etag() {
            return header("ETag");
        }

        /** This answer, which must have this status. */
        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError(call + " was answered " + status() + ", not " + status + ": " + body());
            }
            return this;
        }

        /** This answer, which must be a problem of this status and code. */
        Answer refused(int status, String code) {
            expect(status);
            String said = json().path("code").asString("");
            if (!said.equals(code)) {
                throw new AssertionError(call + " was refused with " + said + ", not " + code + ": " + body());
            }
            if (json().path("detail").asString("").isBlank()
                    || json().path("title").asString("").isBlank()) {
                throw new AssertionError(call + " was refused without a word: " + body());
            }
            return this;
        }
    }
}
