package org.fourplusone.industry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.spreadsheet.SheetFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * How long a file takes from its hand-in to its last row in the register. {@code -Dimport.rows=100000} is the promise (at most
 * 60 seconds); without it a twentieth is loaded.
 */
class ImportSpeedIT extends HandIn {

    private static final int ROWS = Integer.getInteger("import.rows", 5_000);

    @Test
    void loadsAHundredThousandRowsWithinAMinute() throws Exception {
        StringBuilder enterprises = new StringBuilder("creditCode,name,cluster,industryCode,aboveScale,address\n");
        StringBuilder facts = new StringBuilder("creditCode,fact,period,value\n");
        List<List<Object>> workbook = new ArrayList<>(List.of(List.of("creditCode", "fact", "period", "value")));
        for (int i = 0; i < ROWS; i++) {
            String code = code(1_000_000 + i);
            enterprises
                    .append(code)
                    .append(",示例规模")
                    .append(i)
                    .append("有限公司,NEV,3612,否,示例路")
                    .append(i)
                    .append("号\n");
            facts.append(code)
                    .append(",ent.revenueYear,2025,")
                    .append(1_000 + i)
                    .append('\n');
            workbook.add(List.of(code, "ent.outputYear", "2025", String.valueOf(2_000 + i)));
        }
        assertThat(seconds("enterprises", "text/csv", enterprises.toString().getBytes(StandardCharsets.UTF_8)))
                .isLessThan(60);
        assertThat(seconds("facts", "text/csv", facts.toString().getBytes(StandardCharsets.UTF_8)))
                .isLessThan(60);
        assertThat(seconds("facts", XLSX, SheetFiles.workbook(workbook))).isLessThan(60);
    }

    private double seconds(String kind, String type, byte[] content) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> accepted = handIn(INTAKE, kind, type, content);
        JsonNode shown = settled(INTAKE, accepted);
        assertThat(shown.get("added").asInt()).as(shown.toString()).isEqualTo(ROWS);
        double checked = (System.nanoTime() - start) / 1e9;
        JsonNode done = settled(INTAKE, move(INTAKE, shown, "apply"));
        assertThat(done.get("state").asString()).isEqualTo("APPLIED");
        double all = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "import of %d %s as %s: checked after %.1f s, applied after %.1f s%n", ROWS, kind, type, checked, all);
        return all;
    }
}
