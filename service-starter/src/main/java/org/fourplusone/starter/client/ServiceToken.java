package org.fourplusone.starter.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** The service's own access token (OAuth 2 client credentials), for work that no caller asked for. */
public final class ServiceToken {

    private final RestClient http;
    private final ClientProperties properties;
    private final RealTime time;
    private volatile @Nullable Held held;

    ServiceToken(RestClient http, ClientProperties properties, RealTime time) {
        this.http = http;
        this.properties = properties;
        this.time = time;
    }

    private record Held(String token, Instant renewAt) {}

    private record Answer(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long seconds) {}

    /** A token with at least some seconds to live; asks for a new one in time. */
    public String value() {
        Held known = held;
        if (known != null && time.now().isBefore(known.renewAt)) {
            return known.token;
        }
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Answer answer = http.post()
                .uri(properties.tokenUri())
                .headers(headers -> headers.setBasicAuth(properties.clientId(), properties.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Answer.class);
        if (answer == null) {
            throw new IllegalStateException("no token from " + properties.tokenUri());
        }
        held = new Held(answer.token, time.now().plusSeconds(Math.max(1, answer.seconds - 30)));
        return answer.token;
    }
}
