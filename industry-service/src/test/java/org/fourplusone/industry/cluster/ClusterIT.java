package org.fourplusone.industry.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.fourplusone.industry.RunningIndustry;
import org.fourplusone.industry.enterprise.CreditCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ClusterIT extends RunningIndustry {

    @Autowired
    JdbcClient database;

    private JsonNode named(JsonNode list, String code) {
        for (JsonNode each : list) {
            if (each.get("code").asString().equals(code)) {
                return each;
            }
        }
        throw new AssertionError("no " + code + " in " + list);
    }

    @Test
    void countsEachEnterpriseOnceByPrimaryClusterAndAsMemberByItsIndustry() throws Exception {
        JsonNode pipes = named(read(send(to("/clusters"))), "STEELPIPE");
        long byEntry = database.sql("SELECT COUNT(*) FROM enterprise WHERE status = 'ACTIVE' AND cluster = 'STEELPIPE'")
                .query(Long.class)
                .single();
        long byCode = database.sql("SELECT COUNT(*) FROM enterprise WHERE status = 'ACTIVE' AND (cluster = 'STEELPIPE'"
                        + " OR industry_code IN ('3120', '3360', '3130', '3311', '5164', '5431', '5990'))")
                .query(Long.class)
                .single();
        assertThat(pipes.get("enterprises").asLong()).isEqualTo(byEntry);
        assertThat(pipes.get("members").asLong()).isEqualTo(byCode).isGreaterThan(byEntry);
        assertThat(pipes.get("from").asString()).isEqualTo("2019-01-01");
        assertThat(pipes.get("mapping").asString()).contains("5164");
    }

    @Test
    void countsAsOfADay() throws Exception {
        JsonNode now = named(read(send(to("/clusters"))), "STEELPIPE");
        JsonNode before = named(read(send(to("/clusters?asOf=2010-01-01"))), "STEELPIPE");
        long founded = database.sql(
                        "SELECT COUNT(*) FROM enterprise e WHERE cluster = 'STEELPIPE' AND (established IS"
                                + " NULL OR established <= '2010-01-01') AND (status = 'ACTIVE' OR EXISTS (SELECT 1 FROM closure c"
                                + " WHERE c.credit_code = e.credit_code AND c.kind <> 'REOPENED' AND c.ended_on > '2010-01-01'))")
                .query(Long.class)
                .single();
        assertThat(before.get("enterprises").asLong()).isEqualTo(founded);
        assertThat(before.get("enterprises").asLong())
                .isLessThan(now.get("enterprises").asLong());
        // In 2010 the zone named no clusters: nobody is a member by industry beyond those assigned to it since.
        assertThat(before.get("members").asLong()).isEqualTo(founded);
        assertThat(send(to("/clusters?asOf=then")).statusCode()).isEqualTo(400);
        assertThat(send(to("/clusters?taxonomy=1999")).statusCode()).isEqualTo(400);
    }

    @Test
    void explainsHowFiveBecameFour() throws Exception {
        JsonNode mapping = read(send(to("/clusters/mapping").header("Accept-Language", "en")));
        assertThat(mapping.get("successions").size()).isEqualTo(5);
        assertThat(mapping.get("successions").toString()).contains("\"from\":\"SMARTEQ\"", "\"to\":\"NEV_HIGH_END\"");
        assertThat(mapping.get("widened").size()).isEqualTo(3);
        assertThat(mapping.get("withoutSuccessor").size()).isZero();
        assertThat(read(send(to("/clusters/mapping"))).get("widened").toString())
                .contains("楼宇经济");
    }

    @Test
    void letsOneIndustryCountToSeveralClustersWithTheirDates() throws Exception {
        JsonNode trade = named(read(send(to("/industries?asOf=2024-06-01"))).get("classes"), "5164");
        assertThat(trade.get("name").asString()).isEqualTo("金属及金属矿批发");
        assertThat(trade.get("clusters").toString()).contains("STEELPIPE", "METAL", "MODERN_SERVICES");
        JsonNode earlier = named(read(send(to("/industries?asOf=2023-12-31"))).get("classes"), "5164");
        assertThat(earlier.get("clusters").size()).isEqualTo(1);
        assertThat(read(send(to("/industries"))).get("divisions").size()).isEqualTo(97);
    }

    @Test
    void ranksTheGapsOfAChainByLocalDemand() throws Exception {
        JsonNode chain = read(send(to("/clusters/NEV/chain")));
        assertThat(chain.get("gaps").size()).isPositive();
        int rank = 1;
        int last = Integer.MAX_VALUE;
        for (JsonNode gap : chain.get("gaps")) {
            assertThat(gap.get("enterprises").asInt()).isLessThan(2);
            assertThat(gap.get("demandAboveScale").asInt()).isLessThanOrEqualTo(last);
            assertThat(gap.get("rank").asInt()).isGreaterThanOrEqualTo(rank);
            last = gap.get("demandAboveScale").asInt();
            rank = gap.get("rank").asInt();
        }
        long buyers = database.sql("SELECT COUNT(*) FROM enterprise WHERE status = 'ACTIVE' AND industry_code IN"
                        + " ('3611', '3612', '3630', '3650', '3660', '3812')")
                .query(Long.class)
                .single();
        JsonNode power = chain.get("gaps").get(0);
        assertThat(power.get("segment").asString()).isEqualTo("VEHICLE_POWER");
        assertThat(power.get("demand").asLong()).isEqualTo(buyers);
        assertThat(chain.toString()).doesNotContain("creditCode", "有限公司");
        JsonNode merged = read(send(to("/clusters/NEV_HIGH_END/chain")));
        assertThat(merged.toString()).contains("COMPLETE_VEHICLE", "ROBOTS");
        assertThat(send(to("/clusters/GOLD/chain")).statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheEnterprisesOfASegmentToThoseWhoReadTheRegister() throws Exception {
        String path = "/enterprises?cluster=NEV&segment=COMPLETE_VEHICLE&status=ACTIVE";
        JsonNode inside = read(send(as(INTAKE, path)));
        JsonNode segment =
                named(read(send(to("/clusters/NEV/chain"))).get("stages").get(1).get("segments"), "COMPLETE_VEHICLE");
        assertThat(inside.get("total").asInt())
                .isEqualTo(segment.get("enterprises").asInt());
        assertThat(send(to(path)).statusCode()).isEqualTo(401);
        assertThat(send(as(INTAKE, "/enterprises?segment=COMPLETE_VEHICLE")).statusCode())
                .isEqualTo(400);
        assertThat(send(as(INTAKE, "/enterprises?industryCode=36")).statusCode())
                .isEqualTo(200);
        assertThat(send(as(INTAKE, "/enterprises?industryCode=3%25")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesAnIndustryThatItHasNoNameFor() throws Exception {
        String code = CreditCode.of("91", "371503", "MA3K0001").value();
        String entry = "{\"creditCode\":\"" + code + "\",\"name\":\"聊城示例无名行业有限公司\",\"industryCode\":\"%s\"}";
        assertThat(post(INTAKE, "/enterprises", entry.formatted("9899")).statusCode())
                .isEqualTo(400);
        assertThat(post(INTAKE, "/enterprises", entry.formatted("3299")).statusCode())
                .isEqualTo(201);
        JsonNode added = read(send(as(INTAKE, "/enterprises/" + code)));
        assertThat(added.get("industryName").isNull()).isTrue();
        assertThat(added.get("industryDivisionName").asString()).isEqualTo("有色金属冶炼和压延加工业");
        assertThat(added.get("clusters").size()).isZero();
    }
}
