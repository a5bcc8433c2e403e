package org.fourplusone.starter.client;

import feign.Client;
import feign.RequestInterceptor;
import feign.codec.Decoder;
import feign.codec.Encoder;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.time.RealTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration;
import org.springframework.cloud.openfeign.support.ResponseEntityDecoder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenFeign as all services use it: the caller's token is relayed, or the service's own is used; answers are read
 * leniently (a consumer declares just the fields it reads); refusals are passed on as they are.
 */
@AutoConfiguration
@EnableConfigurationProperties(ClientProperties.class)
public class ClientAutoConfiguration {

    @Bean
    ServiceToken serviceToken(ClientProperties properties, RealTime time) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(5));
        return new ServiceToken(RestClient.builder().requestFactory(http).build(), properties, time);
    }

    @Bean
    RequestInterceptor callerOrServiceToken(ObjectProvider<ServiceToken> own) {
        return request -> {
            String token = SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken jwt
                    ? jwt.getToken().getTokenValue()
                    : own.getObject().value();
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            if (!request.headers().containsKey(HttpHeaders.ACCEPT_LANGUAGE)) {
                request.header(HttpHeaders.ACCEPT_LANGUAGE, Language.current() == Language.EN ? "en" : "zh");
            }
        };
    }

    /** The HTTP client would ask again by itself, writes too, when an answer is 429 or 503: nothing is repeated unasked. */
    @Bean
    HttpClient5FeignConfiguration.HttpClientBuilderCustomizer nothingRepeated() {
        return builder -> builder.disableAutomaticRetries();
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(3))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    }

    @Bean
    static BeanPostProcessor guardedClients(ObjectProvider<CircuitBreakerRegistry> breakers) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Client client && !(bean instanceof GuardedClient)
                        ? new GuardedClient(client, breakers.getObject())
                        : bean;
            }
        };
    }

    @Bean
    Decoder feignDecoder(JsonMapper json) {
        JsonMapper lenient = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new ResponseEntityDecoder((response, type) -> {
            if (response.body() == null || response.status() == 204) {
                return null;
            }
            try (InputStream body = response.body().asInputStream()) {
                byte[] bytes = body.readAllBytes();
                return type == String.class
                        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                        : bytes.length == 0 ? null : lenient.readValue(bytes, lenient.constructType(type));
            }
        });
    }

    @Bean
    Encoder feignEncoder(JsonMapper json) {
        return (body, type, request) -> {
            request.header(HttpHeaders.CONTENT_TYPE, "application/json");
            request.body(json.writeValueAsBytes(body), java.nio.charset.StandardCharsets.UTF_8);
        };
    }

    @Bean
    ErrorDecoder feignErrors(JsonMapper json) {
        return (method, response) -> {
            String service = String.valueOf(URI.create(response.request().url()).getHost());
            JsonNode problem = body(response, json);
            if (response.status() >= 500 || problem == null || !problem.hasNonNull("code")) {
                return GuardedClient.down(service);
            }
            Problem passed = Problem.passedOn(
                    HttpStatusCode.valueOf(response.status()),
                    problem.get("code").asString(),
                    problem.path("detail").asString(""));
            problem.properties().forEach(member -> {
                if (!java.util.Set.of("type", "title", "status", "detail", "instance", "code")
                        .contains(member.getKey())) {
                    passed.with(member.getKey(), member.getValue());
                }
            });
            return passed;
        };
    }

    private static @Nullable JsonNode body(feign.Response response, JsonMapper json) {
        if (response.body() == null) {
            return null;
        }
        try (InputStream body = response.body().asInputStream()) {
            return json.readTree(body);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
