package org.fourplusone.industry.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.industry.sample.SampleCodes;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactIT extends RunningIndustry {

    private static final String FOOD = "/enterprises/" + FOOD_MAKER + "/facts";
    private static final String FOOD_CLERK = TestTokens.bearer("enterprise2", Set.of("ENTERPRISE"), Set.of(FOOD_MAKER));

    @Autowired
    JdbcClient database;

    private JsonNode sheet(String path) throws Exception {
        return read(send(as(REVIEWER, path)));
    }

    private String tag(String path) throws Exception {
        return etag(send(as(REVIEWER, path)));
    }

    private static JsonNode fact(JsonNode sheet, String key) {
        for (JsonNode fact : sheet.get("facts")) {
            if (fact.get("key").asString().equals(key)) {
                return fact;
            }
        }
        throw new AssertionError("no fact " + key);
    }

    private static String facts(String... entries) {
        return "{\"facts\":[" + String.join(",", entries) + "]}";
    }

    private JsonNode document(String creditCode) throws Exception {
        long after = database.sql("SELECT change_number - 1 FROM enterprise WHERE credit_code = ?")
                .param(creditCode)
                .query(Long.class)
                .single();
        HttpResponse<String> feed = send(as(SERVICE, "/facts/feed?limit=1&after=" + after));
        return json(feed.body());
    }

    private JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    @Test
    void showsWhatWasKnownAtADate() throws Exception {
        JsonNode now = sheet(FOOD);
        JsonNode longAgo = sheet(FOOD + "?asOf=2020-01-01");
        assertThat(longAgo.get("asOf").asString()).isEqualTo("2020-01-01");
        assertThat(longAgo.get("records").size()).isZero();
        assertThat(longAgo.get("facts").size()).isEqualTo(3);
        assertThat(now.get("facts").size()).isGreaterThan(60);
        assertThat(send(as(REVIEWER, FOOD + "?asOf=yesterday")).statusCode()).isEqualTo(400);
    }

    @Test
    void movesAnEnterpriseToAnotherSizeClassByVerifiedNumbersOnly() throws Exception {
        String code = SampleCodes.of(600);
        String path = "/enterprises/" + code + "/facts";
        String numbers = facts(
                "{\"key\":\"ent.staffYearEnd\",\"value\":5000}",
                "{\"key\":\"ent.revenueYear\",\"value\":900000000}",
                "{\"key\":\"ent.assetsYearEnd\",\"value\":900000000}");
        String clerk = TestTokens.bearer("clerk", Set.of("ENTERPRISE"), Set.of(code));
        String before = fact(sheet(path), "ent.sizeClass").get("value").asString();
        HttpResponse<String> declared = put(clerk, path, tag(path), numbers);
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(200);
        assertThat(fact(read(declared), "ent.sizeClass").get("value").asString())
                .isEqualTo(before);
        HttpResponse<String> verified = put(REVIEWER, path, tag(path), numbers);
        assertThat(fact(read(verified), "ent.sizeClass").get("value").asString())
                .isEqualTo("L");
        assertThat(document(code).get("sizeClass").asString()).isEqualTo("L");
    }

    @Test
    void listsTheDictionary() throws Exception {
        JsonNode dictionary = read(send(to("/facts/dictionary")));
        assertThat(dictionary.get("illustrative").asBoolean()).isTrue();
        assertThat(dictionary.get("facts").size()).isGreaterThan(80);
        assertThat(dictionary.toString()).contains("\"unit\":\"元\"");
    }

    @Test
    void keepsWhatAnEnterpriseDeclaresAndWhatADepartmentVerifies() throws Exception {
        String year = String.valueOf(sheet(FOOD).get("asOf").asString().substring(0, 4));
        HttpResponse<String> declared = put(
                FOOD_CLERK,
                FOOD,
                tag(FOOD),
                facts(
                        "{\"key\":\"listing.regionalBoardFinancing\",\"value\":\"6000000\"}",
                        "{\"key\":\"loan.guaranteeFee\",\"value\":12000.5,\"record\":{\"kind\":\"LOAN\",\"ref\":\"L-NEW\"}}",
                        "{\"key\":\"listing.stage\",\"value\":[\"TUTORING_FILED\"]}"));
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(200);
        JsonNode sheet = read(declared);
        JsonNode financing = fact(sheet, "listing.regionalBoardFinancing");
        assertThat(financing.get("value").asString()).isEqualTo("6000000.00");
        assertThat(financing.get("period").asString()).isEqualTo(year);
        assertThat(financing.get("source").asString()).isEqualTo("ENTERPRISE");
        assertThat(financing.get("verified").asBoolean()).isFalse();
        assertThat(fact(sheet, "listing.stage").get("value").get(0).asString()).isEqualTo("TUTORING_FILED");
        assertThat(sheet.get("records").toString()).contains("L-NEW");

        JsonNode fed = document(FOOD_MAKER);
        assertThat(fed.toString()).contains("\"ref\":\"L-NEW\"");
        assertThat(fed.get("facts").toString()).contains("6000000.00");

        HttpResponse<String> verified = put(
                REVIEWER,
                FOOD,
                etag(declared),
                facts("{\"key\":\"listing.regionalBoardFinancing\",\"value\":\"6000000.00\"}"));
        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(fact(read(verified), "listing.regionalBoardFinancing")
                        .get("verified")
                        .asBoolean())
                .isTrue();
        assertThat(database.sql("SELECT COUNT(*) FROM fact WHERE credit_code = ?"
                                + " AND fact_key = 'listing.regionalBoardFinancing'")
                        .param(FOOD_MAKER)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        String before = etag(verified);
        HttpResponse<String> same = put(
                REVIEWER, FOOD, before, facts("{\"key\":\"listing.regionalBoardFinancing\",\"value\":\"6000000\"}"));
        assertThat(etag(same)).isEqualTo(before);
        assertThat(put(REVIEWER, FOOD, "\"0\"", facts()).statusCode()).isEqualTo(412);
        assertThat(put(REVIEWER, FOOD, "", facts()).statusCode()).isEqualTo(428);
    }

    @Test
    void namesEveryEntryThatCannotBeTaken() throws Exception {
        HttpResponse<String> refused = put(
                CLERK,
                "/enterprises/" + BUS_MAKER + "/facts",
                tag("/enterprises/" + BUS_MAKER + "/facts"),
                facts(
                        "{\"key\":\"ent.gold\",\"value\":1}",
                        "{\"key\":\"ent.staffYearEnd\",\"value\":\"many\"}",
                        "{\"key\":\"ent.staffYearEnd\",\"value\":-1,\"period\":\"2020\"}",
                        "{\"key\":\"ent.registeredInZone\",\"value\":\"true\"}",
                        "{\"key\":\"project.filed\",\"value\":true}",
                        "{\"key\":\"ent.registeredInZone\",\"period\":\"2020\",\"value\":true}",
                        "{\"key\":\"credit.dishonestJudgmentDebtor\",\"value\":true}",
                        "{\"key\":\"ent.sizeClass\",\"value\":\"XS\"}",
                        "{\"key\":\"honour.level\",\"value\":\"GOLDEN\",\"record\":{\"kind\":\"HONOUR\",\"ref\":\"H-1\"}}",
                        "{\"key\":\"listing.stage\",\"value\":\"LISTED\"}",
                        "{\"key\":\"ent.cluster\",\"value\":\"NEV\"}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        List<String> errors = new ArrayList<>();
        read(refused)
                .get("errors")
                .forEach(error -> errors.add(
                        error.get("field").asString() + " " + error.get("code").asString()));
        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "facts[0].key FACT_UNKNOWN",
                        "facts[1].value FACT_NUMBER",
                        "facts[2].value RANGE",
                        "facts[3].value FACT_BOOLEAN",
                        "facts[4].record FACT_NEEDS_RECORD",
                        "facts[5].period FACT_HAS_NO_PERIOD",
                        "facts[6].key FACT_OF_DEPARTMENT",
                        "facts[7].key FACT_OF_REGISTER",
                        "facts[8].value FACT_CODE",
                        "facts[9].value FACT_SET",
                        "facts[10].key FACT_UNKNOWN");
    }

    @Test
    void knowsWhichLevelsGoWithAnHonour() throws Exception {
        String path = "/enterprises/" + PIPE_MAKER + "/facts";
        HttpResponse<String> refused = put(
                REVIEWER,
                path,
                tag(path),
                facts(
                        "{\"key\":\"honour.kind\",\"value\":\"HNTE\",\"record\":{\"kind\":\"HONOUR\",\"ref\":\"H-9\"}}",
                        "{\"key\":\"honour.level\",\"value\":\"CHINA\",\"record\":{\"kind\":\"HONOUR\",\"ref\":\"H-9\"}}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("FIRST, RENEW");
    }

    @Test
    void takesANoteThatThereIsNone() throws Exception {
        String path = "/enterprises/" + SampleCodes.of(7) + "/facts";
        JsonNode before = sheet(path);
        String kind = before.get("records").toString().contains("LEASE") ? "LOAN" : "LEASE";
        HttpResponse<String> answer =
                put(REVIEWER, path, tag(path), "{\"facts\":[],\"knownEmpty\":[\"" + kind + "\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(answer).get("knownEmpty").toString()).contains(kind);
        HttpResponse<String> impossible = put(REVIEWER, FOOD, tag(FOOD), "{\"knownEmpty\":[\"PROJECT\"]}");
        assertThat(impossible.statusCode()).isEqualTo(400);
    }

    @Test
    void remembersAnAwardOncePerState() throws Exception {
        String path = "/enterprises/" + PIPE_MAKER + "/awards/F-1";
        String committed = "{\"item\":\"A03-01\",\"itemVersion\":1,\"amount\":\"100000.00\",\"state\":\"COMMITTED\","
                + "\"on\":\"2026-11-30\",\"year\":2026,\"line\":\"TECH_INNOVATION\",\"claims\":[\"HONOUR:H-1\"]}";
        assertThat(put(SERVICE, path, "", committed).statusCode()).isEqualTo(200);
        assertThat(put(SERVICE, path, "", committed).statusCode()).isEqualTo(200);
        assertThat(put(SERVICE, path, "", committed.replace("COMMITTED", "PAID"))
                        .statusCode())
                .isEqualTo(200);
        JsonNode awards = document(PIPE_MAKER).get("awards");
        assertThat(awards.size()).isEqualTo(1);
        assertThat(awards.get(0).get("state").asString()).isEqualTo("PAID");
        assertThat(awards.get(0).get("amount").asString()).isEqualTo("100000.00");
        assertThat(awards.get(0).get("claims").get(0).asString()).isEqualTo("HONOUR:H-1");
        assertThat(database.sql("SELECT COUNT(*) FROM award WHERE credit_code = ? AND filing = 'F-1'")
                        .param(PIPE_MAKER)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(put(REVIEWER, path, "", committed).statusCode()).isEqualTo(403);
        assertThat(put(SERVICE, "/enterprises/91350100M000100Y43/awards/F-1", "", committed)
                        .statusCode())
                .isIn(404, 200);
    }

    @Test
    void remembersWhetherAnEnterpriseOwesTheFundAnything() throws Exception {
        String code = SampleCodes.of(11);
        String path = "/enterprises/" + code + "/recovery-order";
        String open = "{\"open\":true,\"on\":\"2026-12-01\"}";
        assertThat(put(SERVICE, path, "", open).statusCode()).isEqualTo(200);
        assertThat(put(SERVICE, path, "", open).statusCode()).isEqualTo(200);
        JsonNode owes = fact(sheet("/enterprises/" + code + "/facts"), "fund.openRecoveryOrder");
        assertThat(owes.get("value").asBoolean()).isTrue();
        assertThat(owes.get("verified").asBoolean()).isTrue();
        assertThat(put(SERVICE, path, "", open.replace("true", "false")).statusCode())
                .isEqualTo(200);
        assertThat(fact(sheet("/enterprises/" + code + "/facts"), "fund.openRecoveryOrder")
                        .get("value")
                        .asBoolean())
                .isFalse();
        assertThat(database.sql("SELECT value FROM fact WHERE credit_code = ? AND recorded_by LIKE 'fund-service %'"
                                + " ORDER BY change_number")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("true", "false");
        assertThat(put(REVIEWER, path, "", open).statusCode()).isEqualTo(403);
        assertThat(put(SERVICE, path, "", "{\"open\":true}").statusCode()).isEqualTo(400);
    }

    @Test
    void cannotRewriteHistoryAsTheServicesUser() {
        for (String sql : List.of(
                "UPDATE fact SET value = 'x' LIMIT 1", "DELETE FROM fact LIMIT 1", "DELETE FROM award LIMIT 1")) {
            assertThatThrownBy(() -> database.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }
}
