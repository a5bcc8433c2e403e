package org.fourplusone.starter.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Plays the gateway for tests of a service: a real key set over HTTP, a token endpoint, and tokens signed with its key. */
public final class TestTokens {

    public static final String ISSUER = "http://gateway.test";

    private static final ECKey KEY = key();
    private static final HttpServer SERVER = server();

    private TestTokens() {}

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            answer(server, "/oauth2/jwks", () -> new JWKSet(KEY.toPublicJWK()).toString());
            answer(
                    server,
                    "/oauth2/token",
                    () -> "{\"access_token\":\"" + token("test-service", Set.of("SERVICE"), Set.of())
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServer server, String path, java.util.function.Supplier<String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** Points the service under test at this gateway, and keeps it away from any registry. */
    public static void register(DynamicPropertyRegistry registry) {
        String base = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        registry.add("suite.issuer", () -> ISSUER);
        registry.add("suite.jwks-uri", () -> base + "/oauth2/jwks");
        registry.add("suite.token-uri", () -> base + "/oauth2/token");
        registry.add("suite.client-id", () -> "test-service");
        registry.add("suite.client-secret", () -> "test");
        registry.add("eureka.client.enabled", () -> false);
    }

    /**
     * The Authorization header of a person with these roles, who may act for these enterprises and has just proved a second
     * factor; good for every service.
     */
    public static String bearer(String username, Set<String> roles, Set<String> creditCodes) {
        return "Bearer "
                + token(claims -> person(claims, username, roles, creditCodes)
                        .claim("factor_at", Instant.now().getEpochSecond()));
    }

    /** The same person, who did not prove a second factor. */
    public static String bearerWithoutFactor(String username, Set<String> roles, Set<String> creditCodes) {
        return "Bearer " + token(username, roles, creditCodes);
    }

    private static String token(String username, Set<String> roles, Set<String> creditCodes) {
        return token(claims -> person(claims, username, roles, creditCodes));
    }

    private static JWTClaimsSet.Builder person(
            JWTClaimsSet.Builder claims, String username, Set<String> roles, Set<String> creditCodes) {
        return claims.subject(username)
                .claim("name", username)
                .claim("roles", List.copyOf(roles))
                .claim("enterprises", List.copyOf(creditCodes));
    }

    /** A token with claims changed at will, signed with the right key. */
    public static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(change, "at+jwt");
    }

    public static String token(UnaryOperator<JWTClaimsSet.Builder> change, String type) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("industry-service", "policy-service", "fund-service", "starter-test"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .jwtID(UUID.randomUUID().toString());
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID("test")
                            .type(new JOSEObjectType(type))
                            .build(),
                    change.apply(claims).build());
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
