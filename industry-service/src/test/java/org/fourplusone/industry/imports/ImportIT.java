package org.fourplusone.industry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.fourplusone.industry.spreadsheet.SheetFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ImportIT extends HandIn {

    @Autowired
    JdbcClient database;

    private static String enterprises(int from, int count, String name) {
        StringBuilder csv = new StringBuilder("统一社会信用代码,企业名称,产业集群,行业代码,规模以上,成立日期\n");
        for (int i = from; i < from + count; i++) {
            csv.append(code(i)).append(",").append(name).append(i).append("有限公司,生物食品,1499,是,2015年6月30日\n");
        }
        return csv.toString();
    }

    @Test
    void loadsEnterprisesOnceAndSaysThatTheSameFileChangesNothing() throws Exception {
        String csv = enterprises(100, 3, "示例甲");
        JsonNode shown = checked(INTAKE, "enterprises", csv);
        assertThat(shown.get("added").asInt()).isEqualTo(3);
        assertThat(send(as(INTAKE, "/enterprises/" + code(100))).statusCode()).isEqualTo(404);
        JsonNode row = get(INTAKE, "/imports/" + shown.get("id").asString() + "/changes")
                .get("items")
                .get(0);
        assertThat(row.get("key").get("creditCode").asString()).isEqualTo(code(100));
        assertThat(row.get("cells").get(0).get("after").asString()).isEqualTo("示例甲100有限公司");

        assertThat(settled(INTAKE, move(INTAKE, shown, "apply")).get("state").asString())
                .isEqualTo("APPLIED");
        JsonNode entry = get(INTAKE, "/enterprises/" + code(100));
        assertThat(entry.get("cluster").asString()).isEqualTo("BIOFOOD");
        assertThat(entry.get("established").asString()).isEqualTo("2015-06-30");
        assertThat(entry.get("aboveScale").asBoolean()).isTrue();

        JsonNode again = checked(INTAKE, "enterprises", csv);
        assertThat(again.get("unchanged").asInt()).isEqualTo(3);
        assertThat(again.get("added").asInt() + again.get("changed").asInt()).isZero();
        assertThat(read(move(INTAKE, again, "apply")).get("code").asString()).isEqualTo("NOTHING_TO_IMPORT");
        assertThat(move(INTAKE, again, "discard").statusCode()).isEqualTo(200);
        assertThat(read(move(INTAKE, again, "discard")).get("code").asString()).isEqualTo("IMPORT_STATE");
    }

    @Test
    void readsTheSameRegisterFromAWorkbookAndFromGb18030() throws Exception {
        List<List<Object>> rows = List.of(
                List.of("Credit code", "Name", "Industry code", "Established"),
                List.of(code(110), "示例乙有限公司", "1499", LocalDate.of(2015, 6, 30)));
        JsonNode shown = settled(INTAKE, handIn(INTAKE, "enterprises", XLSX, SheetFiles.workbook(rows)));
        assertThat(settled(INTAKE, move(INTAKE, shown, "apply")).get("state").asString())
                .isEqualTo("APPLIED");
        byte[] old = ("统一社会信用代码,企业名称,行业代码,成立日期\n" + code(110) + ",示例乙有限公司,１４９９,2015/6/30\n")
                .getBytes(Charset.forName("GB18030"));
        assertThat(settled(INTAKE, handIn(INTAKE, "enterprises", "text/csv", old))
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void listsEveryErrorByRowAndColumnInTheReadersLanguageAndLoadsNothing() throws Exception {
        String csv = enterprises(120, 2, "示例丙") + code(120) + ",重复,无,1499,是,\n"
                + "91350100M000100Y44,错码,无,1499,是,\n"
                + code(122) + ",行业错,无,9999,也许,2015-13-01\n";
        JsonNode shown = checked(INTAKE, "enterprises", csv);
        assertThat(shown.get("state").asString()).isEqualTo("REFUSED");
        assertThat(shown.get("errors").asInt()).isEqualTo(4);
        String path = "/imports/" + shown.get("id").asString() + "/errors";
        JsonNode errors = get(INTAKE, path).get("items");
        List<String> said = new ArrayList<>();
        errors.forEach(error -> said.add(error.get("row").asInt() + " "
                + error.get("columnName").asString() + " " + error.get("code").asString()));
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "4 统一社会信用代码 ROW_TWICE", "5 统一社会信用代码 CREDIT_CODE", "6 规模以上 CELL_FLAG", "6 成立日期 CELL_DATE");
        HttpResponse<String> file =
                send(as(INTAKE, path).header("Accept", "text/csv").header("Accept-Language", "en"));
        assertThat(file.body().lines())
                .hasSize(5)
                .anyMatch(line -> line.equals("4,Credit code," + code(120) + ",says the same as row 2"));
        assertThat(send(as(INTAKE, "/enterprises/" + code(121))).statusCode()).isEqualTo(404);
    }

    @Test
    void listsWhatIsWrongWithTheHeaderAndSuggestsTheNearest() throws Exception {
        JsonNode shown = checked(INTAKE, "facts", "统一社会信用代码,事实,事实,数直\n" + code(1) + ",a,b,c\n");
        JsonNode errors = get(INTAKE, "/imports/" + shown.get("id").asString() + "/errors")
                .get("items");
        List<String> said = new ArrayList<>();
        errors.forEach(error -> said.add(error.get("code").asString()));
        assertThat(said).containsExactly("HEADER_TWICE", "HEADER_NEAR", "HEADER_MISSING");
        assertThat(errors.get(1).get("message").asString()).contains("数值");
        JsonNode refused = checked(INTAKE, "facts", "a\0,b\n");
        assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.get("problem").get("code").asString()).isEqualTo("FILE_NUL");
    }

    @Test
    void loadsFactsLikeOneStatementEachAndFeedsThemInOrder() throws Exception {
        applied(INTAKE, "enterprises", enterprises(130, 3, "示例丁"));
        long cursor = database.sql("SELECT last_number FROM change_sequence")
                .query(Long.class)
                .single();
        StringBuilder csv = new StringBuilder("creditCode,fact,period,value,recordKind,recordRef,source\n");
        for (int i = 130; i < 133; i++) {
            csv.append(code(i)).append(",ent.revenueYear,2025,\"1,234,567.80\",,,\n");
            csv.append(code(i)).append(",荣誉类别,,高新技术企业,荣誉,h-1,\n");
            csv.append(code(i)).append(",honour.level,,FIRST,HONOUR,H-1,\n");
            csv.append(code(i)).append(",ent.registeredInZone,,是,,,企业申报\n");
        }
        JsonNode done = applied(INTAKE, "facts", csv.toString());
        assertThat(done.get("rows").asInt()).isEqualTo(12);
        JsonNode sheet = get(INTAKE, "/enterprises/" + code(131) + "/facts");
        List<String> facts = new ArrayList<>();
        sheet.get("facts")
                .forEach(fact -> facts.add(
                        fact.get("key").asString() + "=" + fact.get("value").asString() + " "
                                + fact.get("source").asString()));
        assertThat(facts)
                .contains(
                        "ent.revenueYear=1234567.80 DEPARTMENT",
                        "honour.kind=HNTE DEPARTMENT",
                        "honour.level=FIRST DEPARTMENT",
                        "ent.registeredInZone=true ENTERPRISE");
        String[] feed = send(as(SERVICE, "/facts/feed?after=" + cursor)).body().split("\n");
        long before = cursor;
        for (String line : feed) {
            long number = json.readTree(line).get("cursor").asLong();
            assertThat(number).isGreaterThan(before);
            before = number;
        }
        assertThat(feed).hasSizeGreaterThanOrEqualTo(3);
        assertThat(checked(INTAKE, "facts", csv.toString()).get("unchanged").asInt())
                .isEqualTo(12);
        JsonNode other = checked(
                INTAKE, "facts", csv.toString().replace("1,234,567.80", "-1").replace("FIRST", "CITY"));
        assertThat(other.get("errors").asInt()).isGreaterThanOrEqualTo(3);
        JsonNode changed = checked(INTAKE, "facts", csv.toString().replace("567.80", "567.90"));
        JsonNode row = get(INTAKE, "/imports/" + changed.get("id").asString() + "/changes?change=CHANGED")
                .get("items")
                .get(0);
        assertThat(row.get("cells").get(0).get("before").asString()).isEqualTo("1234567.80");
        assertThat(row.get("cells").get(0).get("after").asString()).isEqualTo("1234567.90");
    }

    @Test
    void worksTheChangesOutAnewIfTheRegisterHasChangedMeanwhile() throws Exception {
        applied(INTAKE, "enterprises", enterprises(140, 2, "示例戊"));
        JsonNode shown = checked(INTAKE, "enterprises", enterprises(140, 2, "示例己"));
        assertThat(shown.get("changed").asInt()).isEqualTo(2);
        HttpResponse<String> entry = send(as(INTAKE, "/enterprises/" + code(140)));
        assertThat(put(
                                INTAKE,
                                "/enterprises/" + code(140),
                                etag(entry),
                                "{\"name\":\"示例己140有限公司\",\"cluster\":\"BIOFOOD\",\"industryCode\":\"1499\",\"aboveScale\":true,"
                                        + "\"established\":\"2015-06-30\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode anew = settled(INTAKE, move(INTAKE, shown, "apply"));
        assertThat(anew.get("state").asString()).isEqualTo("READY");
        assertThat(anew.get("recomputed").asBoolean()).isTrue();
        assertThat(anew.get("changed").asInt()).isEqualTo(1);
        assertThat(anew.get("unchanged").asInt()).isEqualTo(1);
        assertThat(get(INTAKE, "/enterprises/" + code(141)).get("name").asString())
                .isEqualTo("示例戊141有限公司");
        settled(INTAKE, move(INTAKE, anew, "apply"));
        assertThat(get(INTAKE, "/enterprises/" + code(141)).get("name").asString())
                .isEqualTo("示例己141有限公司");
    }

    @Test
    void appliesOnceForOneKey() throws Exception {
        JsonNode shown = checked(INTAKE, "enterprises", enterprises(150, 1, "示例庚"));
        String key = UUID.randomUUID().toString();
        String path = "/imports/" + shown.get("id").asString() + "/apply";
        HttpResponse<String> first =
                send(as(INTAKE, path).header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
        HttpResponse<String> second =
                send(as(INTAKE, path).header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(send(as(INTAKE, path).POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(400);
        assertThat(settled(INTAKE, first).get("state").asString()).isEqualTo("APPLIED");
        assertThat(database.sql("SELECT action FROM audit_record WHERE case_id = ?")
                        .param("import:" + shown.get("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("IMPORTED");
    }

    @Test
    void loadsProjectsAndReportsEachByItsOwnChannel() throws Exception {
        applied(INTAKE, "enterprises", enterprises(160, 1, "示例辛"));
        String projects = "code,name,level,owner code,owner,plan year,stage,total investment,plan of the year,"
                + "done in the year,done through\nZP-1,示例项目,市级,,示例辛160有限公司,2026,在建,1000,500,100.5,2026/10\n";
        assertThat(applied(INTAKE, "projects", projects.replace("owner code", "建设单位信用代码"))
                        .get("added")
                        .asInt())
                .isEqualTo(1);
        JsonNode project = get(INTAKE, "/projects?size=200").get("items").get(0);
        assertThat(project.get("yearDone").asString()).isEqualTo("100.50");

        StringBuilder header = new StringBuilder("creditCode,vintage,year,month");
        StringBuilder row = new StringBuilder(code(160)).append(",2026-10,2026,9");
        for (String measure :
                List.of("output", "valueAdded", "revenue", "profitTax", "investment", "rd", "exports", "jobs")) {
            header.append(',').append(measure).append(',').append(measure).append("Base");
            row.append(",100,90");
        }
        String reports = header + "\n" + row + "\n";
        assertThat(handIn(INTAKE, "reports", "text/csv", reports.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(handIn(ANALYST, "facts", "text/csv", reports.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        JsonNode done = applied(ANALYST, "reports", reports);
        assertThat(send(as(INTAKE, "/imports/" + done.get("id").asString())).statusCode())
                .isEqualTo(404);
        assertThat(checked(ANALYST, "reports", reports).get("unchanged").asInt())
                .isEqualTo(1);
        JsonNode other = checked(ADMIN, "reports", reports.replace(",100,90,100,90", ",100,90,100,91"));
        assertThat(get(ADMIN, "/imports/" + other.get("id").asString() + "/errors")
                        .get("items")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("REPORT_EXISTS");
    }

    @Test
    void givesTemplatesThatCanBeHandedInAgain() throws Exception {
        for (ImportKind kind : ImportKind.values()) {
            for (String language : List.of("zh", "en")) {
                for (String type : List.of("text/csv", XLSX)) {
                    HttpResponse<byte[]> file = bytes(as(ADMIN, "/imports/" + kind.path() + "/template")
                            .header("Accept", type)
                            .header("Accept-Language", language));
                    assertThat(file.statusCode()).isEqualTo(200);
                    JsonNode shown = settled(ADMIN, handIn(ADMIN, kind.path(), type, file.body()));
                    assertThat(shown.get("problem").get("code").asString())
                            .as(kind + " " + language + " " + type)
                            .isEqualTo("FILE_NO_ROWS");
                }
            }
        }
    }

    @Test
    void saysThatAnImportWhoseProcessDiedIsCutOff() throws Exception {
        String id = UUID.randomUUID().toString();
        database.sql(
                        "INSERT INTO register_import (id, kind, file_name, file_size, sha256, state, done, total, started_at,"
                                + " started_by, beat_at, seen_cursor, recomputed, row_count, added_count, changed_count, same_count,"
                                + " error_count) VALUES (?, 'FACTS', 'x', 1, '', 'APPLYING', 5, 10, '2026-01-01', 'x', '2026-01-01', 0,"
                                + " FALSE, 0, 0, 0, 0, 0)")
                .param(id)
                .update();
        JsonNode shown = get(INTAKE, "/imports/" + id);
        assertThat(shown.get("state").asString()).isEqualTo("FAILED");
        assertThat(shown.get("problem").get("code").asString()).isEqualTo("IMPORT_CUT_OFF");
        assertThat(get(INTAKE, "/imports").get("items").size()).isPositive();
    }

    /** Whatever is done to a file that loads, the answer is a state, never a failure of the work. */
    @Test
    void refusesOrTakesEachMutatedFile() throws Exception {
        long seed = Long.getLong("seed", 20261122L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        applied(INTAKE, "enterprises", enterprises(170, 3, "示例壬"));
        byte[][] originals = {
            enterprises(170, 3, "示例壬").getBytes(StandardCharsets.UTF_8),
            ("creditCode,fact,period,value,recordKind,recordRef\n" + code(170) + ",ent.revenueYear,2025,5,,\n"
                            + code(171) + ",honour.kind,,HNTE,HONOUR,H-1\n")
                    .getBytes(StandardCharsets.UTF_8),
            ("code,name,level,ownerName,planYear,stage,totalInvestment,yearPlan,yearDone,doneThrough\n"
                            + "ZP-2,示例,ZONE,示例,2026,PREPARING,1,1,0,2026-10\n")
                    .getBytes(StandardCharsets.UTF_8)
        };
        for (int i = 0; i < 90; i++) {
            byte[] mutant = originals[i % 3].clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutant[random.nextInt(mutant.length)] = (byte) ",\"\n9-Ａx".charAt(random.nextInt(7));
            }
            String kind = i % 3 == 0 ? "enterprises" : i % 3 == 1 ? "facts" : "projects";
            JsonNode shown = settled(ADMIN, handIn(ADMIN, kind, "text/csv", mutant));
            assertThat(shown.get("state").asString())
                    .as(new String(mutant, StandardCharsets.UTF_8))
                    .isIn("READY", "REFUSED");
            String path = "/imports/" + shown.get("id").asString();
            assertThat(send(as(ADMIN, path + "/errors")).statusCode()).isEqualTo(200);
            assertThat(send(as(ADMIN, path + "/changes")).statusCode()).isEqualTo(200);
        }
    }
}
