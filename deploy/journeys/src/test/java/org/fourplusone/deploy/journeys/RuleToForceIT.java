package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A rule is drafted, tried on the whole register, reviewed, published by a second person and in force from its day. */
class RuleToForceIT {

    private static final String ITEM = "A02-03";

    private final RunningSuite suite = RunningSuite.get();
    private final Person editor = suite.person("editor");
    private final Person publisher = suite.person("publisher");

    @Test
    void aChangedItemIsTriedPublishedAndInForceFromItsDay() {
        LocalDate today = LocalDate.parse(suite.person("reviewer")
                .get("/api/policy/coverage")
                .expect(200)
                .json()
                .path("asOf")
                .asString());
        JsonNode before =
                suite.anybody().get("/api/policy/items/" + ITEM).expect(200).json();

        // drafted
        Person.Answer begun =
                editor.post("/api/policy/items/" + ITEM + "/drafts", Map.of()).expect(201);
        String draft = "/api/policy/drafts/" + begun.json().path("id").asString();
        editor.patch(
                        draft,
                        begun.header("ETag"),
                        Map.of("content", Map.of("rule", Map.of("all", List.of(Map.of("fact", "ent.unheard"))))))
                .refused(400, "INVALID");
        Person.Answer saved = editor.patch(
                        draft, begun.header("ETag"), Map.of("content", Map.of("formula", Map.of("cap", "300000.00"))))
                .expect(200);
        editor.patch(draft, begun.header("ETag"), Map.of("content", Map.of())).refused(412, "STALE_VERSION");

        // tried on the whole register, beside the fund's free money
        Map<String, String> free = new HashMap<>();
        suite.anybody()
                .get("/api/fund/fund")
                .expect(200)
                .json()
                .path("lines")
                .forEach(line -> free.put(
                        line.path("line").asString(), line.path("available").asString()));
        Map<String, Object> question =
                Map.of("drafts", List.of(begun.json().path("id").asString()), "free", free);
        JsonNode tried =
                editor.post("/api/policy/simulations", question).expect(201).json();
        assertThat(tried.path("enterprises").asInt()).isGreaterThanOrEqualTo(13_433);
        assertThat(tried.path("items")).hasSize(1);
        JsonNode repeated =
                editor.post("/api/policy/simulations", question).expect(200).json();
        assertThat(repeated.path("hash")).isEqualTo(tried.path("hash"));
        assertThat(repeated.path("items")).isEqualTo(tried.path("items"));
        suite.person("enterprise1").post("/api/policy/simulations", question).refused(403, "FORBIDDEN");

        // reviewed, and published by somebody else
        LocalDate day = today.plusDays(90);
        publisher
                .post(draft + "/publish", Map.of("inForceFrom", day.toString()))
                .refused(409, "ILLEGAL_MOVE");
        editor.post(draft + "/submit", Map.of()).refused(400, "INVALID");
        editor.post(
                        draft + "/submit",
                        Map.of(
                                "fairCompetition",
                                Map.of(
                                        "number",
                                        "示例 2026-01",
                                        "authority",
                                        "市场监管局",
                                        "conclusion",
                                        "未排除、限制竞争",
                                        "reviewedOn",
                                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                                .toString(),
                                        "validFrom",
                                        today.toString(),
                                        "validTo",
                                        today.plusYears(2).toString())))
                .expect(200);
        editor.post(draft + "/publish", Map.of("inForceFrom", day.toString())).refused(403, "FORBIDDEN");
        publisher
                .post(draft + "/publish", Map.of("inForceFrom", day.toString()))
                .expect(200);

        // in force from its day, and not before
        String enterprise = suite.person("enterprise1")
                .get("/api/session")
                .expect(200)
                .json()
                .path("creditCodes")
                .get(0)
                .asString();
        Person reviewer = suite.person("reviewer");
        String match = "/api/policy/enterprises/" + enterprise + "/match?asOf=";
        int old = before.path("version").asInt();
        assertThat(version(reviewer, match + day.minusDays(1))).isEqualTo(old);
        assertThat(version(reviewer, match + day)).isEqualTo(old + 1);
        JsonNode difference = suite.anybody()
                .get("/api/policy/items/" + ITEM + "/diff?from=" + old + "&to=" + (old + 1))
                .expect(200)
                .json();
        assertThat(difference.path("changes")).hasSize(1);
        assertThat(difference.path("changes").get(0).path("text").asString()).contains("30万元");
        assertThat(saved.json().path("state").asString()).isEqualTo("DRAFT");
    }

    private static int version(Person person, String match) {
        for (JsonNode item : person.get(match).expect(200).json().path("items")) {
            if (item.path("code").asString().equals(ITEM)) {
                return item.path("version").asInt();
            }
        }
        throw new AssertionError("no " + ITEM);
    }
}
