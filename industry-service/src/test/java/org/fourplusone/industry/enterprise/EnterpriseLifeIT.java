package org.fourplusone.industry.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names, addresses, closures and mergers of enterprises that only these tests know. */
class EnterpriseLifeIT extends RunningIndustry {

    private static final String AUDITOR = TestTokens.bearer("auditor", Set.of("AUDITOR"), Set.of());

    @Autowired
    JdbcClient database;

    private String founded(String serial, String name) throws Exception {
        String code = CreditCode.of("91", "371503", "MA3L" + serial).value();
        HttpResponse<String> added = post(
                INTAKE,
                "/enterprises",
                "{\"creditCode\":\"" + code + "\",\"name\":\"" + name
                        + "\",\"industryCode\":\"3130\",\"cluster\":\"STEELPIPE\",\"established\":\"2015-03-01\",\"address\":\"东城街道1号\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return code;
    }

    private String tag(String code) throws Exception {
        return etag(send(as(INTAKE, "/enterprises/" + code)));
    }

    private HttpResponse<String> move(String code, String step, String ifMatch, String body) throws Exception {
        return send(as(INTAKE, "/enterprises/" + code + "/" + step)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode moved(String code, String step, String body) throws Exception {
        HttpResponse<String> answer = move(code, step, tag(code), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private JsonNode refused(int status, String code, String step, String body) throws Exception {
        HttpResponse<String> answer = move(code, step, tag(code), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return read(answer);
    }

    private JsonNode document(String code) throws Exception {
        long after = database.sql("SELECT change_number - 1 FROM enterprise WHERE credit_code = ?")
                .param(code)
                .query(Long.class)
                .single();
        return JsonMapper.shared()
                .readTree(
                        send(as(SERVICE, "/facts/feed?limit=1&after=" + after)).body());
    }

    private static JsonNode fact(JsonNode document, String key) {
        for (JsonNode fact : document.get("facts")) {
            if (fact.get("key").asString().equals(key)) {
                return fact;
            }
        }
        throw new AssertionError("no fact " + key);
    }

    private HttpResponse<String> state(String token, String code, String facts) throws Exception {
        String path = "/enterprises/" + code + "/facts";
        return put(token, path, etag(send(as(REVIEWER, path))), "{\"facts\":[" + facts + "]}");
    }

    @Test
    void isFoundByItsFormerName() throws Exception {
        String code = founded("0001", "聊城示例旧名钢管有限公司");
        JsonNode renamed = moved(code, "rename", "{\"name\":\"聊城示例崭新钢管有限公司\",\"on\":\"2024-05-01\"}");
        assertThat(renamed.get("name").asString()).isEqualTo("聊城示例崭新钢管有限公司");
        assertThat(renamed.get("formerNames").get(0).get("name").asString()).isEqualTo("聊城示例旧名钢管有限公司");
        assertThat(renamed.get("formerNames").get(0).get("until").asString()).isEqualTo("2024-05-01");
        JsonNode found = read(send(as(
                INTAKE,
                "/enterprises?query=" + java.net.URLEncoder.encode("旧名钢管", java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("items").get(0).get("creditCode").asString()).isEqualTo(code);
        assertThat(document(code).get("name").asString()).isEqualTo("聊城示例崭新钢管有限公司");

        refused(400, code, "rename", "{\"name\":\"聊城示例崭新钢管有限公司\",\"on\":\"2024-06-01\"}");
        refused(400, code, "rename", "{\"name\":\"倒签\",\"on\":\"2023-06-01\"}");
        refused(400, code, "rename", "{\"name\":\"未来\",\"on\":\"2999-06-01\"}");
        refused(400, code, "rename", "{\"name\":\"x\",\"on\":\"gestern\"}");
        assertThat(send(as(AUDITOR, "/audit?case=ENTERPRISE-" + code)).body()).contains("RENAME");
    }

    @Test
    void leavesTheZoneOnTheDayOfItsMove() throws Exception {
        String code = founded("0002", "聊城示例搬迁钢管有限公司");
        assertThat(state(REVIEWER, code, "{\"key\":\"ent.registeredInZone\",\"value\":true}")
                        .statusCode())
                .isEqualTo(200);
        moved(
                code,
                "addresses",
                "{\"kind\":\"REGISTERED\",\"since\":\"2024-07-01\",\"address\":\"区外路2号\",\"inZone\":false}");
        JsonNode now = read(send(as(INTAKE, "/enterprises/" + code + "/addresses")));
        assertThat(now.get("inZone").asBoolean()).isFalse();
        assertThat(now.get("basis").asString()).isEqualTo("ADDRESS");
        assertThat(now.get("addresses").size()).isEqualTo(2);
        assertThat(now.get("addresses").get(1).get("until").asString()).isEqualTo("2024-07-01");
        JsonNode before = read(send(as(INTAKE, "/enterprises/" + code + "/addresses?asOf=2024-06-30")));
        assertThat(before.get("inZone").asBoolean()).isTrue();
        JsonNode that = read(send(as(INTAKE, "/enterprises/" + code + "/facts?asOf=2024-07-01")));
        assertThat(fact(that, "ent.registeredInZone").get("value").asBoolean()).isFalse();
        assertThat(fact(document(code), "ent.registeredInZone").get("value").asBoolean())
                .isFalse();
        assertThat(read(send(as(INTAKE, "/enterprises/" + code))).get("address").asString())
                .isEqualTo("区外路2号");

        HttpResponse<String> otherwise = state(REVIEWER, code, "{\"key\":\"ent.registeredInZone\",\"value\":true}");
        assertThat(otherwise.statusCode()).isEqualTo(400);
        assertThat(otherwise.body()).contains("FACT_OF_ADDRESS");
        refused(
                400,
                code,
                "addresses",
                "{\"kind\":\"REGISTERED\",\"since\":\"2999-07-01\",\"address\":\"x\",\"inZone\":true}");
        refused(
                400,
                code,
                "addresses",
                "{\"kind\":\"HOME\",\"since\":\"2024-07-01\",\"address\":\"x\",\"inZone\":true}");
    }

    @Test
    void takesNothingNewOnceClosedButCorrections() throws Exception {
        String code = founded("0003", "聊城示例注销钢管有限公司");
        assertThat(state(REVIEWER, code, "{\"key\":\"ent.revenueYear\",\"period\":\"2024\",\"value\":1000000}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode closed = moved(code, "close", "{\"on\":\"2025-02-01\",\"reason\":\"决议解散\"}");
        assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("ending").get("reason").asString()).isEqualTo("决议解散");
        JsonNode document = document(code);
        assertThat(document.get("status").asString()).isEqualTo("CLOSED");
        assertThat(document.get("closedOn").asString()).isEqualTo("2025-02-01");

        HttpResponse<String> later =
                state(REVIEWER, code, "{\"key\":\"ent.revenueYear\",\"period\":\"2025\",\"value\":1}");
        assertThat(later.statusCode()).isEqualTo(400);
        assertThat(read(later).get("errors").get(0).get("code").asString()).isEqualTo("FACT_AFTER_CLOSURE");
        assertThat(state(REVIEWER, code, "{\"key\":\"ent.revenueYear\",\"period\":\"2024\",\"value\":900000}")
                        .statusCode())
                .isEqualTo(200);
        String clerk = TestTokens.bearer("clerk", Set.of("ENTERPRISE"), Set.of(code));
        assertThat(state(clerk, code, "{\"key\":\"ent.revenueYear\",\"period\":\"2024\",\"value\":5}")
                        .statusCode())
                .isEqualTo(409);
        JsonNode illegal = refused(409, code, "close", "{\"on\":\"2025-02-01\",\"reason\":\"再次\"}");
        assertThat(illegal.get("code").asString()).isEqualTo("ILLEGAL_MOVE");
        assertThat(illegal.get("allowed").get(0).asString()).isEqualTo("reopen");

        JsonNode history = read(send(as(REVIEWER, "/enterprises/" + code + "/facts/history?key=ent.revenueYear")));
        assertThat(history.get("total").asInt()).isEqualTo(2);
        assertThat(history.get("items").get(0).get("value").asString()).isEqualTo("900000.00");
        assertThat(history.get("items").get(0).get("current").asBoolean()).isTrue();
        assertThat(history.get("items").get(0).get("recordedBy").asString()).isEqualTo("reviewer");
        assertThat(history.get("items").get(1).get("current").asBoolean()).isFalse();
        assertThat(read(send(as(clerk, "/enterprises/" + code + "/facts/history?key=ent.revenueYear")))
                        .get("items")
                        .get(0)
                        .has("recordedBy"))
                .isFalse();

        JsonNode reopened = moved(code, "reopen", "{\"reason\":\"误录\"}");
        assertThat(reopened.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(reopened.get("ending").isNull()).isTrue();
        assertThat(document(code).get("closedOn").isNull()).isTrue();
        refused(409, code, "reopen", "{\"reason\":\"误录\"}");
    }

    @Test
    void answersForWhatItTookOver() throws Exception {
        String old = founded("0004", "聊城示例被合并钢管有限公司");
        String heir = founded("0005", "聊城示例承继钢管有限公司");
        assertThat(put(SERVICE, "/enterprises/" + old + "/recovery-order", "", "{\"open\":true,\"on\":\"2025-01-05\"}")
                        .statusCode())
                .isEqualTo(200);
        refused(400, old, "merge", merging(old));
        refused(
                400,
                old,
                "merge",
                merging(CreditCode.of("91", "371503", "MA3L9999").value()));
        refused(400, old, "merge", merging("91371503"));
        JsonNode merged = moved(old, "merge", merging(heir));
        assertThat(merged.get("ending").get("successorName").asString()).isEqualTo("聊城示例承继钢管有限公司");
        JsonNode detail = read(send(as(INTAKE, "/enterprises/" + heir)));
        assertThat(detail.get("predecessors").get(0).get("creditCode").asString())
                .isEqualTo(old);
        assertThat(document(old).get("successor").asString()).isEqualTo(heir);
        JsonNode told = document(heir);
        assertThat(told.get("predecessors").get(0).asString()).isEqualTo(old);
        assertThat(fact(told, "fund.openRecoveryOrder").get("value").asBoolean())
                .isTrue();

        long cursor = told.get("cursor").asLong();
        assertThat(put(
                                SERVICE,
                                "/enterprises/" + old + "/awards/F-LIFE",
                                "",
                                "{\"item\":\"A01-01\",\"itemVersion\":1,\"amount\":\"1000.00\",\"state\":\"PAID\",\"on\":\"2025-01-05\",\"year\":2025,\"claims\":[]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(SERVICE, "/enterprises/" + old + "/recovery-order", "", "{\"open\":false,\"on\":\"2025-01-06\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode after = document(heir);
        assertThat(after.get("cursor").asLong()).isGreaterThan(cursor);
        assertThat(after.get("awards").get(0).get("of").asString()).isEqualTo(old);
        assertThat(after.get("facts").toString()).doesNotContain("fund.openRecoveryOrder");

        refused(400, heir, "merge", merging(old));
        moved(old, "reopen", "{\"reason\":\"误录\"}");
        assertThat(document(heir).get("predecessors").size()).isZero();
        assertThat(document(heir).get("awards").size()).isZero();
    }

    private static String merging(String into) {
        return "{\"into\":\"" + into + "\",\"on\":\"2025-03-01\",\"reason\":\"吸收合并\"}";
    }

    @Test
    void letsOneOfTwoWritersThrough() throws Exception {
        String code = founded("0006", "聊城示例并发钢管有限公司");
        String tag = tag(code);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (String step : List.of("close", "rename")) {
                answers.add(pool.submit((Callable<Integer>) () -> move(
                                code,
                                step,
                                tag,
                                step.equals("close")
                                        ? "{\"on\":\"2025-02-01\",\"reason\":\"注销\"}"
                                        : "{\"name\":\"聊城示例并发改名有限公司\",\"on\":\"2025-02-01\"}")
                        .statusCode()));
            }
            List<Integer> statuses =
                    List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        } finally {
            pool.shutdownNow();
        }
        String entry = "{\"name\":\"改状态\",\"industryCode\":\"3130\",\"status\":\"%s\"}";
        String now =
                read(send(as(INTAKE, "/enterprises/" + code))).get("status").asString();
        HttpResponse<String> byEntry = put(
                INTAKE, "/enterprises/" + code, tag(code), entry.formatted(now.equals("ACTIVE") ? "CLOSED" : "ACTIVE"));
        assertThat(byEntry.statusCode()).isEqualTo(400);
        assertThat(byEntry.body()).contains("STATUS_BY_MOVE");
    }

    @Test
    void needsKeyAndVersionForAMove() throws Exception {
        String code = founded("0007", "聊城示例缺头钢管有限公司");
        String body = "{\"on\":\"2025-02-01\",\"reason\":\"注销\"}";
        assertThat(post(INTAKE, "/enterprises/" + code + "/close", body).statusCode())
                .isEqualTo(400);
        assertThat(send(as(INTAKE, "/enterprises/" + code + "/close")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "k-" + code)
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void tellsSizeAndScaleWithTheirBasis() throws Exception {
        String code = founded("0008", "聊城示例划型钢管有限公司");
        String path = "/enterprises/" + code + "/scale";
        JsonNode empty = read(send(as(REVIEWER, path + "?year=2024")));
        assertThat(empty.get("size").get("missing").toString()).contains("ent.staffYearEnd", "ent.revenueYear");
        assertThat(empty.get("aboveScale").get("status").asString()).isEqualTo("UNKNOWN");
        assertThat(state(
                                REVIEWER,
                                code,
                                "{\"key\":\"ent.revenueYear\",\"period\":\"2024\",\"value\":21000000},"
                                        + "{\"key\":\"ent.staffYearEnd\",\"period\":\"2024\",\"value\":300},"
                                        + "{\"key\":\"ent.revenueYear\",\"period\":\"2010\",\"value\":6000000}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode known = read(send(as(REVIEWER, path)));
        assertThat(known.get("year").asInt()).isEqualTo(2024);
        assertThat(known.get("size").get("sizeClass").asString()).isEqualTo("M");
        assertThat(known.get("size").get("row").asString()).isEqualTo("INDUSTRY");
        assertThat(known.get("aboveScale").get("status").asString()).isEqualTo("ABOVE");
        assertThat(known.get("aboveScale").get("threshold").get("revenue").asString())
                .isEqualTo("20000000.00");
        assertThat(known.get("entry").get("differs").asBoolean()).isTrue();
        JsonNode old = read(send(as(REVIEWER, path + "?year=2010")));
        assertThat(old.get("aboveScale").get("status").asString()).isEqualTo("ABOVE");
        assertThat(old.get("aboveScale").get("threshold").get("revenue").asString())
                .isEqualTo("5000000.00");
        assertThat(send(as(REVIEWER, path + "?year=1999")).statusCode()).isEqualTo(400);
    }
}
