package org.fourplusone.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser or a program in front of the gateway: keeps cookies, and the cross-site token when asked to. */
final class Caller {

    static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private Optional<JsonNode> csrf = Optional.empty();

    Caller(int port) {
        base = "http://127.0.0.1:" + port;
    }

    record Answer(int status, HttpResponse<String> raw) {

        JsonNode json() {
            return JSON.readTree(raw.body());
        }

        String code() {
            return json().path("code").asString("");
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(90))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        csrf.ifPresent(token -> request.header(
                token.get("header").asString(), token.get("token").asString()));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException trouble) {
            throw new IllegalStateException(method + " " + path + ": " + trouble, trouble);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Reads the session and sends its cross-site token with everything that follows. */
    Answer open() {
        Answer session = get("/api/session");
        csrf = Optional.of(session.json().get("csrf"));
        return session;
    }

    Caller withoutCrossSiteToken() {
        csrf = Optional.empty();
        return this;
    }

    Answer signIn(String username, String password) {
        open();
        Answer answer = post(
                "/api/session", JSON.writeValueAsString(java.util.Map.of("username", username, "password", password)));
        if (answer.status() == 200) {
            csrf = Optional.of(answer.json().get("csrf"));
        }
        return answer;
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    void keep(HttpCookie cookie) {
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
