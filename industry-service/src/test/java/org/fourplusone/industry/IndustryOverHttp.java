package org.fourplusone.industry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.fourplusone.starter.test.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How tests talk to a running service. */
public abstract class IndustryOverHttp {

    protected static final String BUS_MAKER = "91371502MA3EX0013C";
    protected static final String FOOD_MAKER = "91371502MA3EX00217";
    protected static final String PIPE_MAKER = "91371502MA3EX003XY";

    protected static final String SERVICE = TestTokens.bearer("policy-service", Set.of("SERVICE"), Set.of());
    protected static final String REVIEWER = TestTokens.bearer("reviewer", Set.of("REVIEWER"), Set.of());
    protected static final String INTAKE = TestTokens.bearer("intake", Set.of("INTAKE"), Set.of());
    protected static final String CLERK = TestTokens.bearer("enterprise1", Set.of("ENTERPRISE"), Set.of(BUS_MAKER));

    @LocalServerPort
    int port;

    @Autowired
    protected JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    protected HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/industry" + path));
    }

    protected HttpRequest.Builder as(String token, String path) {
        return to(path).header("Authorization", token);
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    protected HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    protected HttpResponse<String> put(String token, String path, String ifMatch, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = as(token, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
    }

    protected HttpResponse<String> post(String token, String path, String body)
            throws IOException, InterruptedException {
        return send(as(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    protected JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    protected static String etag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}
