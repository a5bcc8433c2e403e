package org.fourplusone.policy.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fourplusone.policy.RecordedIndustry;
import org.fourplusone.policy.RunningPolicy;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SimulationIT extends RunningPolicy {

    private static final String EDITOR = TestTokens.bearer("editor", Set.of("POLICY_EDITOR"), Set.of());
    private static final String PUBLISHER = TestTokens.bearer("publisher", Set.of("POLICY_PUBLISHER"), Set.of());
    private static final RecordedIndustry REGISTER = RegisterOfThirty.industry();
    private static final String DAY = "2026-11-21";
    private static long cursor = 100;

    @DynamicPropertySource
    static void ownRegister(DynamicPropertyRegistry registry) {
        registry.add("spring.cloud.openfeign.client.config.industry-service.url", () -> "http://register-of-thirty");
        registry.add("spring.cloud.discovery.client.simple.instances.register-of-thirty[0].uri", REGISTER::uri);
    }

    @BeforeEach
    void registerIsUp() {
        REGISTER.goDown(false);
    }

    /** The item in force that pays 100,000 for each new model, at most 500,000, from one model on. */
    private static ObjectNode models() {
        for (JsonNode item : TestCatalogue.file("items")) {
            if (item.get("code").asString().equals("A07-01")) {
                return (ObjectNode) item.deepCopy();
            }
        }
        throw new AssertionError("no A07-01");
    }

    private static ObjectNode from(int models) {
        ObjectNode item = models();
        ((ObjectNode) item.at("/rule/all/2")).put("value", models);
        return item;
    }

    private static ObjectNode question(ObjectNode... items) {
        ObjectNode question = TestCatalogue.JSON.createObjectNode().put("asOf", DAY);
        ArrayNode list = question.putArray("items");
        for (ObjectNode item : items) {
            list.add(item);
        }
        return question;
    }

    private HttpResponse<String> ask(JsonNode question) throws Exception {
        return send(post("/simulations", question.toString()).header("Authorization", EDITOR));
    }

    private JsonNode simulated(JsonNode question) throws Exception {
        HttpResponse<String> answer = ask(question);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        JsonNode simulation = json.readTree(answer.body());
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/policy/simulations/" + simulation.get("id").asString());
        return simulation;
    }

    private Map<String, String> refused(JsonNode question) throws Exception {
        HttpResponse<String> answer = ask(question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        Map<String, String> errors = new TreeMap<>();
        for (JsonNode error : json.readTree(answer.body()).get("errors")) {
            errors.put(error.get("field").asString(), error.get("code").asString());
            assertThat(error.get("message").asString()).as(error.toString()).doesNotMatch("[A-Z_]+");
        }
        return errors;
    }

    private JsonNode enterprises(JsonNode simulation, String query) throws Exception {
        return ok(as(EDITOR, "/simulations/" + simulation.get("id").asString() + "/enterprises?" + query));
    }

    @Test
    void aHigherThresholdPutsOutThoseBelowItAndNobodyElse() throws Exception {
        JsonNode simulation = simulated(question(from(3)));
        JsonNode item = simulation.at("/items/0");
        assertThat(item.get("kind").asString()).isEqualTo("CHANGED");
        assertThat(item.at("/before/version").asInt()).isEqualTo(1);
        // 0 models: out; 1 to 5 models four times each; six enterprises unknown.
        assertThat(item.at("/before/eligible").asInt()).isEqualTo(20);
        assertThat(item.at("/before/undetermined").asInt()).isEqualTo(6);
        assertThat(item.at("/before/ineligible").asInt()).isEqualTo(4);
        assertThat(item.at("/before/certain").asString()).isEqualTo("6000000.00");
        assertThat(item.at("/before/possible").asString()).isEqualTo("9000000.00");
        assertThat(item.at("/after/eligible").asInt()).isEqualTo(12);
        assertThat(item.at("/after/certain").asString()).isEqualTo("4800000.00");
        assertThat(item.at("/after/possible").asString()).isEqualTo("7800000.00");
        assertThat(item.get("newlyOut").asInt()).isEqualTo(8);
        assertThat(item.get("newlyIn").asInt()).isZero();
        assertThat(item.get("changedAmount").asInt()).isZero();
        assertThat(item.at("/byCluster/0/code").asString()).isEqualTo("NEV");
        assertThat(item.at("/byCluster/0/newlyOut").asInt()).isEqualTo(8);
        assertThat(item.get("bySizeClass").findValuesAsString("code")).containsExactly("S", "NONE");
        assertThat(item.at("/bySizeClass/0/newlyOut").asInt()
                        + item.at("/bySizeClass/1/newlyOut").asInt())
                .isEqualTo(8);
        assertThat(simulation.get("enterprises").asInt()).isEqualTo(30);
        assertThat(simulation.get("illustrative").asBoolean()).isTrue();
        assertThat(simulation.has("stale")).isFalse();
        assertThat(simulation.get("createdBy").asString()).isNotEmpty();
        // Each of the eight loses 100,000 or 200,000; nothing else of theirs excludes it.
        assertThat(simulation.at("/lawful/enterprises").asInt()).isEqualTo(8);
        assertThat(new java.math.BigDecimal(simulation.at("/lawful/before").asString())
                        .subtract(new java.math.BigDecimal(
                                simulation.at("/lawful/after").asString())))
                .isEqualByComparingTo("1200000.00");

        JsonNode out = enterprises(simulation, "item=A07-01&change=NEWLY_OUT&size=3&page=1");
        assertThat(out.get("total").asInt()).isEqualTo(8);
        assertThat(out.get("items")).hasSize(3);
        assertThat(out.at("/items/0/creditCode").asString()).isEqualTo(RegisterOfThirty.creditCode(8));
        assertThat(out.at("/items/0/before/low").asString()).isEqualTo("200000.00");
        assertThat(out.at("/items/0/after/verdict").asString()).isEqualTo("INELIGIBLE");
        assertThat(enterprises(simulation, "change=NEWLY_IN").get("total").asInt())
                .isZero();
        assertThat(enterprises(simulation, "cluster=BIOFOOD").get("total").asInt())
                .isZero();
        assertThat(enterprises(simulation, "cluster=NEV&sizeClass=NONE")
                        .get("total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aRaisedAmountChangesAmountsAndNobodysVerdict() throws Exception {
        ObjectNode dearer = models();
        ((ObjectNode) dearer.at("/formula/units/0")).put("amount", "200000.00");
        JsonNode item = simulated(question(dearer)).at("/items/0");
        assertThat(item.get("newlyIn").asInt()).isZero();
        // 200,000 a model is more for all 20 but those four whose 5 models reach the cap before and after.
        assertThat(item.get("changedAmount").asInt()).isEqualTo(16);
        assertThat(item.at("/after/certain").asString()).isEqualTo("8400000.00");
    }

    @Test
    void anEasierRuleLetsInThoseItKeptOutOrCouldNotJudge() throws Exception {
        ObjectNode easier = models();
        ((ArrayNode) easier.at("/rule/all")).remove(2);
        easier.set("formula", TestCatalogue.JSON.readTree("{\"type\":\"FIXED\",\"amount\":\"10000.00\"}"));
        JsonNode simulation = simulated(question(easier));
        JsonNode item = simulation.at("/items/0");
        // Four had no model, of six nobody knew; the other twenty get another amount.
        assertThat(item.get("newlyIn").asInt()).isEqualTo(10);
        assertThat(item.get("changedAmount").asInt()).isEqualTo(20);
        assertThat(item.at("/after/certain").asString()).isEqualTo("300000.00");
        assertThat(item.at("/after/possible").asString()).isEqualTo("300000.00");
        assertThat(enterprises(simulation, "change=NEWLY_IN&size=200").get("items"))
                .hasSize(10)
                .allSatisfy(each -> assertThat(each.at("/after/low").asString()).isEqualTo("10000.00"));
    }

    @Test
    void aNewItemIsNewlyInForAllItFitsAndAClosedOneNewlyOut() throws Exception {
        ObjectNode fresh = models().put("code", "A07-09");
        ObjectNode question = question(fresh);
        question.putArray("close").add("A07-01");
        JsonNode simulation = simulated(question);
        JsonNode closed = simulation.at("/items/0");
        assertThat(closed.get("kind").asString()).isEqualTo("CLOSED");
        assertThat(closed.has("after")).isFalse();
        assertThat(closed.get("newlyOut").asInt()).isEqualTo(20);
        assertThat(closed.get("ruledOut").asInt()).isEqualTo(6);
        JsonNode opened = simulation.at("/items/1");
        assertThat(opened.get("kind").asString()).isEqualTo("NEW");
        assertThat(opened.has("before")).isFalse();
        assertThat(opened.get("newlyIn").asInt()).isEqualTo(20);
        assertThat(opened.get("newlyUndetermined").asInt()).isEqualTo(6);
        // One replaces the other: the lines cost what they cost before.
        assertThat(simulation.at("/totals/after")).isEqualTo(simulation.at("/totals/before"));
    }

    @Test
    void freeMoneyThatIsShortSaysByHowMuchAndWhatTakesIt() throws Exception {
        ObjectNode dearer = models();
        ((ObjectNode) dearer.get("formula")).put("cap", "400000.00");
        ObjectNode question = question(dearer);
        question.putObject("free").put("TECH_INNOVATION", "5000000.00").put("OTHER", "0.00");
        JsonNode simulation = simulated(question);
        JsonNode line = null;
        for (JsonNode each : simulation.get("lines")) {
            if (each.get("line").asString().equals("TECH_INNOVATION")) {
                line = each;
            }
        }
        assertThat(simulation.get("lines")).hasSize(5);
        assertThat(line.at("/before/certain").asString()).isEqualTo("6000000.00");
        assertThat(line.at("/after/certain").asString()).isEqualTo("5600000.00");
        assertThat(line.at("/shortBefore/certain").asString()).isEqualTo("1000000.00");
        assertThat(line.at("/shortAfter/certain").asString()).isEqualTo("600000.00");
        assertThat(line.at("/items/0/code").asString()).isEqualTo("A07-01");
        assertThat(line.at("/items/0/changed").asBoolean()).isTrue();
        assertThat(simulation.at("/lines/0").has("free")).isFalse();
        assertThat(simulation.at("/lines/0").has("shortAfter")).isFalse();
        assertThat(simulation.get("notes").toString()).contains("扩大投资").contains("同类就高");
        assertThat(simulation.at("/totals").has("free")).isFalse();
    }

    @Test
    void theSameInputsHaveTheSameAnswerAndAnotherRegisterAnotherHash() throws Exception {
        ObjectNode question = question(from(2));
        question.putObject("free").put("OTHER", "1.00").put("BRAND_BUILDING", "2.00");
        HttpResponse<String> first = ask(question);
        assertThat(first.statusCode()).isEqualTo(201);
        ObjectNode shuffled = TestCatalogue.JSON.createObjectNode();
        shuffled.putObject("free").put("BRAND_BUILDING", "2.00").put("OTHER", "1.00");
        ObjectNode item = TestCatalogue.JSON.createObjectNode();
        ObjectNode given = from(2);
        given.propertyNames().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(name -> item.set(name, given.get(name)));
        shuffled.putArray("items").add(item);
        shuffled.put("basis", "DECLARED").put("asOf", DAY);
        HttpResponse<String> again =
                send(post("/simulations", shuffled.toString()).header("Authorization", PUBLISHER));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode stored = json.readTree(first.body());
        assertThat(ok(as(PUBLISHER, "/simulations/" + stored.get("id").asString())))
                .isEqualTo(stored);
        JsonNode listed = ok(as(EDITOR, "/simulations?size=1"));
        assertThat(listed.at("/items/0/id").asString())
                .isEqualTo(stored.get("id").asString());
        assertThat(listed.get("total").asInt()).isPositive();

        assertThat(simulated(question(from(4))).get("hash").asString())
                .isNotEqualTo(stored.get("hash").asString());
        REGISTER.change(++cursor, RegisterOfThirty.enterprise(6, 0));
        JsonNode later = simulated(question);
        assertThat(later.get("hash").asString()).isNotEqualTo(stored.get("hash").asString());
        assertThat(later.get("cursor").asLong()).isEqualTo(cursor);
    }

    @Test
    void whatCannotBeRunIsRefusedWithItsPositionAndNothingIsStored() throws Exception {
        long before = ok(as(EDITOR, "/simulations")).get("total").asLong();
        ObjectNode broken = from(3);
        ((ObjectNode) broken.at("/rule/all/1")).put("fact", "ent.shoeSize");
        ((ObjectNode) broken.at("/rule/all/2")).put("value", "many");
        assertThat(refused(question(models().put("code", "A07-08"), broken)))
                .containsEntry("items/1/rule/all/1/fact", "UNKNOWN_FACT")
                .containsEntry("items/1/rule/all/2/value", "FACT_TYPE");
        assertThat(refused(question(models().put("code", "SECRET")))).containsKey("items/0/code");
        assertThat(refused(question(models(), from(2)))).containsEntry("items/1", "CODE_TWICE");
        assertThat(refused(question())).containsEntry("items", "NOTHING_CHANGED");
        ObjectNode odd = TestCatalogue.JSON.createObjectNode().put("asOf", DAY);
        odd.putArray("items").add("A07-01").addNull();
        odd.putArray("drafts").add("no-such-draft");
        odd.putArray("close").add("A99-01");
        odd.putObject("free").put("GOLD", "1.00").put("OTHER", "-1.00").put("BRAND_BUILDING", "1.234");
        assertThat(refused(odd).keySet())
                .contains(
                        "items/0", "items/1", "drafts/0", "close/0", "free/GOLD", "free/OTHER", "free/BRAND_BUILDING");
        assertThat(refused(question(models()).put("asOf", "9999-01-01"))).containsEntry("asOf", "RANGE");
        assertThat(refused(question(models()).put("basis", "RUMOUR"))).containsEntry("basis", "WRONG_TYPE");
        assertThat(refused(question(models()).put("extra", 1))).containsEntry("extra", "UNKNOWN_FIELD");
        assertThat(ok(as(EDITOR, "/simulations")).get("total").asLong()).isEqualTo(before);
    }

    @Test
    void aDraftIsTriedAsItStandsUntilItIsDiscarded() throws Exception {
        String content =
                TestCatalogue.JSON.createObjectNode().set("content", from(4)).toString();
        HttpResponse<String> begun = send(post("/items/A07-01/drafts", content)
                .header("Authorization", EDITOR)
                .header("Idempotency-Key", "try-a-draft"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String id = json.readTree(begun.body()).get("id").asString();
        ObjectNode question = TestCatalogue.JSON.createObjectNode().put("asOf", DAY);
        question.putArray("drafts").add(id);
        JsonNode tried = simulated(question).at("/items/0");
        assertThat(tried.get("draft").asString()).isEqualTo(id);
        JsonNode inline = simulated(question(from(4))).at("/items/0");
        assertThat(tried.get("after")).isEqualTo(inline.get("after"));
        assertThat(tried.get("newlyOut").asInt()).isPositive();
        assertThat(send(as(EDITOR, "/drafts/" + id)
                                .header(
                                        "If-Match",
                                        begun.headers().firstValue("ETag").orElseThrow())
                                .header("Idempotency-Key", "no-draft-any-more")
                                .DELETE())
                        .statusCode())
                .isBetween(200, 204);
        assertThat(refused(question)).containsEntry("drafts/0", "UNKNOWN_DRAFT");
    }

    @Test
    void onlyEditorsAndPublishersSimulate() throws Exception {
        for (String path : new String[] {"/simulations", "/simulations/x", "/simulations/x/enterprises"}) {
            assertThat(send(as(REVIEWER, path)).statusCode()).isEqualTo(403);
            assertThat(send(to(path)).statusCode()).isEqualTo(401);
        }
        assertThat(send(post("/simulations", "{}").header("Authorization", CLERK))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(as(EDITOR, "/simulations/x")).statusCode()).isEqualTo(404);
        assertThat(send(as(EDITOR, "/simulations/x/enterprises")).statusCode()).isEqualTo(404);
    }

    @Test
    void theListAsCsvGuardsAgainstFormulas() throws Exception {
        ObjectNode question = question();
        question.putArray("close").add("A07-01");
        String id = simulated(question).get("id").asString();
        HttpResponse<String> csv = send(as(EDITOR, "/simulations/" + id + "/enterprises?change=RULED_OUT")
                .header("Accept", "text/csv"));
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(7);
        assertThat(csv.body())
                .contains(RegisterOfThirty.creditCode(29) + ",\"'=HYPERLINK(\"\"http://example.org\"\")\",NEV,,A07-01");
        assertThat(csv.body()).contains("UNDETERMINED,0.00,500000.00,INELIGIBLE,0.00,0.00");
    }

    @Test
    void aPackageIsJudgedByItsOwnYearlyCap() throws Exception {
        ObjectNode whole = (ObjectNode) ok(as(EDITOR, "/package"));
        ((ObjectNode) whole.get("terms")).put("yearCapPerEnterprise", "150000.00");
        HttpResponse<String> imported = send(post("/packages?check=false", whole.toString())
                .header("Authorization", EDITOR)
                .header("Idempotency-Key", "package-with-a-lower-cap"));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        ObjectNode question = TestCatalogue.JSON.createObjectNode().put("asOf", DAY);
        question.putArray("drafts").add(json.readTree(imported.body()).get("id").asString());
        JsonNode simulation = simulated(question);
        assertThat(simulation.at("/totals/before")).isEqualTo(simulation.at("/totals/after"));
        int enterprises = simulation.at("/lawful/enterprises").asInt();
        assertThat(enterprises).isGreaterThanOrEqualTo(20);
        assertThat(Money.parse(simulation.at("/lawful/after").asString()).fen())
                .isLessThanOrEqualTo(enterprises * 15_000_000L)
                .isLessThan(
                        Money.parse(simulation.at("/lawful/before").asString()).fen());
    }

    @Test
    void aMatchRunGoesToDoneAndKeepsItsRows() throws Exception {
        HttpResponse<String> started =
                send(post("/match-runs", "{\"items\":[\"A07-01\",\"A01-01\"],\"asOf\":\"2026-11-21\"}")
                        .header("Authorization", REVIEWER));
        assertThat(started.statusCode()).isEqualTo(202);
        String path = started.headers().firstValue("Location").orElseThrow().substring("/api/policy".length());
        JsonNode run = ok(as(REVIEWER, path));
        for (int i = 0; i < 200 && run.get("state").asString().equals("RUNNING"); i++) {
            Thread.sleep(50);
            run = ok(as(REVIEWER, path));
        }
        assertThat(run.get("state").asString()).as(run.toString()).isEqualTo("DONE");
        assertThat(run.get("total").asInt()).as("a block and two items").isEqualTo(3);
        assertThat(run.get("done").asInt()).isEqualTo(3);
        JsonNode models = item(run.get("result"), "A07-01");
        int eligible = models.get("eligible").asInt();
        assertThat(eligible).isPositive();
        assertThat(eligible
                        + models.get("undetermined").asInt()
                        + models.get("ineligible").asInt())
                .isEqualTo(30);
        assertThat(run.at("/result/lines")).hasSize(5);
        JsonNode page = ok(as(REVIEWER, path + "/enterprises?item=A07-01&verdict=ELIGIBLE&size=2"));
        assertThat(page.get("total").asInt()).isEqualTo(eligible);
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.at("/items/0/creditCode").asString()).isEqualTo(RegisterOfThirty.creditCode(1));
        assertThat(page.at("/items/0/low").asString()).isEqualTo("100000.00");
        assertThat(send(as(REVIEWER, path + "/enterprises?item=A02-01")).statusCode())
                .isEqualTo(400);
        assertThat(send(as(REVIEWER, path + "/enterprises")).statusCode()).isEqualTo(400);
        assertThat(send(as(REVIEWER, "/match-runs/none")).statusCode()).isEqualTo(404);
        assertThat(send(as(CLERK, path)).statusCode()).isEqualTo(403);
        HttpResponse<String> unknown =
                send(post("/match-runs", "{\"items\":[\"A99-01\",null]}").header("Authorization", REVIEWER));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json.readTree(unknown.body()).get("errors").findValuesAsString("field"))
                .containsExactly("items/0", "items/1");
    }

    @Test
    void withIndustryDownTheLastRegisterAnswersAndSaysSo() throws Exception {
        REGISTER.goDown(true);
        JsonNode simulation = simulated(question(from(5)));
        assertThat(simulation.get("stale").asBoolean()).isTrue();
        assertThat(simulation.get("registerAsOf").asString()).endsWith("Z");
        assertThat(simulation.get("notes").toString()).contains("企业库");
        assertThat(simulation.at("/items/0/before/eligible").asInt()).isPositive();
        REGISTER.goDown(false);
        JsonNode current = simulated(question(from(5)));
        assertThat(current.has("stale")).isFalse();
        assertThat(current.get("hash").asString())
                .isNotEqualTo(simulation.get("hash").asString());
        assertThat(current.get("items")).isEqualTo(simulation.get("items"));
    }
}
