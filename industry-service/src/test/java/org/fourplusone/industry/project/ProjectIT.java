package org.fourplusone.industry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fourplusone.industry.RunningIndustry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectIT extends RunningIndustry {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final int LAST_YEAR = TODAY.getYear() - 1;

    /** A project of last year, all of whose months are over. */
    private static String project(String code, String more) {
        return "{\"code\":\"" + code + "\",\"name\":\"示例测试项目\",\"level\":\"CITY\",\"cluster\":\"NEV\",\"ownerCode\":\""
                + BUS_MAKER + "\",\"planYear\":" + LAST_YEAR
                + ",\"stage\":\"IMPLEMENTING\",\"totalInvestment\":\"900.00\",\"yearPlan\":\"300.00\",\"startedOn\":\""
                + LAST_YEAR + "-01-10\"" + more + "}";
    }

    private static String months(String... done) {
        StringBuilder months = new StringBuilder(",\"milestones\":[");
        for (int i = 0; i < 3; i++) {
            months.append(i == 0 ? "" : ",")
                    .append("{\"month\":\"%d-%02d\",\"plan\":\"100.00\"".formatted(LAST_YEAR, i + 1))
                    .append(i < done.length ? ",\"done\":\"" + done[i] + "\"" : "")
                    .append("}");
        }
        return months + "]";
    }

    private HttpResponse<String> patch(String code, String ifMatch, String body) throws Exception {
        return send(as(INTAKE, "/projects/" + code)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    @Test
    void keepsMonthsAndTeamAndTellsTheTeamToOfficersAlone() throws Exception {
        String team =
                ",\"team\":[{\"post\":\"APPROVAL\",\"name\":\"行政审批\"},{\"post\":\"LEADER\",\"name\":\"张示例\",\"contact\":\"13000000000\"}]";
        HttpResponse<String> added = post(INTAKE, "/projects", project("KT-1", months("50.00", "60.00") + team));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode detail = read(added);
        assertThat(detail.get("project").get("yearDone").asString()).isEqualTo("110.00");
        assertThat(detail.get("project").get("doneThrough").asString()).isEqualTo(LAST_YEAR + "-02");
        assertThat(detail.get("project").get("completion").asString()).isEqualTo("36.7");
        assertThat(detail.get("project").get("timeProgress").asString()).isEqualTo("100.0");
        assertThat(detail.get("project").get("behind").asBoolean()).isTrue();
        assertThat(detail.get("project").get("stalled").toString()).contains("FAR_BEHIND");
        assertThat(detail.get("project").get("owner").asString()).isEqualTo("聊城示例新能源客车有限公司");
        assertThat(detail.get("milestones").get(1).get("doneToDate").asString()).isEqualTo("110.00");
        assertThat(detail.get("milestones").get(2).has("done")).isFalse();
        assertThat(detail.get("team").get(0).get("post").asString()).isEqualTo("LEADER");

        String seen = send(to("/projects/KT-1")).body();
        assertThat(seen).doesNotContain("13000000000", "张示例", BUS_MAKER).contains("1+1+N");
        assertThat(send(as(CLERK, "/projects/KT-1")).body()).doesNotContain("13000000000");
        assertThat(send(as(INTAKE, "/projects/KT-1")).body()).contains("13000000000");
        String auditor = org.fourplusone.starter.test.TestTokens.bearer(
                "auditor", java.util.Set.of("AUDITOR"), java.util.Set.of());
        assertThat(send(as(auditor, "/audit?case=PROJECT-KT-1")).body()).contains("READ_TEAM");
        assertThat(post(INTAKE, "/projects", project("KT-1", "")).statusCode()).isEqualTo(409);
    }

    @Test
    void isPatchedInPartsByTheVersionThatWasRead() throws Exception {
        HttpResponse<String> added = post(INTAKE, "/projects", project("KT-2", months("50.00")));
        String tag = etag(added);
        HttpResponse<String> patched = patch("KT-2", tag, "{\"name\":\"示例改名项目\"}");
        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(read(patched).get("milestones").size()).isEqualTo(3);
        assertThat(patch("KT-2", tag, "{\"name\":\"过期\"}").statusCode()).isEqualTo(412);
        HttpResponse<String> reported = patch(
                "KT-2", etag(patched), "{" + months("50.00", "100.00", "150.00").substring(1) + "}");
        assertThat(read(reported).get("project").get("yearDone").asString()).isEqualTo("300.00");
        HttpResponse<String> bare = patch("KT-2", etag(reported), "{\"milestones\":null,\"cluster\":null}");
        assertThat(bare.statusCode()).as(bare.body()).isEqualTo(200);
        assertThat(read(bare).get("milestones").size()).isZero();
        assertThat(read(bare).get("project").has("cluster")).isFalse();
        assertThat(patch("KT-2", etag(bare), "{\"colour\":\"red\"}").body()).contains("UNKNOWN_FIELD");
        assertThat(patch("KT-2", etag(bare), "{\"level\":\"WORLD\"}").body()).contains("WRONG_TYPE");
        assertThat(patch("KT-2", etag(bare), "{\"name\":\"\"}").statusCode()).isEqualTo(400);
        assertThat(patch("KT-2", etag(bare), "[]").statusCode()).isEqualTo(400);
        HttpResponse<String> replaced = put(INTAKE, "/projects/KT-2", etag(bare), project("KT-2", ""));
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(put(INTAKE, "/projects/KT-2", "", project("KT-2", "")).statusCode())
                .isEqualTo(428);
        assertThat(put(INTAKE, "/projects/KT-404", "\"1\"", project("KT-404", ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesEveryFieldThatCannotBeUsed() throws Exception {
        HttpResponse<String> sum =
                post(INTAKE, "/projects", project("KT-3", months("50.00")).replace("\"300.00\"", "\"301.00\""));
        assertThat(sum.body()).contains("PROJECT_PLAN_SUM");
        assertThat(post(
                                INTAKE,
                                "/projects",
                                project("KT-3", months("50.00").replace(LAST_YEAR + "-02", LAST_YEAR + "-01")))
                        .body())
                .contains("PROJECT_MONTH");
        assertThat(post(INTAKE, "/projects", project("KT-3", months("-1.00"))).body())
                .contains("RANGE");
        assertThat(post(INTAKE, "/projects", project("kt 3", "")).body()).contains("PROJECT_CODE");
        assertThat(post(INTAKE, "/projects", project("KT-3", "").replace(BUS_MAKER, "91350100M000100Y99"))
                        .body())
                .contains("NOT_IN_REGISTER");
        assertThat(post(INTAKE, "/projects", project("KT-3", "").replace("IMPLEMENTING", "COMPLETED"))
                        .body())
                .contains("completedOn");
        assertThat(post(
                                INTAKE,
                                "/projects",
                                project(
                                        "KT-3",
                                        ",\"team\":[{\"post\":\"LEADER\",\"name\":\"甲\"},{\"post\":\"LEADER\",\"name\":\"乙\"}]"))
                        .body())
                .contains("TEAM_ONE");
        assertThat(send(to("/projects/KT-3")).statusCode()).isEqualTo(404);
    }

    @Test
    void listsFiltersSortsAndSumsUp() throws Exception {
        int year = TODAY.minusMonths(1).getYear();
        JsonNode all = read(send(to("/projects?planYear=" + year + "&query=KP-&size=200&sort=-yearPlan")));
        assertThat(all.get("total").asInt()).isEqualTo(105);
        long before = Long.MAX_VALUE;
        int stalled = 0;
        for (JsonNode row : all.get("items")) {
            long plan = Long.parseLong(row.get("yearPlan").asString().replace(".", ""));
            assertThat(plan).isLessThanOrEqualTo(before);
            before = plan;
            stalled += row.get("stalled").size() > 0 ? 1 : 0;
        }
        assertThat(stalled).isPositive();
        JsonNode still = read(send(to("/projects?planYear=" + year + "&query=KP-&stalled=true&size=200")));
        assertThat(still.get("total").asInt()).isEqualTo(stalled);
        HttpResponse<String> csv = send(
                to("/projects?planYear=" + year + "&query=KP-&stalled=true").header("Accept", "text/csv"));
        assertThat(csv.body().lines().count()).isEqualTo(stalled + 1L);
        assertThat(csv.body()).startsWith("\uFEFFcode,name");
        JsonNode summary = read(send(to("/projects/summary?planYear=" + year)));
        assertThat(summary.get("projects").asInt()).isGreaterThanOrEqualTo(105);
        assertThat(summary.get("startRates").get(0).get("base").asString()).isEqualTo("IMPLEMENTED");
        assertThat(summary.get("startRates").get(0).get("rate").asString()).isEqualTo("100.0");
        assertThat(summary.get("definitions").get("stalled").asString()).contains("25");
        assertThat(send(to("/projects?sort=colour")).statusCode()).isEqualTo(400);
        assertThat(send(to("/projects?level=WORLD")).statusCode()).isEqualTo(400);
    }
}
