package org.fourplusone.fund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fourplusone.fund.Cases;
import org.fourplusone.fund.Neighbours;
import org.fourplusone.fund.Person;
import org.fourplusone.fund.ledger.Ledger;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.audit.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The public notice over HTTP on a real database: its clock, objections, its end. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoticeIT {
    private static final Cases.MovedClock CLOCK = new Cases.MovedClock("notice");
    private static final String PAYOUT = "{\"method\":\"ONE_OFF\"}";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditLog audit;

    private Person intake;
    private Person visitor;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Neighbours.register(registry, "fundnotice");
        CLOCK.register(registry);
        CLOCK.set("2026-09-24");
    }

    @BeforeEach
    void people() {
        CLOCK.set("2026-09-24");
        intake = Person.officer(port, "intake", "INTAKE");
        visitor = Person.nobody(port);
    }

    @Test
    void countsWorkingDaysOverTheMakeUpDaysAndCountsTheLastDayFully() {
        String filing = approved("10000.00");
        JsonNode notice = publish(5, filing);
        assertThat(notice.path("endsOn").asString()).isEqualTo("2026-10-09");
        assertThat(notice.path("calendar").asString()).isEqualTo("cn-2026-1");
        assertThat(notice.path("state").asString()).isEqualTo("RUNNING");
        CLOCK.set("2026-10-09");
        JsonNode refused = close(notice).refused(409, "NOTICE_STILL_RUNNING");
        assertThat(refused.path("endsOn").asString()).isEqualTo("2026-10-09");
        assertThat(stateOf(filing)).isEqualTo("ON_NOTICE");
        CLOCK.set("2026-10-10");
        JsonNode closed = close(notice).expect(200).json();
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
        assertThat(committed(filing)).isEqualTo(1_000_000L);
        close(notice).refused(409, "NOTICE_CLOSED");
        assertThat(audit.verify(filing)).isEmpty();
    }

    @Test
    void publishesApprovedFilingsOnly() {
        String filing = approved("10000.00");
        publish(7, filing);
        JsonNode refused =
                intake.post("/notices", Map.of("filings", List.of(filing))).refused(409, "ILLEGAL_MOVE");
        assertThat(refused.path("allowed")).isNotEmpty();
        intake.post("/notices", Map.of("filings", List.of("none"))).expect(404);
        intake.post("/notices", Map.of("filings", List.of())).refused(400, "INVALID");
        intake.post("/notices", Map.of("filings", List.of(filing), "workingDays", 4))
                .refused(400, "INVALID");
        visitor.post("/notices", Map.of("filings", List.of(filing))).expect(401);
        Person.officer(port, "approver", "INTAKE")
                .post("/notices", Map.of("filings", List.of(approved("1.00"))))
                .refused(409, "SAME_PERSON");
    }

    @Test
    void showsEverybodyTheAwardAndNobodyThePerson() {
        String filing = approved("54321.00");
        JsonNode notice = publish(5, filing);
        object(notice, filing).expect(201);
        String body = visitor.get("/notices/" + notice.path("id").asString())
                .expect(200)
                .body();
        assertThat(body)
                .contains("聊城示例食品有限公司", "54321.00", "A99-01", filing)
                .doesNotContain("王示例", "13800000000", "intake");
        assertThat(visitor.get("/notices?size=200").expect(200).body())
                .contains(notice.path("id").asString());
        visitor.get("/objections").expect(401);
        assertThat(intake.get("/objections?state=RECEIVED&size=200").expect(200).body())
                .contains("王示例");
        JsonNode invalid = visitor.post(
                        "/notices/" + notice.path("id").asString() + "/objections",
                        Map.of("filing", filing, "name", "王", "contact", "?", "text", "短"))
                .refused(400, "INVALID");
        assertThat(invalid.path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("name", "contact", "text");
        object(notice, "another").refused(400, "INVALID");
        CLOCK.set("2026-10-10");
        object(notice, filing).refused(409, "NOTICE_OVER");
    }

    @Test
    void anAdmittedObjectionStopsTheClockOfItsFilingAlone() {
        String objected = approved("20000.00");
        String other = approved("30000.00");
        JsonNode notice = publish(5, objected, other);
        CLOCK.set("2026-09-28");
        String objection =
                object(notice, objected).expect(201).json().path("id").asString();
        CLOCK.set("2026-09-29");
        intake.post(
                        "/objections/" + objection + "/screen",
                        Map.of("admit", true, "contactChecked", true, "reason", "情况需核实"))
                .expect(200);
        assertThat(stateOf(objected)).isEqualTo("OBJECTED");
        intake.post(
                        "/objections/" + objection + "/screen",
                        Map.of("admit", true, "contactChecked", true, "reason", "again"))
                .refused(409, "OBJECTION_STATE");

        CLOCK.set("2026-10-10");
        JsonNode closed = close(notice).expect(200).json();
        assertThat(closed.path("state").asString()).isEqualTo("OVER");
        assertThat(closed.path("filings"))
                .extracting(each -> each.path("result").asString())
                .containsExactlyInAnyOrder("CONFIRMED", "OBJECTION_OPEN");
        assertThat(stateOf(other)).isEqualTo("CONFIRMED");
        close(notice).refused(409, "OBJECTION_OPEN");

        intake.post("/objections/" + objection + "/answer", Map.of("text", "经核实无误", "upheld", false))
                .expect(200);
        assertThat(stateOf(objected)).isEqualTo("ON_NOTICE");
        JsonNode refused = close(notice).refused(409, "NOTICE_STILL_RUNNING");
        assertThat(refused.path("endsOn").asString()).isEqualTo("2026-10-15");
        CLOCK.set("2026-10-16");
        assertThat(close(notice).expect(200).json().path("state").asString()).isEqualTo("CLOSED");
        assertThat(stateOf(objected)).isEqualTo("CONFIRMED");
        assertThat(audit.verify(objected)).isEmpty();
    }

    @Test
    void anUpheldObjectionEndsTheAwardAndFreesItsMoney() {
        String filing = approved("40000.00");
        JsonNode notice = publish(5, filing);
        long before = available();
        String objection = object(notice, filing).json().path("id").asString();
        CLOCK.set("2026-10-10");
        close(notice).refused(409, "OBJECTION_OPEN");
        intake.post(
                        "/objections/" + objection + "/screen",
                        Map.of("admit", true, "contactChecked", true, "reason", "情况需核实"))
                .expect(200);
        intake.post("/objections/" + objection + "/answer", Map.of("text", "异议成立", "upheld", true))
                .expect(200);
        assertThat(stateOf(filing)).isEqualTo("REJECTED");
        assertThat(available() - before).isEqualTo(4_000_000L);
        String letters = "/filings/" + filing + "/letters";
        assertThat(intake.get(letters).json().findValuesAsString("kind"))
                .containsExactlyInAnyOrder("NON_SUPPORT", "OBJECTION_UPHELD");
        Person enterprise = Person.clerk(port, "clerk", Neighbours.SECOND);
        assertThat(enterprise.get(letters).json().findValuesAsString("kind")).containsExactly("NON_SUPPORT");
        assertThat(visitor.get("/notices/" + notice.path("id").asString())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(jdbc.sql("SELECT SUM(amount) FROM entry").query(Long.class).single())
                .isZero();
    }

    @Test
    void aDismissedObjectionChangesNothing() {
        String filing = approved("50000.00");
        JsonNode notice = publish(5, filing);
        String objection = object(notice, filing).json().path("id").asString();
        intake.post("/objections/" + objection + "/screen", Map.of("admit", false, "reason", "与本项无关"))
                .expect(200);
        assertThat(stateOf(filing)).isEqualTo("ON_NOTICE");
        intake.post("/objections/" + objection + "/answer", Map.of("text", "x")).refused(409, "OBJECTION_STATE");
        CLOCK.set("2026-10-10");
        close(notice).expect(200);
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
    }

    @Test
    void anObjectionIsScreenedWithinAWorkingDayByWhoReachedItsAuthor() {
        String filing = approved("60000.00");
        JsonNode notice = publish(5, filing);
        String objection = object(notice, filing).expect(201).json().path("id").asString();
        object(notice, filing).refused(409, "OBJECTION_REPEATED");
        assertThat(screened(objection).path("late").asBoolean()).isFalse();
        CLOCK.set("2026-09-28");
        assertThat(screened(objection).path("screenBy").asString()).isEqualTo("2026-09-28");
        assertThat(screened(objection).path("late").asBoolean())
                .as("the working day after the holiday lasts to its end")
                .isFalse();
        CLOCK.set("2026-09-29");
        assertThat(screened(objection).path("late").asBoolean()).isTrue();

        String screen = "/objections/" + objection + "/screen";
        JsonNode unchecked =
                intake.post(screen, Map.of("admit", true, "reason", "情况需核实")).refused(400, "INVALID");
        assertThat(unchecked.path("errors").get(0).path("field").asString()).isEqualTo("contactChecked");
        assertThat(stateOf(filing)).isEqualTo("ON_NOTICE");
        JsonNode dismissed = intake.post(screen, Map.of("admit", false, "reason", "按所留电话联系不上"))
                .expect(200)
                .json();
        assertThat(dismissed.path("contactChecked").asBoolean()).isFalse();
        assertThat(dismissed.path("late").asBoolean()).as("kept for good").isTrue();
        object(notice, filing).expect(201);
    }

    private JsonNode screened(String objection) {
        for (JsonNode each : intake.get("/objections?size=200").json().path("items")) {
            if (each.path("id").asString().equals(objection)) {
                return each;
            }
        }
        throw new AssertionError("no objection " + objection);
    }

    @Test
    void aCorrectedNoticeNamesTheOneItReplacesAndRestartsItsClock() {
        String filing = approved("70000.00");
        JsonNode wrong = publish(5, filing);
        String path = "/notices/" + wrong.path("id").asString();
        CLOCK.set("2026-09-28");
        intake.post(path + "/correct", Map.of()).refused(400, "INVALID");
        intake.post(path + "/correct", Map.of("reason", "公示天数有误", "workingDays", 4))
                .refused(400, "INVALID");
        visitor.post(path + "/correct", Map.of("reason", "公示天数有误")).expect(401);
        intake.post("/notices/none/correct", Map.of("reason", "公示天数有误")).expect(404);
        Person.officer(port, "approver", "INTAKE")
                .post(path + "/correct", Map.of("reason", "公示天数有误"))
                .refused(409, "SAME_PERSON");
        assertThat(visitor.get(path).json().path("state").asString())
                .as("nothing of the refused ones stayed")
                .isEqualTo("RUNNING");

        JsonNode corrected = correct(wrong, Map.of("reason", "公示天数有误，应为七个工作日", "workingDays", 7));
        assertThat(corrected.path("replaces").asString())
                .isEqualTo(wrong.path("id").asString());
        assertThat(corrected.path("publishedOn").asString()).isEqualTo("2026-09-28");
        assertThat(corrected.path("endsOn").asString()).isEqualTo("2026-10-13");
        assertThat(corrected.path("correction").asString()).contains("七个工作日");
        assertThat(corrected.path("filings").get(0).path("filing").asString()).isEqualTo(filing);
        JsonNode old = visitor.get(path).expect(200).json();
        assertThat(old.path("state").asString()).isEqualTo("REPLACED");
        assertThat(old.path("replacedBy").asString())
                .isEqualTo(corrected.path("id").asString());
        assertThat(old.path("filings").get(0).path("state").asString()).isEqualTo("REPLACED");

        intake.post(path + "/correct", Map.of("reason", "再改一次也不行")).refused(409, "NOTICE_REPLACED");
        assertThat(object(wrong, filing)
                        .refused(409, "NOTICE_REPLACED")
                        .path("replacedBy")
                        .asString())
                .isEqualTo(corrected.path("id").asString());
        CLOCK.set("2026-10-13");
        close(wrong).refused(409, "NOTICE_REPLACED");
        close(corrected).refused(409, "NOTICE_STILL_RUNNING");
        CLOCK.set("2026-10-14");
        close(corrected).expect(200);
        assertThat(stateOf(filing)).isEqualTo("CONFIRMED");
        assertThat(committed(filing)).isEqualTo(7_000_000L);
        intake.post("/notices/" + corrected.path("id").asString() + "/correct", Map.of("reason", "已经结束的不能更正"))
                .refused(409, "NOTICE_CLOSED");
        assertThat(audit.verify(filing)).isEmpty();
    }

    @Test
    void aCorrectionTakesAFilingOffAndNothingOfItIsLost() {
        String wrongly = approved("61000.00");
        String kept = approved("62000.00");
        String objected = approved("63000.00");
        JsonNode wrong = publish(5, wrongly, kept, objected);
        String path = "/notices/" + wrong.path("id").asString();
        object(wrong, objected).expect(201);
        intake.post(path + "/correct", Map.of("reason", "误列一项", "drop", List.of("none")))
                .refused(400, "INVALID");
        intake.post(path + "/correct", Map.of("reason", "全部撤下", "drop", List.of(wrongly, kept, objected)))
                .refused(400, "INVALID");
        intake.post(path + "/correct", Map.of("reason", "有异议的不能撤下", "drop", List.of(objected)))
                .refused(400, "INVALID");
        assertThat(stateOf(wrongly)).as("nothing of the refused ones stayed").isEqualTo("ON_NOTICE");

        JsonNode corrected = correct(wrong, Map.of("reason", "误列一项，予以撤下", "drop", List.of(wrongly)));
        assertThat(corrected.path("filings").findValuesAsString("filing")).containsExactlyInAnyOrder(kept, objected);
        assertThat(stateOf(wrongly)).isEqualTo("APPROVED");
        assertThat(intake.get("/filings/" + wrongly)
                        .json()
                        .path("money")
                        .path("reserved")
                        .asString())
                .isEqualTo("61000.00");
        for (JsonNode row : visitor.get(path).expect(200).json().path("filings")) {
            assertThat(row.path("state").asString())
                    .isEqualTo(row.path("filing").asString().equals(wrongly) ? "TAKEN_OFF" : "REPLACED");
        }
        JsonNode again = publish(5, wrongly);
        assertThat(again.path("filings").findValuesAsString("filing")).containsExactly(wrongly);
        assertThat(stateOf(wrongly)).isEqualTo("ON_NOTICE");
        assertThat(audit.verify(wrongly)).isEmpty();
    }

    @Test
    void aCorrectionKeepsObjectionsOpenAndLeavesConfirmedFilingsWhereTheyAre() {
        String objected = approved("80000.00");
        String received = approved("81000.00");
        String other = approved("82000.00");
        JsonNode wrong = publish(5, objected, received, other);
        String first = object(wrong, objected).json().path("id").asString();
        String second = object(wrong, received).json().path("id").asString();
        intake.post("/objections/" + first + "/screen", Map.of("admit", true, "contactChecked", true, "reason", "需核实"))
                .expect(200);
        CLOCK.set("2026-10-10");
        assertThat(close(wrong).expect(200).json().path("state").asString()).isEqualTo("OVER");

        JsonNode corrected = correct(wrong, Map.of("reason", "企业名称漏字，予以更正"));
        assertThat(corrected.path("filings"))
                .extracting(row -> row.path("filing").asString(), row -> row.path("state")
                        .asString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(objected, "PAUSED"),
                        org.assertj.core.api.Assertions.tuple(received, "OPEN"));
        assertThat(stateOf(other)).isEqualTo("CONFIRMED");

        CLOCK.set("2026-10-12");
        intake.post("/objections/" + second + "/screen", Map.of("admit", false, "reason", "与本项无关"))
                .expect(200);
        CLOCK.set("2026-10-19");
        JsonNode closed = close(corrected).expect(200).json();
        assertThat(closed.path("filings"))
                .extracting(each -> each.path("result").asString())
                .containsExactlyInAnyOrder("CONFIRMED", "OBJECTION_OPEN");
        intake.post("/objections/" + first + "/answer", Map.of("text", "经核实无误", "upheld", false))
                .expect(200);
        assertThat(close(corrected)
                        .refused(409, "NOTICE_STILL_RUNNING")
                        .path("endsOn")
                        .asString())
                .as("the corrected notice's days in full")
                .isEqualTo("2026-10-26");
        CLOCK.set("2026-10-27");
        assertThat(close(corrected).expect(200).json().path("state").asString()).isEqualTo("CLOSED");
        assertThat(stateOf(objected)).isEqualTo("CONFIRMED");
    }

    private JsonNode correct(JsonNode notice, Map<String, Object> correction) {
        return intake.post("/notices/" + notice.path("id").asString() + "/correct", correction)
                .expect(201)
                .json();
    }

    private String approved(String amount) {
        return Cases.approved(
                jdbc, transaction, ledger, Neighbours.SECOND, "聊城示例食品有限公司", Line.OTHER, amount, null, PAYOUT);
    }

    private JsonNode publish(int days, String... filings) {
        return intake.post("/notices", Map.of("filings", List.of(filings), "workingDays", days))
                .expect(201)
                .json();
    }

    private Person.Answer close(JsonNode notice) {
        return intake.post("/notices/" + notice.path("id").asString() + "/close", Map.of());
    }

    private Person.Answer object(JsonNode notice, String filing) {
        return visitor.post(
                "/notices/" + notice.path("id").asString() + "/objections",
                Map.of("filing", filing, "name", "王示例", "contact", "13800000000", "text", "该企业的设备发票与另一项目重复，请核实。"));
    }

    private String stateOf(String filing) {
        return jdbc.sql("SELECT state FROM filing WHERE id = ?")
                .param(filing)
                .query(String.class)
                .single();
    }

    private long committed(String filing) {
        return jdbc.sql("SELECT committed FROM filing_balance WHERE filing_id = ?")
                .param(filing)
                .query(Long.class)
                .single();
    }

    private long available() {
        return jdbc.sql("SELECT available FROM line_balance WHERE line = 'OTHER'")
                .query(Long.class)
                .single();
    }
}
