package org.fourplusone.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RefusalsTests {

    private final JsonMapper json = new JsonMapper();
    private final Refusals refusals = new Refusals(json);

    @Test
    void writesAWholeProblemInChineseAndInEnglishOnlyWhenAsked() throws IOException {
        Refusal refusal =
                Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "SIGN_IN_LOCKED", 30).retryAfter(Duration.ofMillis(29_100));

        MockHttpServletResponse chinese = write(refusal, "fr, zh;q=0.5");
        JsonNode body = json.readTree(chinese.getContentAsString(StandardCharsets.UTF_8));
        assertThat(chinese.getStatus()).isEqualTo(429);
        assertThat(chinese.getContentType()).startsWith("application/problem+json");
        assertThat(chinese.getHeader("Retry-After")).isEqualTo("30");
        assertThat(body.get("type").asString()).isEqualTo("urn:four-plus-one:problem:SIGN_IN_LOCKED");
        assertThat(body.get("title").asString()).isEqualTo("暂停登录");
        assertThat(body.get("status").asInt()).isEqualTo(429);
        assertThat(body.get("detail").asString()).isEqualTo("连续多次登录失败，请在 30 秒后再试。");
        assertThat(body.get("instance").asString()).isEqualTo("/api/session");
        assertThat(body.get("code").asString()).isEqualTo("SIGN_IN_LOCKED");
        assertThat(body.has("errors")).isFalse();

        JsonNode english = json.readTree(write(refusal, "en-US,en;q=0.9").getContentAsString(StandardCharsets.UTF_8));
        assertThat(english.get("title").asString()).isEqualTo("Sign-in paused");
        assertThat(write(refusal, "not a language!").getContentAsString(StandardCharsets.UTF_8))
                .contains("暂停登录");
    }

    @Test
    void tellsNothingOfACause() throws IOException {
        MockHttpServletResponse response = write(new IllegalStateException("SELECT secret FROM account"), "en");

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("\"INTERNAL\"").doesNotContain("SELECT", "Exception");
    }

    @Test
    void knowsWhatAFailureStandsFor() {
        assertThat(Refusals.refusal(new RuntimeException(Refusal.notFound())).status())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(Refusals.refusal(new TransientDataAccessResourceException("gone"))
                        .code())
                .isEqualTo("DATABASE_BUSY");
        assertThat(Refusals.refusal(new UncheckedIOException(new SocketTimeoutException()))
                        .code())
                .isEqualTo("SERVICE_TIMEOUT");
        assertThat(Refusals.ofStatus(418).code()).isEqualTo("BAD_REQUEST");
        assertThat(Refusals.ofStatus(200).code()).isEqualTo("INTERNAL");
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        Properties chinese = texts("zh");
        Properties english = texts("en");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());

        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                String code = Files.readString(file);
                collect(used, code, "Refusal\\s*\\.of\\(\\s*[\\w.]+,\\s*\"([A-Z_]+)\"", "");
                collect(used, code, "FieldError\\(\\s*[^,]+,\\s*\"([A-Z_]+)\"", "field.");
            }
        }
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(chinese.stringPropertyNames()).containsAll(used);
        for (String code : used) {
            assertThat(chinese.stringPropertyNames().contains(code + ".title"))
                    .as(code)
                    .isNotEqualTo(code.startsWith("field."));
        }
    }

    private static void collect(Set<String> into, String code, String pattern, String prefix) {
        Matcher matcher = Pattern.compile(pattern).matcher(code);
        while (matcher.find()) {
            into.add(prefix + matcher.group(1));
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/problems_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private MockHttpServletResponse write(Throwable trouble, String language) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/session");
        request.addHeader("Accept-Language", language);
        MockHttpServletResponse response = new MockHttpServletResponse();
        refusals.write(request, response, trouble);
        return response;
    }
}
