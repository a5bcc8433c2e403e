package org.fourplusone.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fourplusone.policy.RunningPolicy;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemVersions;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.test.TestTokens;
import org.fourplusone.starter.web.Download;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A rule's way from a draft to being in force, over HTTP. */
class DraftsIT extends RunningPolicy {

    private static final String EDITOR = token("editor", "POLICY_EDITOR");
    private static final String PUBLISHER = token("publisher", "POLICY_PUBLISHER");
    private static final String SECOND_PUBLISHER = token("publisher2", "POLICY_PUBLISHER");
    private static final String BOTH = TestTokens.bearer("both", Set.of("POLICY_EDITOR", "POLICY_PUBLISHER"), Set.of());
    private static final String XLSX = Download.XLSX;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditLog audit;

    @Autowired
    Items items;

    @Autowired
    ItemVersions versions;

    @Autowired
    Clock clock;

    private static String token(String name, String role) {
        return TestTokens.bearer(name, Set.of(role), Set.of());
    }

    private HttpResponse<String> move(String token, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = post(path, body)
                .header("Authorization", token)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpResponse<String> patch(String token, String id, String body, long version) throws Exception {
        return send(as(token, "/drafts/" + id)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode read(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }

    private String code(HttpResponse<String> response, int status) {
        return read(response, status).get("code").asString();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String review(LocalDate from, LocalDate to) {
        return """
                {"fairCompetition":{"number":"GP-2026-07","authority":"Market Bureau","conclusion":"no obstacle",
                 "reviewedOn":"%s","validFrom":"%s","validTo":"%s"}}""".formatted(today(), from, to);
    }

    private String review() {
        return review(today(), today().plusYears(3));
    }

    private static String from(LocalDate day) {
        return "{\"inForceFrom\":\"" + day + "\"}";
    }

    /** A draft of the item whose title says which one, submitted by the editor. */
    private String submitted(String item, String title) throws Exception {
        String id = read(move(EDITOR, "/items/" + item + "/drafts", "{}"), 201)
                .get("id")
                .asString();
        read(
                patch(EDITOR, id, "{\"content\":{\"title\":{\"zh\":\"" + title + "\",\"en\":\"" + title + "\"}}}", 1),
                200);
        read(move(EDITOR, "/drafts/" + id + "/submit", review()), 200);
        return id;
    }

    @Test
    void aDraftIsWrittenReviewedPublishedByAnotherAndComesIntoForce() throws Exception {
        HttpResponse<String> begun = move(EDITOR, "/items/A01-02/drafts", "{}");
        JsonNode draft = read(begun, 201);
        String id = draft.get("id").asString();
        assertThat(begun.headers().firstValue("Location").orElse("")).endsWith("/api/policy/drafts/" + id);
        assertThat(draft.get("base").asInt()).isEqualTo(1);
        assertThat(draft.get("sentences")).hasSize(12);
        assertThat(draft.at("/content/title/zh").asString()).isEqualTo("技术改造设备投资补助");

        JsonNode saved = read(
                patch(
                        EDITOR,
                        id,
                        "{\"content\":{\"formula\":{\"rate\":\"0.10\"},\"note\":{\"zh\":\"注\",\"en\":\"Note\"}}}",
                        1),
                200);
        assertThat(saved.at("/content/formula/cap").asString()).isEqualTo("2000000.00");
        assertThat(saved.get("benefit").asString()).contains("10%");
        JsonNode diff = ok(as(EDITOR, "/items/A01-02/diff?to=draft:" + id).header("Accept-Language", "en"));
        assertThat(diff.get("changes")).hasSize(2);
        assertThat(diff.at("/changes/0/text").asString()).isEqualTo("Share changed from “8%” to “10%”");
        assertThat(send(to("/items/A01-02/diff?to=draft:" + id)).statusCode()).isEqualTo(404);

        assertThat(read(move(EDITOR, "/drafts/" + id + "/submit", review()), 200)
                        .get("state")
                        .asString())
                .isEqualTo("SUBMITTED");
        JsonNode back =
                read(move(PUBLISHER, "/drafts/" + id + "/return", "{\"reason\":\"the rate is too high\"}"), 200);
        assertThat(back.get("state").asString()).isEqualTo("DRAFT");
        assertThat(back.has("review")).isFalse();
        assertThat(back.get("returned").asString()).isEqualTo("the rate is too high");
        read(
                patch(
                        EDITOR,
                        id,
                        "{\"content\":{\"formula\":{\"rate\":\"0.09\"}}}",
                        back.get("version").asLong()),
                200);
        read(move(EDITOR, "/drafts/" + id + "/submit", review()), 200);

        LocalDate day = today().plusDays(10);
        String key = UUID.randomUUID().toString();
        long generation = items.generation();
        JsonNode published =
                read(move(PUBLISHER, "/drafts/" + id + "/publish", from(day), "Idempotency-Key", key), 200);
        assertThat(published.get("publishedVersion").asInt()).isEqualTo(2);
        assertThat(published.get("actions")).isEmpty();
        assertThat(items.generation()).isGreaterThan(generation);
        JsonNode replay = read(move(PUBLISHER, "/drafts/" + id + "/publish", from(day), "Idempotency-Key", key), 200);
        assertThat(replay).isEqualTo(published);

        JsonNode all = ok(to("/items/A01-02/versions"));
        assertThat(all.at("/0/state").asString()).isEqualTo("PUBLISHED");
        assertThat(all.at("/1/state").asString()).isEqualTo("IN_FORCE");
        assertThat(all.at("/1/inForceTo").asString()).isEqualTo(day.minusDays(1).toString());
        assertThat(ok(to("/items/A01-02/versions/2"))
                        .at("/content/formula/rate")
                        .asString())
                .isEqualTo("0.09");
        assertThat(ok(to("/items/A01-02/versions/1"))
                        .at("/content/formula/rate")
                        .asString())
                .isEqualTo("0.08");
        assertThat(ok(to("/items/A01-02/diff?from=1&to=2")).get("changes")).hasSize(2);
        assertThat(items.require("A01-02", day.minusDays(1)).version()).isEqualTo(1);
        assertThat(items.require("A01-02", day).version()).isEqualTo(2);
        assertThat(assessed("2026-11-21", "", 200).at("/estimate/amount").asString())
                .isEqualTo("440000.00");
        for (String[] each : new String[][] {{"1", "440000.00"}, {"2", "495000.00"}}) {
            JsonNode judged = assessed("2026-11-21", ",\"version\":" + each[0], 200);
            assertThat(judged.get("version").asString()).isEqualTo(each[0]);
            assertThat(judged.at("/estimate/amount").asString()).isEqualTo(each[1]);
            assertThat(judged.get("inForce").asBoolean()).isTrue();
        }
        assertThat(assessed("2018-06-01", ",\"version\":1", 200).get("inForce").asBoolean())
                .isFalse();
        assertThat(assessed("2026-11-21", ",\"version\":9", 404).get("code").asString())
                .isEqualTo("UNKNOWN_VERSION");
        assessed("2026-11-21", ",\"version\":0", 400);

        assertThat(audit.of(id))
                .extracting(record -> record.actor() + " " + record.action())
                .containsExactly(
                        "editor DRAFT_BEGUN",
                        "editor DRAFT_SAVED",
                        "editor DRAFT_SUBMITTED",
                        "publisher DRAFT_RETURNED",
                        "editor DRAFT_SAVED",
                        "editor DRAFT_SUBMITTED",
                        "publisher DRAFT_PUBLISHED");
        assertThat(audit.verify(id)).isEmpty();
        assertThat(audit.of("item-A01-02")).hasSize(1);
    }

    private JsonNode assessed(String asOf, String version, int status) throws Exception {
        String body = """
                {"creditCode":"%s","item":"A01-02","asOf":"%s","record":"P-00001",
                 "claimed":{"project.equipmentSoftwareSpend":"5500000.00"}%s}""".formatted(BUS_MAKER, asOf, version);
        return read(send(post("/assessments", body).header("Authorization", REVIEWER)), status);
    }

    @Test
    void anotherInstanceSeesWhatIsPublishedHere() throws Exception {
        Items elsewhere = new Items(versions, clock);
        elsewhere.load(TestCatalogue.dictionary());
        elsewhere.refresh();
        assertThat(elsewhere.generation()).as("nothing published, nothing read").isEqualTo(1);
        LocalDate day = today().plusDays(20);
        read(move(PUBLISHER, "/drafts/" + submitted("A01-03", "elsewhere") + "/publish", from(day)), 200);
        assertThat(elsewhere.require("A01-03", day).version()).isEqualTo(1);
        elsewhere.refresh();
        assertThat(elsewhere.require("A01-03", day).title().en()).isEqualTo("elsewhere");
        assertThat(elsewhere.generation()).isEqualTo(2);
    }

    @Test
    void nothingPublishedCanBeChangedEvenByTheServiceItself() {
        for (String change : List.of(
                "UPDATE item_version SET content = '{}' WHERE code = 'A01-01'",
                "UPDATE item_version SET in_force_from = '2020-01-01' WHERE code = 'A01-01'",
                "DELETE FROM item_version WHERE code = 'A01-01'",
                "DELETE FROM draft",
                "DELETE FROM draft_hand",
                "UPDATE catalogue_version SET terms = '{}'")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> jdbc.sql(change).update()))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void onlyAnotherPersonPublishesAndOnlyWithTheRole() throws Exception {
        String id = submitted("A01-04", "by another");
        LocalDate day = today().plusDays(5);
        assertThat(move(EDITOR, "/drafts/" + id + "/publish", from(day)).statusCode())
                .isEqualTo(403);
        assertThat(move(REVIEWER, "/drafts/" + id + "/publish", from(day)).statusCode())
                .isEqualTo(403);
        assertThat(move(CLERK, "/items/A01-04/drafts", "{}").statusCode()).isEqualTo(403);
        assertThat(move(PUBLISHER, "/items/A01-04/drafts", "{}").statusCode()).isEqualTo(403);
        assertThat(send(to("/drafts")).statusCode()).isEqualTo(401);
        assertThat(send(as(CLERK, "/drafts")).statusCode()).isEqualTo(403);
        assertThat(send(as(CLERK, "/drafts/" + id)).statusCode()).isEqualTo(403);
        assertThat(ok(as(REVIEWER, "/drafts/" + id)).get("actions")).isEmpty();
        // Whoever has both roles and touched it, even once, is out.
        read(move(PUBLISHER, "/drafts/" + id + "/return", "{\"reason\":\"again\"}"), 200);
        long version = ok(as(BOTH, "/drafts/" + id)).get("version").asLong();
        read(patch(BOTH, id, "{\"content\":{\"note\":{\"zh\":\"二\",\"en\":\"two\"}}}", version), 200);
        read(move(EDITOR, "/drafts/" + id + "/submit", review()), 200);
        assertThat(code(move(BOTH, "/drafts/" + id + "/publish", from(day)), 409))
                .isEqualTo("SAME_PERSON");
        assertThat(ok(as(BOTH, "/drafts/" + id)).get("actions").toString()).doesNotContain("publish");
        assertThat(ok(as(PUBLISHER, "/drafts/" + id)).get("actions").toString()).contains("publish");
        assertThat(ok(to("/items/A01-04/versions"))).hasSize(1);
    }

    @Test
    void staleEditsAndIllegalMovesChangeNothing() throws Exception {
        String id = submitted("A01-05", "stale");
        JsonNode before = ok(as(EDITOR, "/drafts/" + id));
        assertThat(code(
                        patch(
                                EDITOR,
                                id,
                                "{\"content\":{}}",
                                before.get("version").asLong()),
                        409))
                .isEqualTo("ILLEGAL_MOVE");
        assertThat(code(patch(EDITOR, id, "{\"content\":{}}", 1), 412)).isEqualTo("STALE_VERSION");
        assertThat(send(as(EDITOR, "/drafts/" + id)
                                .header("Content-Type", "application/json")
                                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"content\":{}}")))
                        .statusCode())
                .isEqualTo(428);
        assertThat(code(
                        move(PUBLISHER, "/drafts/" + id + "/publish", from(today().plusDays(3)), "If-Match", "\"1\""),
                        412))
                .isEqualTo("STALE_VERSION");
        JsonNode illegal = read(move(EDITOR, "/drafts/" + id + "/submit", review()), 409);
        assertThat(illegal.get("code").asString()).isEqualTo("ILLEGAL_MOVE");
        assertThat(illegal.get("allowed").toString()).contains("publish").contains("return");
        assertThat(code(send(post("/drafts/" + id + "/submit", review()).header("Authorization", EDITOR)), 400))
                .isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(send(as(EDITOR, "/drafts/NOSUCHDRAFT")).statusCode()).isEqualTo(404);
        assertThat(move(EDITOR, "/items/A88-01/drafts", "{}").statusCode()).isEqualTo(400);
        assertThat(move(EDITOR, "/items/nonsense/drafts", "{}").statusCode()).isEqualTo(404);
        assertThat(ok(as(EDITOR, "/drafts/" + id))).isEqualTo(before);
        assertThat(send(as(EDITOR, "/drafts/" + id).DELETE()).statusCode()).isEqualTo(204);
        assertThat(code(move(PUBLISHER, "/drafts/" + id + "/publish", from(today().plusDays(3))), 409))
                .isEqualTo("ILLEGAL_MOVE");
        assertThat(ok(as(EDITOR, "/drafts?state=DISCARDED&code=A01-05"))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(send(as(EDITOR, "/drafts?state=LOST")).statusCode()).isEqualTo(400);
    }

    @Test
    void aBadRuleIsRefusedAtEveryPlaceAndNothingIsSaved() throws Exception {
        String id =
                read(move(EDITOR, "/items/A01-06/drafts", "{}"), 201).get("id").asString();
        JsonNode before = ok(as(EDITOR, "/drafts/" + id));
        JsonNode refused = read(
                patch(
                        EDITOR,
                        id,
                        "{\"content\":{\"code\":\"A01-02\",\"line\":\"GIFTS\",\"rule\":{\"all\":[{\"fact\":\"no.such\",\"op\":\"eq\","
                                + "\"value\":1,\"clause\":{\"zh\":\"一\",\"en\":\"one\"}}]}}}",
                        1),
                400);
        assertThat(refused.get("errors").findValuesAsString("field"))
                .contains("/content/line", "/content/rule/all/0/fact");
        assertThat(read(patch(EDITOR, id, "{\"content\":{\"code\":\"A01-02\"}}", 1), 400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("/content/code");
        for (String body : List.of(
                "{\"content\":[]}",
                "{\"content\":7}",
                "{\"content\":{\"rule\":{\"all\":[{\"fact\":\"ent.cluster\",\"op\":\"in\",\"value\":[[]]}]}}}",
                "{\"content\":{\"article\":1e400}}",
                "{\"content\":{\"rule\":" + "{\"not\":".repeat(300) + "{}" + "}".repeat(300) + "}}",
                "{\"contents\":{}}",
                "{}",
                "[]",
                "{\"content\":{\"note\":{\"zh\":\"" + "长".repeat(3000) + "\",\"en\":\"x\"}}}")) {
            assertThat(patch(EDITOR, id, body, 1).statusCode())
                    .as(body.substring(0, Math.min(80, body.length())))
                    .isEqualTo(400);
        }
        assertThat(ok(as(EDITOR, "/drafts/" + id))).isEqualTo(before);
    }

    @Test
    void noPublicationWithoutAReviewThatCoversTheDay() throws Exception {
        String id =
                read(move(EDITOR, "/items/A02-01/drafts", "{}"), 201).get("id").asString();
        assertThat(read(move(EDITOR, "/drafts/" + id + "/submit", "{}"), 400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("fairCompetition");
        JsonNode missing = read(
                move(
                        EDITOR,
                        "/drafts/" + id + "/submit",
                        "{\"fairCompetition\":{\"number\":\"\",\"reviewedOn\":\"2026-01-01\"}}"),
                400);
        assertThat(missing.get("errors").findValuesAsString("field"))
                .contains(
                        "fairCompetition.number",
                        "fairCompetition.authority",
                        "fairCompetition.conclusion",
                        "fairCompetition.validFrom",
                        "fairCompetition.validTo");
        assertThat(move(EDITOR, "/drafts/" + id + "/submit", review(today().plusDays(9), today()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(code(move(PUBLISHER, "/drafts/" + id + "/publish", from(today().plusDays(3))), 409))
                .isEqualTo("ILLEGAL_MOVE");
        read(move(EDITOR, "/drafts/" + id + "/submit", review(today(), today().plusDays(30))), 200);
        assertThat(code(move(PUBLISHER, "/drafts/" + id + "/publish", from(today().plusDays(31))), 409))
                .isEqualTo("REVIEW_NOT_COVERING");
        for (LocalDate past : List.of(today(), today().minusDays(1), LocalDate.of(2019, 1, 1))) {
            assertThat(read(move(PUBLISHER, "/drafts/" + id + "/publish", from(past)), 400)
                            .at("/errors/0/field")
                            .asString())
                    .isEqualTo("inForceFrom");
        }
        assertThat(read(
                                move(
                                        PUBLISHER,
                                        "/drafts/" + id + "/publish",
                                        "{\"inForceFrom\":\"" + today().plusDays(9) + "\",\"inForceTo\":\""
                                                + today().plusDays(8) + "\"}"),
                                400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("inForceTo");
        assertThat(ok(to("/items/A02-01/versions"))).hasSize(1);
    }

    @Test
    void severalFutureVersionsKeepTheirDays() throws Exception {
        LocalDate late = today().plusDays(100);
        read(move(PUBLISHER, "/drafts/" + submitted("A02-02", "late") + "/publish", from(late)), 200);
        // Written from version 1, which it replaces; version 2 follows it.
        String early = submitted("A02-02", "early");
        assertThat(code(move(PUBLISHER, "/drafts/" + early + "/publish", from(late)), 409))
                .isEqualTo("OVERLAPS");
        assertThat(code(
                        move(
                                PUBLISHER,
                                "/drafts/" + early + "/publish",
                                "{\"inForceFrom\":\"" + today().plusDays(50) + "\",\"inForceTo\":\"" + late + "\"}"),
                        409))
                .isEqualTo("OVERLAPS");
        JsonNode changed = read(move(PUBLISHER, "/drafts/" + early + "/publish", from(late.plusDays(9))), 409);
        assertThat(changed.get("code").asString()).isEqualTo("BASE_CHANGED");
        assertThat(changed.get("replaces").asInt()).isEqualTo(2);
        read(move(PUBLISHER, "/drafts/" + early + "/publish", from(today().plusDays(50))), 200);
        assertThat(items.require("A02-02", today().plusDays(49)).version()).isEqualTo(1);
        assertThat(items.require("A02-02", today().plusDays(50)).version()).isEqualTo(3);
        assertThat(items.require("A02-02", late.minusDays(1)).version()).isEqualTo(3);
        assertThat(items.require("A02-02", late).version()).isEqualTo(2);
        for (LocalDate day = today(); day.isBefore(late.plusDays(3)); day = day.plusDays(1)) {
            LocalDate on = day;
            assertThat(items.inForce(on).stream().filter(item -> item.code().equals("A02-02")))
                    .hasSize(1);
        }
    }

    @Test
    void ofTwoPublicationsAtOnceOneWins() throws Exception {
        String one = submitted("A02-03", "one");
        String other = submitted("A02-03", "other");
        LocalDate day = today().plusDays(7);
        List<CompletableFuture<Integer>> racing = new ArrayList<>();
        for (String id : List.of(one, other, one, other)) {
            for (String token : List.of(PUBLISHER, SECOND_PUBLISHER)) {
                racing.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return move(token, "/drafts/" + id + "/publish", from(day))
                                .statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
        }
        List<Integer> answers = racing.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().filter(status -> status == 200))
                .as("" + answers)
                .hasSize(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 409 || status == 412);
        assertThat(ok(to("/items/A02-03/versions"))).hasSize(2);
    }

    @Test
    void aNewItemCanBeDraftedInAnArticleThatExists() throws Exception {
        ObjectNode content = TestCatalogue.item("A01-02").put("code", "A01-90");
        assertThat(move(EDITOR, "/items/A77-01/drafts", "{\"content\":" + content.put("code", "A77-01") + "}")
                        .statusCode())
                .isEqualTo(400);
        content.put("code", "A01-90");
        JsonNode draft = read(move(EDITOR, "/items/A01-90/drafts", "{\"content\":" + content + "}"), 201);
        assertThat(draft.has("base")).isFalse();
        String id = draft.get("id").asString();
        read(move(EDITOR, "/drafts/" + id + "/submit", review()), 200);
        LocalDate day = today().plusDays(2);
        read(move(PUBLISHER, "/drafts/" + id + "/publish", from(day)), 200);
        assertThat(items.require("A01-90", day).version()).isEqualTo(1);
        assertThat(items.articles(day).get(0).items()).contains("A01-90");
        assertThat(items.articles(today()).get(0).items()).doesNotContain("A01-90");
    }

    private HttpResponse<String> sendPackage(String check, String type, byte[] body) throws Exception {
        return send(as(EDITOR, "/packages?check=" + check)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aPackageIsCheckedAsAWholeAndPublishedAsAWhole() throws Exception {
        ObjectNode whole = (ObjectNode) ok(to("/package").header("Accept", "application/json"));
        JsonNode same = read(sendPackage("true", "application/json", bytes(whole)), 200);
        assertThat(same.get("unchanged").asInt()).isEqualTo(51);
        assertThat(same.get("termsChanged").asBoolean()).isFalse();
        HttpResponse<byte[]> workbook = java.net.http.HttpClient.newHttpClient()
                .send(to("/package").header("Accept", XLSX).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(workbook.headers().firstValue("Content-Disposition").orElse(""))
                .contains(".xlsx");
        assertThat(read(sendPackage("true", XLSX, workbook.body()), 200)).isEqualTo(same);
        HttpResponse<String> link = send(to("/package?format=xlsx").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(link.headers().firstValue("Content-Type")).hasValue(XLSX);
        assertThat(send(to("/package").header("Accept", "text/csv")).statusCode())
                .isEqualTo(406);
        assertThat(send(to("/package?format=pdf")).statusCode()).isEqualTo(400);

        ArrayNode list = (ArrayNode) whole.get("items");
        String gone = list.get(50).get("code").asString();
        ((ObjectNode) list.get(44).get("formula")).put("cap", "");
        ((ObjectNode) list.get(3)).put("line", "GIFTS");
        JsonNode drafts = ok(as(EDITOR, "/drafts"));
        JsonNode refused = read(sendPackage("false", "application/json", bytes(whole)), 400);
        assertThat(refused.get("errors").findValuesAsString("field"))
                .contains("/items/44/formula/cap", "/items/3/line");
        assertThat(ok(as(EDITOR, "/drafts"))).isEqualTo(drafts);

        whole = (ObjectNode) ok(to("/package").header("Accept", "application/json"));
        list = (ArrayNode) whole.get("items");
        list.remove(50);
        ArrayNode articles = (ArrayNode) whole.at("/articles/articles");
        ArrayNode codes = (ArrayNode) articles.get(articles.size() - 1).get("items");
        codes.remove(codes.size() - 1);
        String changed = list.get(49).get("code").asString();
        ((ObjectNode) list.get(49).get("title")).put("en", "Renamed");
        JsonNode taken = read(sendPackage("false", "application/json", bytes(whole)), 201);
        assertThat(taken.at("/preview/removed/0/code").asString()).isEqualTo(gone);
        assertThat(taken.at("/preview/changed/0/code").asString()).isEqualTo(changed);
        assertThat(taken.at("/preview/changed/0/changes/0/text").asString()).contains("Renamed");
        assertThat(taken.at("/preview/unchanged").asInt()).isEqualTo(49);
        String id = taken.get("id").asString();
        assertThat(code(patch(EDITOR, id, "{\"content\":{}}", 1), 409)).isEqualTo("PACKAGE_NOT_EDITABLE");
        read(move(EDITOR, "/drafts/" + id + "/submit", review()), 200);
        LocalDate day = today().plusDays(400);
        read(move(PUBLISHER, "/drafts/" + id + "/publish", from(day)), 200);
        assertThat(items.inForce(day)).extracting(Item::code).contains(changed).doesNotContain(gone);
        assertThat(items.inForce(day.minusDays(1))).extracting(Item::code).contains(gone);
        assertThat(items.require(changed, day).title().en()).isEqualTo("Renamed");
        assertThat(items.articles(day)).hasSize(10);
        assertThat(audit.of("catalogue")).isNotEmpty();
        // What was exported before that publication is no longer what it would be compared with.
        JsonNode out = ok(to("/package?asOf=" + day).header("Accept", "application/json"));
        assertThat(read(sendPackage("true", "application/json", bytes(out)), 200)
                        .get("removed"))
                .hasSize(1);
    }

    @Test
    void badPackageFilesAreRefusedAndTakeNothing() throws Exception {
        long before = ok(as(EDITOR, "/drafts")).get("total").asLong();
        for (String body : List.of("", "{", "[]", "{}", "null", "{\"items\":[],\"articles\":{},\"terms\":{}}")) {
            assertThat(sendPackage("false", "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(sendPackage("false", XLSX, "PK no".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sendPackage("true", "text/plain", new byte[] {1}).statusCode())
                .isEqualTo(415);
        assertThat(sendPackage("perhaps", "application/json", new byte[] {'1'}).statusCode())
                .isEqualTo(400);
        assertThat(sendPackage("true", XLSX, new byte[3 * 1024 * 1024]).statusCode())
                .isEqualTo(413);
        assertThat(sendPackage("false", XLSX, new byte[3 * 1024 * 1024]).statusCode())
                .isEqualTo(413);
        assertThat(send(as(PUBLISHER, "/packages?check=true")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ok(as(EDITOR, "/drafts")).get("total").asLong()).isEqualTo(before);
    }
}
