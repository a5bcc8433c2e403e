package org.fourplusone.industry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.fourplusone.industry.EmptyIndustry;
import org.fourplusone.industry.enterprise.CreditCode;
import org.fourplusone.starter.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** How tests hand in files. */
abstract class HandIn extends EmptyIndustry {

    static final String ANALYST = TestTokens.bearer("analyst", Set.of("ANALYST"), Set.of());
    static final String ADMIN = TestTokens.bearer("admin", Set.of("ADMIN"), Set.of());
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static String code(int number) {
        return CreditCode.of("91", "371599", String.format("M%07d", number)).value();
    }

    HttpResponse<String> handIn(String token, String kind, String type, byte[] content) throws Exception {
        return send(as(token, "/imports/" + kind + "?name=file.csv")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** The import once it has been checked. */
    JsonNode checked(String token, String kind, String csv) throws Exception {
        return settled(token, handIn(token, kind, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode settled(String token, HttpResponse<String> accepted) throws Exception {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String path = accepted.headers().firstValue("Location").orElseThrow().replace("/api/industry", "");
        for (int i = 0; i < 3_000; i++) {
            JsonNode shown = read(send(as(token, path)));
            if (!Set.of("CHECKING", "APPLYING").contains(shown.get("state").asString())) {
                return shown;
            }
            Thread.sleep(40);
        }
        throw new AssertionError("still running: " + path);
    }

    HttpResponse<String> move(String token, JsonNode shown, String move) throws Exception {
        return send(as(token, "/imports/" + shown.get("id").asString() + "/" + move)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody()));
    }

    JsonNode applied(String token, String kind, String csv) throws Exception {
        JsonNode shown = checked(token, kind, csv);
        assertThat(shown.get("state").asString()).as(shown.toString()).isEqualTo("READY");
        JsonNode done = settled(token, move(token, shown, "apply"));
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("APPLIED");
        return done;
    }

    JsonNode get(String token, String path) throws Exception {
        return read(send(as(token, path)));
    }
}
