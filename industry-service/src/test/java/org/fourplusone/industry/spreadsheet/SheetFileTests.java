package org.fourplusone.industry.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFileTests {

    private static final String TEXT = "名称,数\r\n聊城示例,１２\r\n\r\n\"a,\"\"b\"\"\",3\r\n";

    @TempDir
    Path folder;

    private List<SheetRow> read(byte[] content) throws FileRefused, IOException {
        Path file = folder.resolve("file");
        Files.write(file, content);
        List<SheetRow> rows = new ArrayList<>();
        SheetFile.open(file).read(rows::add);
        return rows;
    }

    private String refusal(byte[] content) throws IOException {
        try {
            return "read " + read(content).size() + " rows";
        } catch (FileRefused refused) {
            return refused.code();
        }
    }

    private static byte[] marked(int[] mark, byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(mark).forEach(out::write);
        out.writeBytes(text);
        return out.toByteArray();
    }

    @Test
    void readsEachEncodingThatPeopleSendAlike() throws Exception {
        List<SheetRow> plain = read(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(plain)
                .containsExactly(
                        new SheetRow(1, List.of("名称", "数")),
                        new SheetRow(2, List.of("聊城示例", "１２")),
                        new SheetRow(4, List.of("a,\"b\"", "3")));
        assertThat(read(marked(new int[] {0xEF, 0xBB, 0xBF}, TEXT.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(plain);
        assertThat(read(marked(new int[] {0xFF, 0xFE}, TEXT.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(plain);
        assertThat(read(marked(new int[] {0xFE, 0xFF}, TEXT.getBytes(StandardCharsets.UTF_16BE))))
                .isEqualTo(plain);
        assertThat(read(TEXT.getBytes(Charset.forName("GB18030")))).isEqualTo(plain);
        assertThat(read(TEXT.replace(',', '\t').replace("\"a\t", "\"a,").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(plain);
    }

    @Test
    void readsAWorkbookLikeTheSameCsv() throws Exception {
        byte[] workbook = SheetFiles.workbook(List.of(
                List.of("名称", "数", "日期"),
                List.of("聊城示例", 1234.5, LocalDate.of(2026, 1, 31)),
                List.of("b", 0.1 + 0.2, "x")));
        assertThat(read(workbook))
                .containsExactly(
                        new SheetRow(1, List.of("名称", "数", "日期")),
                        new SheetRow(2, List.of("聊城示例", "1234.5", "2026-01-31")),
                        new SheetRow(3, List.of("b", "0.3", "x")));
    }

    @Test
    void refusesEachHostileFileForItsOneReason() throws Exception {
        assertThat(refusal(new byte[0])).isEqualTo("FILE_EMPTY");
        assertThat(refusal("a,b\n1,\0".getBytes(StandardCharsets.UTF_8))).isEqualTo("FILE_NUL");
        assertThat(refusal("a,b\n1,2".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("FILE_NUL");
        assertThat(refusal(new byte[] {'a', ',', (byte) 0xff, (byte) 0xff, '\n'}))
                .isEqualTo("FILE_ENCODING");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo("FILE_TYPE");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))
                .isEqualTo("FILE_OLD_XLS");
        assertThat(refusal("a,b\n\"1,2\n3,4\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_QUOTES");
        assertThat(refusal("a,b\n\"1\"x,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("FILE_QUOTES");
        assertThat(refusal(("a,b\n\"" + "x\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_ROW");
        assertThat(refusal(("a\n" + ",".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_ROW");
        assertThat(refusal((",".repeat(200) + "a\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_COLUMNS");
        assertThat(refusal(("a\n" + "x".repeat(3_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_CELL");
        assertThat(refusal("a\n1\n".repeat(100_002).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_ROWS");
        assertThat(refusal("PK and nothing else".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("FILE_XLSX");
    }

    @Test
    void refusesEachHostileWorkbookForItsOneReason() throws Exception {
        String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>";
        assertThat(refusal(SheetFiles.zip(row, Map.of()))).isEqualTo("read 1 rows");
        assertThat(refusal(SheetFiles.zip(row, Map.of("xl/vbaProject.bin", "x"))))
                .isEqualTo("FILE_ACTIVE");
        assertThat(refusal(SheetFiles.zip(row, Map.of("xl/externalLinks/externalLink1.xml", "<x/>"))))
                .isEqualTo("FILE_ACTIVE");
        assertThat(refusal(SheetFiles.zip(row, Map.of("xl/embeddings/oleObject1.bin", "x"))))
                .isEqualTo("FILE_ACTIVE");
        assertThat(refusal(SheetFiles.zip(row, Map.of("[Content_Types].xml", "<T c=\"x.macroEnabled.main\"/>"))))
                .isEqualTo("FILE_ACTIVE");
        assertThat(refusal(SheetFiles.zip(row, Map.of("xl/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>"))))
                .isEqualTo("FILE_DTD");
        assertThat(refusal(SheetFiles.zip(row, Map.of("xl/styles.xml", "\0<\0a\0/\0>"))))
                .isEqualTo("FILE_DTD");
        assertThat(refusal(SheetFiles.zip(row, Map.of("xl/media/image.bin", " ".repeat(40_000_000)))))
                .isEqualTo("FILE_SWELLS");
        assertThat(refusal(SheetFiles.zip("<row r=\"1\"><c r=\"AAAAAA1\"><v>1</v></c></row>", Map.of())))
                .isEqualTo("FILE_COLUMNS");
        assertThat(refusal(SheetFiles.zip("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", Map.of())))
                .isEqualTo("FILE_COLUMNS");
        assertThat(refusal(SheetFiles.zip("<row r=\"1\"><c r=\"A1\"><v>1</v></row>", Map.of())))
                .isEqualTo("FILE_XLSX");
        assertThat(refusal(SheetFiles.zip("<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>", Map.of())))
                .isNotEqualTo("");
        assertThat(refusal(SheetFiles.workbook(List.of(List.of("a"), List.of("=1+1")))))
                .isEqualTo("FILE_FORMULA");
        Map<String, String> many = new java.util.HashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put("xl/x" + i, "");
        }
        assertThat(refusal(SheetFiles.zip(row, many))).isEqualTo("FILE_SWELLS");
    }

    /** Whatever is done to a file, it is read or refused, and soon. */
    @Test
    void readsOrRefusesEachMutatedFileSoon() throws Exception {
        long seed = Long.getLong("seed", 20261122L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> originals = List.of(
                TEXT.getBytes(StandardCharsets.UTF_8),
                TEXT.getBytes(Charset.forName("GB18030")),
                marked(new int[] {0xFF, 0xFE}, TEXT.getBytes(StandardCharsets.UTF_16LE)),
                SheetFiles.workbook(List.of(List.of("名称", "数"), List.of("聊城示例", 12), List.of("b", "c"))),
                SheetFiles.zip("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", Map.of()));
        int refused = 0;
        long slowest = 0;
        for (int i = 0; i < 900; i++) {
            byte[] mutant = mutated(originals.get(i % originals.size()), random);
            long start = System.nanoTime();
            refused += refusal(mutant).startsWith("FILE_") ? 1 : 0;
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.println("900 mutated files, " + refused + " refused, slowest " + slowest / 1_000_000 + " ms");
        assertThat(refused).isBetween(100, 899);
        assertThat(slowest).isLessThan(5_000_000_000L);
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] mutant = original.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                case 2 -> {
                    byte[] longer = Arrays.copyOf(mutant, mutant.length + 20);
                    System.arraycopy(mutant, at, longer, at + 20, mutant.length - at);
                    mutant = longer;
                }
                default -> mutant[at] = (byte) "\",\n;\t=0".charAt(random.nextInt(7));
            }
        }
        return mutant;
    }
}
