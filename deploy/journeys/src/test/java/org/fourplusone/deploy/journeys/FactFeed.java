package org.fourplusone.deploy.journeys;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Industry-service's change feed, read as policy-service reads it: past the gateway, with a service's own token. */
final class FactFeed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLIENT = "policy-service";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final String industry;
    private long cursor;

    FactFeed(RunningSuite suite) throws IOException, InterruptedException {
        String secret = "";
        for (JsonNode client :
                JSON.readTree(Files.readString(RunningSuite.STATE.resolve("secrets/service-clients.json")))) {
            if (client.path("id").asString().equals(CLIENT)) {
                secret = client.path("secret").asString();
            }
        }
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(suite.address() + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        token = JSON.readTree(answer.body()).path("access_token").asString();
        Properties run = new Properties();
        try (Reader reader = Files.newBufferedReader(RunningSuite.STATE.resolve("run.properties"))) {
            run.load(reader);
        }
        industry = "http://127.0.0.1:" + run.getProperty("industry-service.port");
    }

    /** All documents that changed since the last call, one for each enterprise. */
    List<JsonNode> changes() throws IOException, InterruptedException {
        List<JsonNode> changes = new ArrayList<>();
        while (true) {
            HttpResponse<String> page = http.send(
                    HttpRequest.newBuilder(URI.create(industry + "/api/industry/facts/feed?limit=5000&after=" + cursor))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200) {
                throw new AssertionError("the feed answered " + page.statusCode() + ": " + page.body());
            }
            List<String> lines =
                    page.body().lines().filter(line -> !line.isBlank()).toList();
            if (lines.isEmpty()) {
                return changes;
            }
            lines.forEach(line -> changes.add(JSON.readTree(line)));
            cursor = changes.get(changes.size() - 1).path("cursor").asLong();
        }
    }
}
