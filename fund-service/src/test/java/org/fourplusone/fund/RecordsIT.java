package org.fourplusone.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fourplusone.deploy.local.TestDatabase;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.fund.filing.PayeeAccounts;
import org.fourplusone.fund.ledger.CaseId;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.audit.VerifyAudit;
import org.fourplusone.starter.idempotency.ForgetKeys;
import org.fourplusone.starter.security.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is kept, published, measured and erased, over HTTP on a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "suite.timeliness-age=PT0S")
class RecordsIT {
    private static final Cases.MovedClock CLOCK = new Cases.MovedClock("records");
    private static final String NAME = "聊城示例新能源客车有限公司";
    private static final String NUMBER = "6222009876501234";
    private static final String PERSONS = "Q01-01";
    private static final String ONE_OFF =
            "{\"method\":\"ONE_OFF\",\"instalments\":[{\"trigger\":\"APPROVED\",\"share\":\"1.00\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditLog audit;

    @Autowired
    Filings filings;

    @Autowired
    PayeeAccounts accounts;

    @Autowired
    ForgetKeys forgetting;

    @TempDir
    Path folder;

    private Person intake;
    private Person payer;
    private Person releaser;
    private Person auditor;
    private Person admin;
    private Person anybody;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.offer(PERSONS, "VERIFY", "OTHER", ",\"form\":{\"claimLines\":[{\"kind\":\"PERSON\"}]}");
        Neighbours.register(registry, "fundrec");
        CLOCK.register(registry);
        CLOCK.set("2026-11-23");
    }

    @BeforeEach
    void people() {
        CLOCK.set("2026-11-23");
        intake = Person.officer(port, "intake", "INTAKE");
        payer = Person.officer(port, "payer", "PAYER");
        releaser = Person.officer(port, "releaser", "RELEASER");
        auditor = Person.officer(port, "auditor", "AUDITOR");
        admin = Person.officer(port, "admin", "ADMIN");
        anybody = Person.nobody(port);
        Neighbours.facts(Neighbours.FIRST, Cases.cleanFacts(""));
        Cases.judgedEligible(Neighbours.FIRST);
    }

    @Test
    void noAccountNumberLiesInTheDatabaseInClearOnItsWholeWay() throws Exception {
        String filing = confirmed();
        transaction.executeWithoutResult(status -> accounts.keep(
                filings.get(filing),
                new PayeeAccounts.Account(NAME, NUMBER, "示例银行", "313651027012"),
                new Caller("wang", "wang", Set.of("ENTERPRISE"), Set.of(Neighbours.FIRST))));
        pay(filing);

        TestDatabase schema = TestDatabase.schema("fundrec");
        assertThat(jdbc.sql("SELECT state FROM filing WHERE id = ?")
                        .param(filing)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThat(ClearText.columnsHolding(NUMBER, schema)).isEmpty();
        assertThat(ClearText.columnsHolding(NAME, schema))
                .as("what is there is found")
                .contains("filing.enterprise_name");
        jdbc.sql("INSERT INTO filing_step (filing_id, at, step, action, from_state, person, role, note)"
                        + " VALUES (?, NOW(6), 'SYSTEM', 'NOTE', 'CLOSED', 'x', 'SYSTEM', ?)")
                .params(filing, "to " + NUMBER + " please")
                .update();
        assertThat(ClearText.columnsHolding(NUMBER, schema)).containsExactly("filing_step.note");
        assertThat(anybody.get("/awards?size=200").body()).doesNotContain("1234\"", NUMBER);

        CLOCK.set("2026-12-20");
        Person.Answer export = auditor.get("/audit/export").expect(200);
        assertThat(export.body()).contains(filing, "\"kind\":\"end\"").doesNotContain(NUMBER);
        Path file = Files.writeString(folder.resolve("export.ndjson"), export.body());
        assertThat(VerifyAudit.run(System.out, file.toString())).isZero();
        Files.writeString(file, export.body().replaceFirst("\"actor\":\"intake\"", "\"actor\":\"intakE\""));
        assertThat(VerifyAudit.run(System.out, file.toString())).isEqualTo(1);
        admin.get("/audit/export").expect(403);
        anybody.get("/audit/export").expect(401);
        anybody.get("/audit/roots").expect(200);
    }

    @Test
    void theDictionaryTellsEveryColumnOfBothFormsAndNoneIsPersonal() {
        String filing = confirmed();
        pay(filing);
        JsonNode dictionary = anybody.get("/awards/dictionary").expect(200).json();
        List<String> told = names(dictionary);
        JsonNode award = anybody.get("/awards?size=1").json().path("items").get(0);
        assertThat(award.propertyNames()).containsExactlyElementsOf(told);
        String csv = anybody.send("GET", "/awards", null, Map.of("Accept", "text/csv"))
                .expect(200)
                .body();
        assertThat(csv.lines().findFirst().orElseThrow().replace("\uFEFF", "").split(","))
                .containsExactlyElementsOf(told);
        assertThat(told)
                .containsExactly(
                        "number",
                        "creditCode",
                        "enterpriseName",
                        "itemCode",
                        "itemVersion",
                        "title",
                        "line",
                        "lineName",
                        "year",
                        "amount",
                        "paid",
                        "currency",
                        "state",
                        "committedOn",
                        "paidOn");
        assertThat(dictionary.path("fields").get(0).path("title").asString()).isEqualTo("申报编号");
        assertThat(csv)
                .as("no telephone, no identity number, no person of the case")
                .doesNotContainPattern("(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
                .doesNotContainPattern("(?<![0-9A-Z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Z])")
                .doesNotContain("intake", "reviewer", "approver", "payer", "releaser", NUMBER);
    }

    private static List<String> names(JsonNode dictionary) {
        return Stream.iterate(0, i -> i + 1)
                .limit(dictionary.path("fields").size())
                .map(i -> dictionary.path("fields").get(i).path("name").asString())
                .toList();
    }

    @Test
    void theWayFromFilingToMoneyIsCountedInWorkingDays() {
        String fast = filing("T-CALL", "CLOSED", "2026-11-20", null);
        steps(fast, "SUBMITTED 2026-11-02", "CORRECTION 2026-11-03", "SUBMITTED 2026-11-10", "ACCEPTED 2026-11-11");
        steps(fast, "REVIEWED 2026-11-13", "APPROVED 2026-11-16", "ON_NOTICE 2026-11-17", "CONFIRMED 2026-11-19");
        jdbc.sql("INSERT INTO instalment (id, filing_id, position, amount, due_trigger, state, paid_on)"
                        + " VALUES (?, ?, 1, 100, 'APPROVED', 'PAID', '2026-11-20')")
                .params(CaseId.next(java.time.Clock.systemUTC()), fast)
                .update();
        String slow = filing("T-CALL", "ACCEPTED", "2026-06-02", null);
        steps(slow, "SUBMITTED 2026-06-01", "ACCEPTED 2026-06-02");
        steps(filing("T-CALL", "REFUSED", "2026-06-03", null), "SUBMITTED 2026-06-01", "REFUSED 2026-06-03");

        JsonNode all = anybody.get("/timeliness?call=T-CALL").expect(200).json();
        assertThat(all.path("aim").asInt()).isEqualTo(60);
        assertThat(all.path("paid").path("count").asInt()).isEqualTo(1);
        assertThat(all.path("paid").path("median").asString()).isEqualTo("9.0");
        assertThat(all.path("paid").path("share").asString()).isEqualTo("100.0");
        assertThat(all.path("open").path("count").asInt()).isEqualTo(1);
        assertThat(all.path("open").path("within").asInt()).isZero();
        assertThat(all.path("ended").asInt()).isEqualTo(1);
        assertThat(all.path("calls")).hasSize(1);
        assertThat(anybody.get("/timeliness?call=T-CALL&item=NONE")
                        .json()
                        .path("paid")
                        .path("count")
                        .asInt())
                .isZero();

        JsonNode filingByFiling = auditor.get("/timeliness/filings?call=T-CALL")
                .expect(200)
                .json()
                .path("items");
        assertThat(filingByFiling).hasSize(2);
        assertThat(filingByFiling.get(0).path("filing").asString())
                .as("the slowest first")
                .isEqualTo(slow);
        assertThat(filingByFiling.get(1).path("days").path("ENTERPRISE").asInt())
                .isEqualTo(5);
        anybody.get("/timeliness/filings").expect(401);
        assertThat(auditor.get("/filings/" + fast + "/timeliness")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(9);
        Person.clerk(port, "other", Neighbours.SECOND)
                .get("/filings/" + fast + "/timeliness")
                .expect(404);
        anybody.get("/timeliness?call=" + "x".repeat(27)).refused(400, "INVALID");
    }

    @Test
    void whatIsWrittenDownOfAFilingIsMeasuredFromThenOn() throws Exception {
        String late = filing("L-CALL", "SUBMITTED", "2026-11-20", null);
        String other = filing("L-CALL", "SUBMITTED", "2026-11-20", null);
        assertThat(measured("open", "count")).isEqualTo("0");
        try (Connection open = source.getConnection()) {
            open.setAutoCommit(false);
            steps(JdbcClient.create(new SingleConnectionDataSource(open, true)), late, "SUBMITTED 2026-11-18");
            steps(other, "SUBMITTED 2026-11-20");
            assertThat(measured("open", "count")).as("what is not committed").isEqualTo("1");
            open.commit();
            open.setAutoCommit(true);
        }
        assertThat(measured("open", "count"))
                .as("a step with a smaller number that was committed later")
                .isEqualTo("2");
        assertThat(measured("open", "longest")).isEqualTo("3");
        CLOCK.set("2026-11-24");
        assertThat(measured("open", "longest")).as("a day later").isEqualTo("4");

        transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO instalment (id, filing_id, position, amount, due_trigger, state, paid_on)"
                            + " VALUES (?, ?, 1, 100, 'APPROVED', 'PAID', '2026-11-19')")
                    .params(CaseId.next(java.time.Clock.systemUTC()), late)
                    .update();
            steps(late, "PAID-NOTE 2026-11-24");
        });
        assertThat(measured("paid", "longest")).isEqualTo("1");
        assertThat(measured("open", "count")).isEqualTo("1");
        CLOCK.set("2026-11-25");
        assertThat(measured("paid", "longest")).as("the money has come").isEqualTo("1");
        steps(other, "WITHDRAWN 2026-11-25");
        assertThat(measured("open", "count")).isEqualTo("0");
        assertThat(anybody.get("/timeliness?call=L-CALL").json().path("ended").asInt())
                .isEqualTo(1);
        assertThat(anybody.get("/timeliness?call=L-CALL&item=A98-01")
                        .json()
                        .path("paid")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    private String measured(String which, String what) {
        return anybody.get("/timeliness?call=L-CALL")
                .expect(200)
                .json()
                .path(which)
                .path(what)
                .asString();
    }

    @Test
    void erasesPersonalDataAndDraftsPastTheirTimeAndNothingElse() throws Exception {
        String old = filing("R-CALL", "REJECTED", "2020-03-01", "{\"name\":\"王某\"}");
        steps(old, "SUBMITTED 2020-02-01", "REJECTED 2020-03-01");
        jdbc.sql("UPDATE filing SET submitted_at = '2020-02-01' WHERE id = ?")
                .param(old)
                .update();
        String young = filing("R-CALL", "REJECTED", "2026-03-01", "{\"name\":\"李某\"}");
        String draft = filing("R-CALL", "LAPSED", "2024-03-01", null);
        Path file = Files.createDirectories(Path.of("target/test-files/ab")).resolve("ab" + draft);
        Files.writeString(file, "scan");
        jdbc.sql("INSERT INTO evidence (filing_id, name, code, size, sha256, type, stored_as, uploaded_by, uploaded_at)"
                        + " VALUES (?, 'E10.pdf', 'E10', 4, ?, 'application/pdf', ?, 'clerk', NOW(6))")
                .params(draft, "0".repeat(64), "ab" + draft)
                .update();

        JsonNode kinds = anybody.get("/retention").expect(200).json();
        assertThat(kinds).hasSize(9);
        assertThat(kinds.get(0).path("years").asInt()).isEqualTo(30);
        assertThat(due("CONTACT")).isEqualTo(1);
        assertThat(due("DRAFT")).isEqualTo(1);
        assertThat(due("UNFUNDED_CASE")).isZero();

        admin.post("/retention/VOUCHER/erase", Map.of()).refused(409, "KEPT");
        admin.post("/retention/NONE/erase", Map.of()).expect(404);
        auditor.post("/retention/CONTACT/erase", Map.of()).expect(403);
        String key = UUID.randomUUID().toString();
        JsonNode erased = admin.post("/retention/CONTACT/erase", Map.of(), key)
                .expect(200)
                .json();
        assertThat(erased.path("erased").asInt()).isEqualTo(1);
        assertThat(erased.path("left").asInt()).isZero();
        assertThat(admin.post("/retention/CONTACT/erase", Map.of(), key).json()).isEqualTo(erased);
        admin.post("/retention/DRAFT/erase", Map.of()).expect(200);
        admin.post("/retention/OBJECTOR/erase", Map.of()).expect(200);

        assertThat(contact(old)).isEqualTo("-");
        assertThat(contact(young)).contains("李某");
        assertThat(file).doesNotExist();
        assertThat(audit.of(old)).singleElement().satisfies(record -> {
            assertThat(record.action()).isEqualTo("ERASE");
            assertThat(record.actor()).isEqualTo("admin");
        });
        assertThat(audit.of(draft)).hasSize(1);
        assertThat(audit.of(young)).isEmpty();
        assertThat(due("CONTACT") + due("DRAFT")).isZero();
        JsonNode erasures =
                auditor.get("/retention/erasures").expect(200).json().path("items");
        assertThat(erasures.findValuesAsString("code"))
                .as("newest first, the repeated order once")
                .startsWith("OBJECTOR", "DRAFT", "CONTACT");
        assertThat(erasures.get(2).path("erased").asInt()).isEqualTo(1);
        assertThat(erasures.get(2).path("erasedBy").asString()).isEqualTo("admin");
        intake.get("/retention/erasures").expect(403);
    }

    @Test
    void nothingOfAnErasedPersonIsLeftAnywhere() throws Exception {
        String objector = "欧阳示例甲";
        String contact = "13812340987";
        String number = "37150219900307001X";
        String draft = draftWithPerson(number, "尉迟示例乙");
        assertThat(audit.of(draft))
                .filteredOn(record -> record.action().equals("CHANGE"))
                .singleElement()
                .satisfies(record -> assertThat(record.detail())
                        .contains("\"hash\"", "PERSON")
                        .doesNotContain(number));
        Person.clerk(port, "wang", Neighbours.FIRST)
                .post("/filings/" + draft + "/withdraw", Map.of())
                .expect(200);
        String filing = objectedTo(objector, contact);
        JsonNode letter = answerOf(filing);
        String letterPath = "/letters/" + letter.path("id").asString();
        assertThat(intake.get(letterPath).expect(200).body()).contains(objector);
        assertThat(audit.of(filing))
                .filteredOn(record -> record.action().equals("READ_PERSONS"))
                .singleElement()
                .satisfies(read -> assertThat(read.detail())
                        .contains(letter.path("id").asString())
                        .doesNotContain(objector));

        TestDatabase schema = TestDatabase.schema("fundrec");
        assertThat(ClearText.columnsHolding(objector, schema))
                .as("what is there is found")
                .contains("objection.name", "letter_addressee.name", "idempotency_key.body");
        assertThat(ClearText.columnsHolding(number, schema)).contains("claim_line.reference", "idempotency_key.body");

        jdbc.sql("UPDATE objection SET received_at = '2020-01-01' WHERE filing_id = ?")
                .param(filing)
                .update();
        jdbc.sql("UPDATE filing SET moved_at = '2020-01-01' WHERE id = ?")
                .param(draft)
                .update();
        admin.post("/retention/OBJECTOR/erase", Map.of()).expect(200);
        admin.post("/retention/DRAFT/erase", Map.of()).expect(200);
        jdbc.sql("UPDATE idempotency_key SET created_at = created_at - INTERVAL 25 HOUR,"
                        + " claimed_until = claimed_until - INTERVAL 25 HOUR")
                .update();
        forgetting.forget();

        for (String personal : List.of(objector, contact, number, "尉迟示例乙")) {
            assertThat(ClearText.columnsHolding(personal, schema)).as(personal).isEmpty();
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM filing WHERE id = ? AND salt IS NULL")
                        .param(draft)
                        .query(Long.class)
                        .single())
                .as("the hash proves nothing any more")
                .isEqualTo(1);
        assertThat(intake.get(letterPath).expect(200).body())
                .contains("姓名已依法删除", letter.path("number").asString())
                .doesNotContain(objector);
        assertThat(audit.verify(filing)).isEmpty();
        assertThat(audit.of(filing))
                .filteredOn(record -> record.action().equals("LETTER"))
                .last()
                .satisfies(record -> assertThat(record.detail())
                        .as("what the letter says is what was issued")
                        .contains(sha256(letter.path("id").asString())));
    }

    private String draftWithPerson(String number, String name) throws InterruptedException {
        Person wang = Person.clerk(port, "wang", Neighbours.FIRST);
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!anybody.get("/calls?size=200").body().contains(PERSONS)
                && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        Map<String, Object> beginning = Map.of("itemCode", PERSONS, "creditCode", Neighbours.FIRST);
        Person.Answer begun = wang.post("/filings", beginning).expect(201);
        String draft = begun.json().path("id").asString();
        Map<String, Object> persons = Map.of(
                "claimLines", List.of(Map.of("kind", "PERSON", "reference", number)), "contact", Map.of("name", name));
        wang.patch("/filings/" + draft, begun.etag(), persons).expect(200);
        return draft;
    }

    /** A filing on notice with an objection that was answered and did not hold. */
    private String objectedTo(String name, String contact) {
        String filing = Cases.approved(
                jdbc, transaction, ledger, Neighbours.FIRST, NAME, Line.TECH_INNOVATION, "50000.00", null, ONE_OFF);
        String notice = intake.post("/notices", Map.of("filings", List.of(filing)))
                .expect(201)
                .json()
                .path("id")
                .asString();
        Map<String, Object> objecting =
                Map.of("filing", filing, "name", name, "contact", contact, "text", "请核实该项目的设备发票。");
        String objection = "/objections/"
                + anybody.post("/notices/" + notice + "/objections", objecting)
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        intake.post(objection + "/screen", Map.of("admit", true, "contactChecked", true, "reason", "需核实"))
                .expect(200);
        intake.post(objection + "/answer", Map.of("text", "经核实无误", "upheld", false))
                .expect(200);
        return filing;
    }

    private JsonNode answerOf(String filing) {
        JsonNode letters =
                intake.get("/filings/" + filing + "/letters").expect(200).json();
        JsonNode last = letters.get(letters.size() - 1);
        assertThat(last.path("kind").asString()).isEqualTo("OBJECTION_NOT_UPHELD");
        return last;
    }

    private String sha256(String letter) {
        String content = jdbc.sql("SELECT content FROM letter WHERE id = ?")
                .param(letter)
                .query(String.class)
                .single();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoReadsPersonsIsRecordedOnceForEachRequest() throws Exception {
        String draft = draftWithPerson("37150219880101001X", "王某");
        jdbc.sql("UPDATE filing SET contact = NULL WHERE id = ?").param(draft).update();
        auditor.get("/filings/" + draft).expect(200);
        assertThat(audit.of(draft))
                .filteredOn(record -> record.action().equals("READ_PERSONS"))
                .singleElement()
                .satisfies(read -> assertThat(read.detail()).contains("[\"claimLines\"]"));

        Person security = Person.officer(port, "security", "SECURITY_ADMIN");
        String code = Neighbours.FIFTH;
        Map<String, Object> mandate =
                Map.of("creditCode", code, "username", "boss", "name", "司马示例丙", "role", "LEGAL_REPRESENTATIVE");
        String id = security.post("/mandates", mandate)
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(audit.of(id))
                .singleElement()
                .satisfies(given -> assertThat(given.detail()).contains("boss").doesNotContain("司马示例丙"));
        int before = audit.of("MANDATES").size();
        Person.Answer own = Person.clerk(port, "boss", code).get("/mandates?creditCode=" + code);
        assertThat(own.expect(200).body()).contains("司马示例丙").doesNotContain("\"security\"");
        assertThat(audit.of("MANDATES")).as("its own").hasSize(before);
        auditor.get("/mandates?creditCode=" + code).expect(200);
        assertThat(audit.of("MANDATES")).hasSize(before + 1).last().satisfies(read -> {
            assertThat(read.actor()).isEqualTo("auditor");
            assertThat(read.detail()).contains(id, code).doesNotContain("司马示例丙");
        });
        byte[] expert = "{\"name\":\"专家 示例\",\"active\":false}".getBytes(StandardCharsets.UTF_8);
        intake.send("PUT", "/experts/read-expert", expert, Map.of()).expect(200);
        auditor.get("/experts").expect(200);
        assertThat(audit.of("EXPERTS")).last().satisfies(read -> {
            assertThat(read.action()).isEqualTo("READ_PERSONS");
            assertThat(read.detail()).contains("read-expert");
        });
    }

    @Test
    void whoReadsAContactIsRecorded() {
        String filing = filing("R-CALL", "ACCEPTED", "2026-11-20", "{\"name\":\"王某\"}");
        Person.clerk(port, "wang", Neighbours.FIRST).get("/filings/" + filing).expect(200);
        assertThat(audit.of(filing)).as("the enterprise reads its own").isEmpty();
        auditor.get("/filings/" + filing).expect(200);
        assertThat(audit.of(filing)).singleElement().satisfies(read -> {
            assertThat(read.action()).isEqualTo("READ_PERSONS");
            assertThat(read.actor()).isEqualTo("auditor");
            assertThat(read.detail()).doesNotContain("王某");
        });
    }

    private String contact(String filing) {
        return jdbc.sql("SELECT COALESCE(contact, '-') FROM filing WHERE id = ?")
                .param(filing)
                .query(String.class)
                .single();
    }

    private long due(String kind) {
        for (JsonNode due : auditor.get("/retention/due").expect(200).json()) {
            if (due.path("code").asString().equals(kind)) {
                return due.path("count").asLong();
            }
        }
        throw new AssertionError(kind);
    }

    private String filing(String call, String state, String movedOn, String contact) {
        String id = CaseId.next(java.time.Clock.systemUTC());
        jdbc.sql("INSERT INTO filing (id, year, state, call_id, item_code, item_version, title_zh, title_en,"
                        + " department_zh, department_en, track, line, credit_code, enterprise_name, created_at, moved_at,"
                        + " contact) VALUES (?, 2026, ?, ?, 'A98-01', 1, '示例', 'Sample', '经发部', 'Economy', 'VERIFY',"
                        + " 'OTHER', ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        id,
                        state,
                        call,
                        Neighbours.FIRST,
                        NAME,
                        LocalDateTime.parse(movedOn + "T02:00"),
                        LocalDateTime.parse(movedOn + "T02:00"),
                        contact))
                .update();
        return id;
    }

    private void steps(String filing, String... steps) {
        steps(jdbc, filing, steps);
    }

    /** A state and its day; what is no state is noted. */
    private static void steps(JdbcClient jdbc, String filing, String... steps) {
        for (String step : steps) {
            String[] parts = step.split(" ");
            jdbc.sql("INSERT INTO filing_step (filing_id, at, step, action, from_state, to_state, role)"
                            + " VALUES (?, ?, 'SYSTEM', 'TEST', 'DRAFT', ?, 'SYSTEM')")
                    .params(java.util.Arrays.asList(
                            filing,
                            LocalDateTime.parse(parts[1] + "T02:00"),
                            parts[0].endsWith("-NOTE") ? null : parts[0]))
                    .update();
        }
    }

    private String confirmed() {
        String filing = Cases.approved(
                jdbc, transaction, ledger, Neighbours.FIRST, NAME, Line.TECH_INNOVATION, "50000.00", null, ONE_OFF);
        CLOCK.set("2026-11-23");
        String notice = intake.post("/notices", Map.of("filings", List.of(filing)))
                .expect(201)
                .json()
                .path("id")
                .asString();
        CLOCK.set("2026-12-01");
        intake.post("/notices/" + notice + "/close", Map.of()).expect(200);
        return filing;
    }

    private void pay(String filing) {
        String instalment = payer.get("/filings/" + filing + "/instalments")
                .json()
                .get(0)
                .path("id")
                .asString();
        payer.post(
                        "/instalments/" + instalment + "/request",
                        Map.of(
                                "account",
                                Map.of("name", NAME, "number", NUMBER, "bank", "示例银行", "cnaps", "313651027012")))
                .expect(200);
        JsonNode batch = payer.post("/batches", Map.of("instalments", List.of(instalment)))
                .expect(201)
                .json();
        String id = batch.path("id").asString();
        releaser.post("/batches/" + id + "/release", Map.of()).expect(200);
        releaser.post("/batches/" + id + "/send", Map.of()).expect(200);
        assertThat(releaser.get("/batches/" + id + "/pain.001").expect(200).body())
                .contains(NUMBER);
        String status = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-12-01T10:00:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>
                <TxSts>ACSC</TxSts></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>""".formatted(
                        batch.path("messageId").asString(),
                        batch.path("messageId").asString(),
                        batch.path("payments").get(0).path("endToEndId").asString());
        releaser.send(
                        "POST",
                        "/payment-status",
                        status.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Content-Type",
                                "application/xml",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .expect(200);
    }
}
