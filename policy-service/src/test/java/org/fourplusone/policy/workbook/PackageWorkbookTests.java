package org.fourplusone.policy.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.item.PackageCheck;
import org.fourplusone.policy.item.PolicyPackage;
import org.fourplusone.policy.rule.RuleFaults;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The package as a workbook: nothing is lost, and every fault is told at its cell. */
class PackageWorkbookTests {

    private static PolicyPackage whole() {
        List<JsonNode> items = new ArrayList<>();
        TestCatalogue.file("items").forEach(item -> items.add(item.deepCopy()));
        return new PolicyPackage(
                TestCatalogue.file("articles").deepCopy(),
                TestCatalogue.file("terms").deepCopy(),
                items);
    }

    private static JsonNode back(PolicyPackage whole) {
        RuleFaults faults = new RuleFaults();
        JsonNode json =
                WorkbookPackage.read(PackageWorkbook.write(whole), faults).json();
        assertThat(faults.all()).isEmpty();
        return json;
    }

    /** Where two differ first, or nothing; the whole files would say too much. */
    private static String difference(JsonNode one, JsonNode other, String at) {
        if (one.equals(other)) {
            return "";
        }
        if (one.isObject() && other.isObject()) {
            java.util.Set<String> names = new java.util.TreeSet<>(one.propertyNames());
            names.addAll(other.propertyNames());
            for (String name : names) {
                String inside = difference(one.path(name), other.path(name), at + "/" + name);
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                String inside = difference(one.get(i), other.get(i), at + "/" + i);
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
        }
        return at + ": " + one + " is not " + other;
    }

    private static List<String> faults(byte[] file) {
        RuleFaults faults = new RuleFaults();
        WorkbookPackage read = WorkbookPackage.read(file, faults);
        if (faults.isEmpty()) {
            new PackageCheck(TestCatalogue.dictionary()).read(read.json(), faults);
            faults = read.positioned(faults);
        }
        return faults.all().stream()
                .map(fault -> fault.at() + " " + fault.code())
                .toList();
    }

    @Test
    void theCatalogueGoesOutAndInWithoutLoss() {
        assertThat(difference(back(whole()), whole().json(), "")).isEmpty();
        assertThat(faults(PackageWorkbook.write(whole()))).isEmpty();
    }

    @Test
    void nestedRulesAndAwkwardTextsGoOutAndInWithoutLoss() {
        PolicyPackage whole = whole();
        ObjectNode item = (ObjectNode) whole.items().get(1);
        ArrayNode all = (ArrayNode) item.at("/rule/all");
        JsonNode leaf = all.get(1);
        all.addObject().putArray("any").add(leaf).add(leaf);
        all.addObject().set("not", leaf);
        all.addObject().putArray("all").add(leaf);
        all.addObject().putArray("any").addObject().set("not", leaf);
        all.addObject().putArray("any").add(leaf);
        ObjectNode other = (ObjectNode) whole.items().get(2);
        other.set("rule", JsonNodeFactory.instance.objectNode().set("not", leaf));
        for (String text : List.of(
                "=1+1",
                "'quoted",
                "@x",
                "＝全角",
                " padded ",
                "a\nb",
                "[\"x\"]",
                "-5",
                "_x0041_",
                "<&>\"",
                "true",
                "007")) {
            ((ObjectNode) item.get("title")).put("zh", text);
            ((ObjectNode) all.get(1).get("clause")).put("en", text);
            assertThat(difference(back(whole), whole.json(), "")).as(text).isEmpty();
        }
        ((ObjectNode) all.get(1)).put("value", "[x");
        item.putArray("confirmation");
        assertThat(difference(back(whole), whole.json(), "")).isEmpty();
    }

    @Test
    void textsThatLookLikeFormulasAreNone() throws IOException {
        PolicyPackage whole = whole();
        ((ObjectNode) whole.items().get(0).get("title")).put("zh", "=HYPERLINK(\"x\")");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(PackageWorkbook.write(whole)))) {
            Cell title = workbook.findSheet("items").orElseThrow().read().get(1).getCell(5);
            assertThat(title.getType()).isEqualTo(CellType.STRING);
            assertThat(title.asString()).startsWith("'=");
        }
    }

    /** The catalogue's workbook with some cells changed: sheet, then row from 0, then column from 0. */
    private static byte[] changed(BiConsumer<String, Worksheet> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReadableWorkbook from = new ReadableWorkbook(new ByteArrayInputStream(PackageWorkbook.write(whole())));
                Workbook to = new Workbook(out, "test", "1.0")) {
            for (Sheet sheet : from.getSheets().toList()) {
                Worksheet copy = to.newWorksheet(sheet.getName());
                for (Row row : sheet.read()) {
                    for (Cell cell : row) {
                        if (cell == null || cell.getType() == CellType.EMPTY) {
                            continue;
                        }
                        int at = row.getRowNum() - 1;
                        switch (cell.getType()) {
                            case NUMBER -> copy.value(at, cell.getColumnIndex(), cell.asNumber());
                            case BOOLEAN -> copy.value(at, cell.getColumnIndex(), cell.asBoolean());
                            default -> copy.value(at, cell.getColumnIndex(), cell.asString());
                        }
                    }
                }
                change.accept(sheet.getName(), copy);
            }
        }
        return out.toByteArray();
    }

    @Test
    void faultsAreToldAtTheirCells() throws IOException {
        byte[] file = changed((name, sheet) -> {
            switch (name) {
                case "items" -> sheet.value(3, 8, "GIFTS");
                case "conditions" -> sheet.value(2, 4, "project.colour");
                case "formula" -> sheet.value(1, 2, "NO_SUCH_TYPE");
                case "documents" -> sheet.value(1, 2, "perhaps");
                default -> {
                    // as it was
                }
            }
        });
        assertThat(faults(file))
                .contains(
                        "items!I4 UNKNOWN_VALUE",
                        "conditions!E3 UNKNOWN_FACT",
                        "formula!C2 UNKNOWN_VALUE",
                        "documents!C2 WRONG_TYPE")
                .hasSize(4);
    }

    @Test
    void theFilesOwnFaultsAreToldToo() throws IOException {
        assertThat(faults(changed((name, sheet) -> {
                    if (name.equals("items")) {
                        sheet.value(0, 40, "colour");
                    }
                    if (name.equals("formula")) {
                        sheet.formula(2, 2, "1+1");
                    }
                    if (name.equals("conditions")) {
                        sheet.value(1, 0, "A99-99");
                        sheet.value(4, 1, "perhaps");
                    }
                })))
                .contains("items!AO1 UNKNOWN_FIELD", "formula!C3 CELL_FORMULA");
        assertThat(faults(changed((name, sheet) -> {
                    if (name.equals("conditions")) {
                        sheet.value(1, 0, "A99-99");
                        sheet.value(4, 1, "perhaps");
                    }
                })))
                .contains("conditions!A2 NO_SUCH_ITEM", "conditions!B5 GROUP_NAME");
    }

    @Test
    void amountsThatASpreadsheetMadeNumbersAreAmounts() throws IOException {
        byte[] file = changed((name, sheet) -> {
            if (name.equals("formula")) {
                for (int row = 1; row < 12; row++) {
                    if (String.valueOf(sheet.value(row, 2)).equals("500000.00")) {
                        sheet.value(row, 2, 500000);
                    }
                }
            }
        });
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        assertThat(faults(new byte[0])).containsExactly(" XLSX_FILE");
        assertThat(faults("PK nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly(" XLSX_FILE");
        assertThat(faults(zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")))
                .containsExactly(" XLSX_FILE");
        assertThat(faults(zip("xl/workbook.xml", "0".repeat(40 * 1024 * 1024)))).containsExactly(" XLSX_FILE");
        assertThat(faults(zip("xl/worksheets/sheet1.xml", "<c r=\"ZZZZZZZ1\"><v>1</v></c>")))
                .containsExactly(" XLSX_FILE");
        assertThat(faults(zip("hello.txt", "hello"))).containsExactly(" XLSX_FILE");
        byte[] cut = PackageWorkbook.write(whole());
        assertThat(faults(java.util.Arrays.copyOf(cut, cut.length / 2))).containsExactly(" XLSX_FILE");
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
