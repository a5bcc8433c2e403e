package org.fourplusone.industry.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EnterpriseIT extends RunningIndustry {

    private static final String ANALYST = TestTokens.bearer("analyst", Set.of("ANALYST"), Set.of());
    private static final String STRANGER = TestTokens.bearer("clerk", Set.of("ENTERPRISE"), Set.of(FOOD_MAKER));

    private static String entry(String code, String name) {
        return "{\"creditCode\":\"" + code + "\",\"name\":\"" + name
                + "\",\"cluster\":\"SMARTEQ\",\"industryCode\":\"3451\",\"street\":\"东城街道\"}";
    }

    @Test
    void listsByNameCodeClusterAndSize() throws Exception {
        JsonNode all = read(send(as(INTAKE, "/enterprises")));
        assertThat(all.get("total").asInt()).isGreaterThanOrEqualTo(13_633);
        JsonNode sample = read(send(as(INTAKE, "/enterprises?query=91371502")));
        assertThat(sample.get("total").asInt()).isEqualTo(13_633);
        JsonNode first = sample.get("items").get(0);
        assertThat(first.get("creditCode").asString()).isEqualTo(BUS_MAKER);
        assertThat(first.get("sample").asBoolean()).isTrue();
        assertThat(first.get("sizeClass").asString()).isEqualTo("L");
        assertThat(first.get("clusterName").asString()).isEqualTo("新能源及新能源汽车");
        JsonNode large = read(send(as(INTAKE, "/enterprises?cluster=NEV&sizeClass=L&aboveScale=true&size=200")));
        assertThat(large.get("items"))
                .allMatch(row -> row.get("cluster").asString().equals("NEV"));
        assertThat(large.get("items"))
                .allMatch(row -> row.get("sizeClass").asString().equals("L"));
        assertThat(read(send(as(INTAKE, "/enterprises?query=91371502MA3EX003")))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(read(send(as(INTAKE, "/enterprises?query=%25"))).get("total").asInt())
                .isZero();
        assertThat(send(as(INTAKE, "/enterprises?cluster=GOLD")).statusCode()).isEqualTo(400);
        assertThat(send(as(INTAKE, "/enterprises?sizeClass=XXL")).statusCode()).isEqualTo(400);
    }

    @Test
    void showsAClerkOnlyItsOwn() throws Exception {
        assertThat(read(send(as(CLERK, "/enterprises"))).get("total").asInt()).isEqualTo(1);
        assertThat(send(as(CLERK, "/enterprises/" + BUS_MAKER)).statusCode()).isEqualTo(200);
        HttpResponse<String> others = send(as(STRANGER, "/enterprises/" + BUS_MAKER));
        HttpResponse<String> missing = send(as(STRANGER, "/enterprises/91350100M000100Y43"));
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body().replace(BUS_MAKER, "91350100M000100Y43")).isEqualTo(missing.body());
        assertThat(send(as(STRANGER, "/enterprises/" + BUS_MAKER + "/facts")).statusCode())
                .isEqualTo(404);
        assertThat(send(as(ANALYST, "/enterprises/" + BUS_MAKER)).statusCode()).isEqualTo(200);
        assertThat(send(as(ANALYST, "/enterprises/" + BUS_MAKER + "/facts")).statusCode())
                .isEqualTo(403);
        assertThat(send(to("/enterprises")).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesACodeThatDoesNotCheck() throws Exception {
        HttpResponse<String> answer = post(INTAKE, "/enterprises", entry("91350100M000100Y44", "示例"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).get("code").asString()).isEqualTo("INVALID_CREDIT_CODE");
        assertThat(read(answer).get("detail").asString()).contains("校验码");
        assertThat(send(as(INTAKE, "/enterprises/91350100M000100Y44")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void addsOnceAndChangesTheVersionRead() throws Exception {
        String code = "91350100M000100Y43";
        HttpResponse<String> added = post(INTAKE, "/enterprises", entry(code, "聊城示例新轴承有限公司"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).contains("/api/industry/enterprises/" + code);
        assertThat(read(added).get("sizeClass").isNull()).isTrue();
        HttpResponse<String> again = post(INTAKE, "/enterprises", entry(code, "聊城示例新轴承有限公司"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(read(again).get("code").asString()).isEqualTo("ENTERPRISE_EXISTS");

        String path = "/enterprises/" + code;
        assertThat(put(INTAKE, path, "", entry(code, "改名")).statusCode()).isEqualTo(428);
        HttpResponse<String> changed = put(INTAKE, path, etag(added), entry(code, "聊城示例改名轴承有限公司"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(read(changed).get("name").asString()).isEqualTo("聊城示例改名轴承有限公司");
        assertThat(put(INTAKE, path, etag(added), entry(code, "旧版本")).statusCode())
                .isEqualTo(412);
        HttpResponse<String> bad =
                put(INTAKE, path, etag(changed), "{\"name\":\"x\",\"industryCode\":\"9999\",\"cluster\":\"GOLD\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(read(bad).get("errors").size()).isEqualTo(2);
        assertThat(put(CLERK, path, etag(changed), entry(code, "x")).statusCode())
                .isEqualTo(403);
    }
}
