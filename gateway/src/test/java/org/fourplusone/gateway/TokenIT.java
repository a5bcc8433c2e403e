package org.fourplusone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.fourplusone.deploy.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token endpoint, the key, and what a program's token opens. */
class TokenIT {

    private static final String PROGRAM = basic("demo-reader", "demo-reader-secret-0123456789");
    private static final String SERVICE = basic("fund-service", "fund-service-secret-0123456789");

    @TempDir
    static Path files;

    private static final Backend POLICY = Backend.start();
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.start(
                TestDatabase.schema("gateway"), files, Map.of("policy-service", List.of(POLICY.port())));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        POLICY.close();
    }

    @Test
    void givesAServiceATokenForTheServicesBelowItOnly() throws Exception {
        SignedJWT token = SignedJWT.parse(accessToken(SERVICE, ""));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("policy-service", "industry-service");
        assertThat(claims.getSubject()).isEqualTo("fund-service");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:18100");
        assertThat(claims.getStringListClaim("roles")).containsExactly("SERVICE");
        assertThat(claims.getStringListClaim("enterprises")).isEmpty();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(300_000);
        Caller.Answer atTheGateway =
                gateway.caller().get("/api/policy/items", "Authorization", "Bearer " + token.serialize());
        assertThat(atTheGateway.status()).as("not meant for the gateway").isEqualTo(401);
    }

    @Test
    void exchangesAProgramsTokenForOneOfTheRoutedService() throws Exception {
        String token = accessToken(PROGRAM, "");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getAudience()).containsExactly("gateway");

        assertThat(gateway.caller()
                        .post("/api/policy/match-runs", "{}", "Authorization", "Bearer " + token)
                        .status())
                .as("no cross-site token for programs")
                .isEqualTo(200);
        String routed = POLICY.last().header("authorization").substring(7);
        JWTClaimsSet claims = SignedJWT.parse(routed).getJWTClaimsSet();
        assertThat(routed).isNotEqualTo(token);
        assertThat(claims.getAudience()).containsExactly("policy-service", "industry-service");
        assertThat(claims.getSubject()).isEqualTo("demo-reader");
        assertThat(claims.getStringListClaim("roles")).containsExactly("ANALYST", "AUDITOR");
        assertThat(claims.getStringListClaim("enterprises")).isEmpty();
    }

    @Test
    void givesAProgramOnlyTheRolesItAsksForAndHas() throws Exception {
        JWTClaimsSet claims =
                SignedJWT.parse(accessToken(PROGRAM, "&scope=ANALYST")).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("ANALYST");

        Caller.Answer more = token(PROGRAM, "grant_type=client_credentials&scope=ADMIN");
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.json().get("error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void refusesWrongSecretsAndOtherGrants() {
        assertThat(token(basic("demo-reader", "wrong"), "grant_type=client_credentials")
                        .status())
                .isEqualTo(401);
        assertThat(token(basic("nobody", "wrong"), "grant_type=client_credentials")
                        .status())
                .isEqualTo(401);
        assertThat(gateway.caller()
                        .send(
                                "POST",
                                "/oauth2/token",
                                BodyPublishers.ofString("grant_type=client_credentials"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(401);
        assertThat(token(PROGRAM, "grant_type=password&username=admin&password=x")
                        .status())
                .isEqualTo(400);
        assertThat(token(PROGRAM, "grant_type=authorization_code&code=x").status())
                .isEqualTo(400);
    }

    @Test
    void refusesTokensThatAreNotItsOwnOrNotMeantForIt() throws Exception {
        ECKey own = ECKey.parse(Files.readString(files.resolve("token-key.json")));
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID(own.getKeyID()).generate();
        Instant soon = Instant.now().plusSeconds(60);

        assertThat(status(signed(own, "at+jwt", "gateway", "http://127.0.0.1:18100", soon)))
                .as("control")
                .isEqualTo(200);
        assertThat(status(signed(other, "at+jwt", "gateway", "http://127.0.0.1:18100", soon)))
                .as("key")
                .isEqualTo(401);
        assertThat(status(signed(own, "JWT", "gateway", "http://127.0.0.1:18100", soon)))
                .as("type")
                .isEqualTo(401);
        assertThat(status(signed(own, "at+jwt", "fund-service", "http://127.0.0.1:18100", soon)))
                .as("audience")
                .isEqualTo(401);
        assertThat(status(signed(own, "at+jwt", "gateway", "http://evil.example", soon)))
                .as("issuer")
                .isEqualTo(401);
        assertThat(status(signed(
                        own,
                        "at+jwt",
                        "gateway",
                        "http://127.0.0.1:18100",
                        Instant.now().minusSeconds(60))))
                .as("expired")
                .isEqualTo(401);
        Caller.Answer garbage = gateway.caller().get("/api/policy/items", "Authorization", "Bearer x.y.z");
        assertThat(garbage.status()).isEqualTo(401);
        assertThat(garbage.code()).isEqualTo("INVALID_TOKEN");
        assertThat(garbage.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void publishesOnlyThePublicHalfOfAnOwnersOnlyKey() throws Exception {
        assertThat(gateway.caller().get("/oauth2/jwks").json().at("/keys/0").has("d"))
                .isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.resolve("token-key.json"))))
                .isEqualTo("rw-------");
    }

    private static int status(String token) {
        return gateway.caller()
                .get("/api/policy/items", "Authorization", "Bearer " + token)
                .status();
    }

    private static String signed(ECKey key, String type, String audience, String issuer, Instant expiry)
            throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .subject("demo-reader")
                        .audience(audience)
                        .issuer(issuer)
                        .claim("roles", List.of("ANALYST"))
                        .issueTime(Date.from(Instant.now().minusSeconds(120)))
                        .expirationTime(Date.from(expiry))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String accessToken(String credential, String scope) {
        Caller.Answer answer = token(credential, "grant_type=client_credentials" + scope);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asInt()).isBetween(290, 300);
        return answer.json().get("access_token").asString();
    }

    private static Caller.Answer token(String credential, String form) {
        return gateway.caller()
                .send(
                        "POST",
                        "/oauth2/token",
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        credential);
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
