package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.RecordedIndustry;
import org.fourplusone.policy.RunningPolicy;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MatchIT extends RunningPolicy {

    @Test
    void anEnterpriseIsMatchedAgainstAll51WithEveryClauseCited() throws Exception {
        JsonNode match = ok(as(CLERK, "/enterprises/" + BUS_MAKER + "/match?asOf=2026-11-21"));
        assertThat(match.get("items")).hasSize(51);
        assertThat(match.at("/enterprise/creditCode").asString()).isEqualTo(BUS_MAKER);
        assertThat(match.get("asOf").asString()).isEqualTo("2026-11-21");

        JsonNode models = item(match, "A07-01");
        assertThat(models.get("verdict").asString()).isEqualTo("ELIGIBLE");
        assertThat(models.at("/estimate/amount").asString()).isEqualTo("300000.00");
        JsonNode clause = models.get("clauses").get(10);
        assertThat(clause.get("fact").asString()).isEqualTo("nev.newModels");
        assertThat(clause.get("state").asString()).isEqualTo("MET");
        assertThat(clause.get("actual").asString()).isEqualTo("3");
        assertThat(clause.get("threshold").asString()).isEqualTo("1");
        assertThat(clause.get("source").asString()).isEqualTo("DEPARTMENT");
        assertThat(clause.get("clause").asString()).isEqualTo("示例第七条第(一)项第3目");

        // Filed investment stands for the audited one, which is not known yet.
        assertThat(item(match, "A01-01").at("/estimate/amount").asString()).isEqualTo("2000000.00");
        // 8 % of 6,000,000 on the better of two projects; the other misses by 2,000,000.
        JsonNode equipment = item(match, "A01-02");
        assertThat(equipment.get("record").asString()).isEqualTo("P-00001");
        assertThat(equipment.at("/estimate/amount").asString()).isEqualTo("480000.00");
        assertThat(equipment.get("records")).hasSize(2);
        assertThat(equipment.at("/records/1/verdict").asString()).isEqualTo("INELIGIBLE");
        // 35 % of 300,000, of 12 months 6 are left of 36.
        assertThat(item(match, "A01-03").at("/estimate/amount").asString()).isEqualTo("52500.00");
        // 1 billion crossed for the first time: 500,000 less the 200,000 granted in 2025.
        assertThat(item(match, "A02-02").at("/estimate/amount").asString()).isEqualTo("300000.00");
        assertThat(item(match, "A02-02").at("/estimate/deducted").asString()).isEqualTo("200000.00");
        // One national and one provincial first set, summed.
        assertThat(item(match, "A07-03").at("/estimate/amount").asString()).isEqualTo("1500000.00");
        // No lease at all is known, so the rent subsidy is refused; no gazelle among the known honours.
        assertThat(item(match, "A10-03").get("verdict").asString()).isEqualTo("INELIGIBLE");
        assertThat(item(match, "A04-04").get("verdict").asString()).isEqualTo("INELIGIBLE");
        // Nobody knows its staff talents.
        JsonNode talents = item(match, "A09-01");
        assertThat(talents.get("verdict").asString()).isEqualTo("UNDETERMINED");
        assertThat(talents.at("/estimate/high").asString()).isEqualTo("500000.00");
        assertThat(talents.at("/estimate/atMost").asBoolean()).isTrue();
    }

    @Test
    void theCombinationRespectsGroupsCapAndLinesAndSaysWhyTheRestIsLeft() throws Exception {
        JsonNode combination = ok(as(REVIEWER, "/enterprises/" + BUS_MAKER + "/match?asOf=2026-11-21"))
                .get("combination");
        List<String> chosen = combination.get("chosen").findValuesAsString("code");
        assertThat(chosen).contains("A01-01", "A01-02", "A07-03").doesNotContain("A01-03");
        assertThat(combination.get("chosen").size() + combination.get("left").size())
                .isEqualTo(51);
        assertThat(combination.get("linesIgnored").asBoolean()).isTrue();
        assertThat(combination.get("proven").asBoolean()).isTrue();
        for (JsonNode left : combination.get("left")) {
            if (left.get("code").asString().equals("A01-03")) {
                assertThat(left.get("why").asString()).isEqualTo("SAME_GROUP");
                assertThat(left.get("reason").asString()).contains("A01-02");
            }
        }
        JsonNode limited = ok(as(
                        REVIEWER,
                        "/enterprises/" + BUS_MAKER
                                + "/match?asOf=2026-11-21&free=EXPAND_INVESTMENT:500000.00,OTHER:0&free=TECH_INNOVATION:0.00"))
                .get("combination");
        assertThat(limited.get("chosen").findValuesAsString("code"))
                .contains("A01-02")
                .doesNotContain("A01-01", "A07-03");
        assertThat(limited.get("linesIgnored").asBoolean()).isFalse();
    }

    @Test
    void somebodyElsesEnterpriseIsNotFoundAndNobodyIsTurnedAway() throws Exception {
        assertThat(send(as(CLERK, "/enterprises/" + FOOD_MAKER + "/match")).statusCode())
                .isEqualTo(404);
        assertThat(send(as(REVIEWER, "/enterprises/91371502MA3EX00999/match")).statusCode())
                .isEqualTo(404);
        assertThat(send(to("/enterprises/" + FOOD_MAKER + "/match")).statusCode())
                .isEqualTo(401);
        assertThat(send(as(REVIEWER, "/enterprises/" + BUS_MAKER + "/match?free=OTHER"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNearMissNamesTheSmallestChangeAndWhatItWouldEarn() throws Exception {
        JsonNode match = ok(as(REVIEWER, "/enterprises/" + FOOD_MAKER + "/match?asOf=2026-11-21")
                .header("Accept-Language", "en"));
        JsonNode honour = item(match, "A04-01");
        assertThat(honour.get("verdict").asString()).isEqualTo("INELIGIBLE");
        assertThat(honour.at("/nearMiss/changes")).hasSize(2);
        assertThat(honour.at("/nearMiss/changes/0/to").asString()).isEqualTo("SRDI");
        assertThat(honour.at("/nearMiss/wouldEarn").asString()).isEqualTo("100000.00");
    }

    @Test
    void unknownFactsAreUnknownAndNeverFalse() throws Exception {
        JsonNode match = ok(as(REVIEWER, "/enterprises/" + PIPE_MAKER + "/match?asOf=2026-11-21"));
        // It has no cluster, which is known; everything else is unknown.
        assertThat(item(match, "A07-05").get("verdict").asString()).isEqualTo("INELIGIBLE");
        assertThat(item(match, "A03-02").get("verdict").asString()).isEqualTo("UNDETERMINED");
        assertThat(match.at("/combination/total").asString()).isEqualTo("0.00");
    }

    @Test
    void aFactJustWrittenIsSeenByTheNextMatch() throws Exception {
        ObjectNode food = (ObjectNode) json.readTree(RecordedIndustry.recorded().get(1));
        ((ObjectNode) food.withArray("facts").get(9)).put("value", "1");
        INDUSTRY.change(food);
        JsonNode match = ok(as(REVIEWER, "/enterprises/" + FOOD_MAKER + "/match?asOf=2026-11-21"));
        assertThat(item(match, "A07-02").at("/estimate/amount").asString()).isEqualTo("200000.00");
        assertThat(match.has("stale")).isFalse();
        // The caller's own token never reaches the feed, which is for services alone.
        assertThat(INDUSTRY.authorization()).startsWith("Bearer ").isNotEqualTo(REVIEWER);
    }

    @Test
    void anEnterpriseThatEndedIsNeitherMatchedNorAssessedUntilItIsThereAgain() throws Exception {
        ObjectNode food = (ObjectNode) json.readTree(RecordedIndustry.recorded().get(1));
        INDUSTRY.change(food.deepCopy().put("status", "CLOSED").put("successor", BUS_MAKER));
        HttpResponse<String> closed = send(as(REVIEWER, "/enterprises/" + FOOD_MAKER + "/match?asOf=2026-11-21"));
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.body()).contains("ENTERPRISE_CLOSED", BUS_MAKER);
        INDUSTRY.change(food);
        assertThat(ok(as(REVIEWER, "/enterprises/" + FOOD_MAKER + "/match?asOf=2026-11-21"))
                        .has("items"))
                .isTrue();
    }

    @Test
    void withIndustryDownTheLastRegisterAnswersAndSaysSoButAssessmentsAreRefused() throws Exception {
        INDUSTRY.goDown(true);
        JsonNode match = ok(as(REVIEWER, "/enterprises/" + BUS_MAKER + "/match?asOf=2026-11-21"));
        assertThat(match.get("stale").asBoolean()).isTrue();
        assertThat(match.get("registerAsOf").asString()).endsWith("Z");
        assertThat(item(match, "A07-01").get("verdict").asString()).isEqualTo("ELIGIBLE");
        HttpResponse<String> refused =
                send(post("/assessments", "{\"creditCode\":\"" + BUS_MAKER + "\",\"item\":\"A07-01\"}")
                        .header("Authorization", REVIEWER));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json.readTree(refused.body()).get("code").asString()).isEqualTo("UPSTREAM_DOWN");
    }

    @Test
    void anAssessmentBoundsByTheClaimAndTakesDeclaredFactsAsUnknownWhenVerified() throws Exception {
        String body = """
                {"creditCode":"%s","item":"A01-02","asOf":"2026-11-21","record":"P-00001","basis":"%s",
                 "claimed":{"project.equipmentSoftwareSpend":"5500000.00"}}""";
        JsonNode declared = ok(post("/assessments", body.formatted(BUS_MAKER, "DECLARED"))
                .header("Authorization", CLERK)
                .header("Accept-Language", "mul"));
        assertThat(declared.get("verdict").asString()).isEqualTo("ELIGIBLE");
        assertThat(declared.at("/estimate/amount").asString()).isEqualTo("440000.00");
        assertThat(declared.at("/title/en").asString()).isEqualTo("Technical-upgrade equipment grant");
        assertThat(declared.at("/stacking/key").asString()).isEqualTo("PROJECT:P-00001");
        assertThat(declared.at("/payout/instalments/0/trigger").asString()).isEqualTo("APPROVED");
        assertThat(declared.at("/unverified/0/key").asString()).isEqualTo("project.equipmentSoftwareSpend");
        assertThat(declared.get("track").asString()).isEqualTo("EXPERT_AND_AUDIT");
        JsonNode verified =
                ok(post("/assessments", body.formatted(BUS_MAKER, "VERIFIED")).header("Authorization", REVIEWER));
        assertThat(verified.get("verdict").asString()).isEqualTo("UNDETERMINED");
        assertThat(send(post("/assessments", body.formatted(FOOD_MAKER, "VERIFIED"))
                                .header("Authorization", CLERK))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(post(
                                        "/assessments",
                                        body.formatted(BUS_MAKER, "VERIFIED").replace("P-00001", "P-9"))
                                .header("Authorization", REVIEWER))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatWasGrantedToTheFilingItselfOrAfterItDoesNotCountAgainstIt() throws Exception {
        String body = """
                {"creditCode":"%s","item":"A02-02","asOf":"2026-11-21"%s}""";
        for (String ignored : List.of(",\"filing\":\"F-1\"", ",\"filing\":\"F-0\",\"later\":[\"F-1\",\"F-2\"]")) {
            JsonNode answer =
                    ok(post("/assessments", body.formatted(BUS_MAKER, ignored)).header("Authorization", REVIEWER));
            assertThat(answer.at("/estimate/amount").asString()).as(ignored).isEqualTo("500000.00");
            assertThat(answer.at("/estimate/deducted").asString("")).isEmpty();
        }
        JsonNode counted = ok(post("/assessments", body.formatted(BUS_MAKER, ",\"filing\":\"F-0\",\"later\":[]"))
                .header("Authorization", REVIEWER));
        assertThat(counted.at("/estimate/amount").asString()).isEqualTo("300000.00");
        assertThat(send(post("/assessments", body.formatted(BUS_MAKER, ",\"later\":[\"\"]"))
                                .header("Authorization", REVIEWER))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSelfCheckIsPublicStrictAndTakesNumbersAndStrings() throws Exception {
        String body = """
                {"cluster":"NEV","facts":{"ent.registeredInZone":true,"ent.taxDomicileInZone":true,
                 "ent.statDomicileInZone":true,"ent.independentLegalPerson":true,"credit.dishonestJudgmentDebtor":false,
                 "credit.seriousIllegalDishonestList":false,"safety.majorAccidentsLast12m":0,"fund.openRecoveryOrder":false,
                 "ent.outputYear":60000000,"ent.outputYoY":"0.12","ent.outputIncrement":25999999.99},
                 "honours":[{"kind":"SRDI","level":"PROVINCIAL","year":2026}],"loans":[]}""";
        JsonNode match = ok(post("/match?asOf=2026-11-21", body));
        assertThat(match.get("items")).hasSize(51);
        assertThat(item(match, "A02-03").at("/estimate/amount").asString()).isEqualTo("40000.00");
        assertThat(item(match, "A04-01").get("verdict").asString()).isEqualTo("ELIGIBLE");
        assertThat(item(match, "A04-02").get("verdict").asString()).isEqualTo("INELIGIBLE");
        assertThat(item(match, "A01-03").get("verdict").asString()).isEqualTo("INELIGIBLE");
        assertThat(item(match, "A01-02").get("verdict").asString()).isEqualTo("UNDETERMINED");

        HttpResponse<String> refused = send(post(
                "/match",
                "{\"cluster\":\"MARS\",\"facts\":{\"ent.shoeSize\":\"43\",\"ent.revenueYear\":true,\"project.filed\":true},"
                        + "\"honours\":[{\"kind\":\"NOBEL\"}],\"extra\":1}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(refused.body());
        assertThat(problem.get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "cluster",
                        "facts.ent.shoeSize",
                        "facts.ent.revenueYear",
                        "facts.project.filed",
                        "honours[0].kind",
                        "extra");
    }

    @Test
    void officersSeeWhoIsEligibleAndHowManyForEachItem() throws Exception {
        JsonNode coverage = ok(as(REVIEWER, "/coverage"));
        assertThat(coverage.get("items")).hasSize(51);
        for (JsonNode row : coverage.get("items")) {
            assertThat(row.get("eligible").asInt()
                            + row.get("undetermined").asInt()
                            + row.get("ineligible").asInt())
                    .isEqualTo(coverage.get("enterprises").asInt());
        }
        JsonNode eligible = ok(as(REVIEWER, "/items/A02-05/eligible"));
        assertThat(eligible.get("version").asInt()).isEqualTo(1);
        assertThat(eligible.get("asOf").asString()).isNotBlank();
        assertThat(send(as(REVIEWER, "/items/A02-05/eligible")).headers().firstValue("Link"))
                .isPresent();
        JsonNode conditions = ok(as(REVIEWER, "/items/A02-05/conditions"));
        assertThat(conditions.get("rows").asInt()).isEqualTo(3);
        conditions.get("conditions").forEach(each -> assertThat(each.get("met").asInt()
                        + each.get("unmet").asInt()
                        + each.get("unknown").asInt())
                .isEqualTo(3));
        assertThat(eligible.get("total").asInt()).isLessThanOrEqualTo(1);
        assertThat(send(as(CLERK, "/coverage")).statusCode()).isEqualTo(403);
        assertThat(send(as(CLERK, "/items/A02-05/eligible")).statusCode()).isEqualTo(403);
        assertThat(send(to("/coverage")).statusCode()).isEqualTo(401);
        assertThat(send(as(TestTokens.bearer("fund-service", Set.of("SERVICE"), Set.of()), "/coverage"))
                        .statusCode())
                .isEqualTo(200);
    }
}
