package org.fourplusone.industry.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** A published table as CSV (RFC 4180, UTF-8) and as XLSX, in the caller's language, exactly the rows of the answer. */
final class TableFiles {

    private TableFiles() {}

    private record Column(Text title, Cellular cell, boolean number) {}

    private interface Cellular {
        @Nullable
        String of(Answer.Row row, Language language);
    }

    private static final List<Column> COLUMNS = List.of(
            new Column(Text.of("集群代码", "cluster"), (row, language) -> row.cluster(), false),
            new Column(
                    Text.of("集群", "cluster name"),
                    (row, language) -> row.clusterName().in(language),
                    false),
            new Column(Text.of("期间", "period"), (row, language) -> row.period(), false),
            new Column(Text.of("截至", "through"), (row, language) -> row.through(), false),
            new Column(Text.of("数值", "value"), (row, language) -> row.value(), true),
            new Column(Text.of("可比基数", "base"), (row, language) -> row.base(), true),
            new Column(Text.of("增速%", "growth %"), (row, language) -> row.growth(), true),
            new Column(Text.of("贡献率%", "contribution %"), (row, language) -> row.contribution(), true),
            new Column(Text.of("拉动百分点", "pull pp"), (row, language) -> row.pull(), true),
            new Column(Text.of("未公布", "suppressed"), (row, language) -> String.valueOf(row.suppressed()), false));

    static byte[] csv(Answer answer, Language language) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS.stream().map(column -> column.title().in(language)));
            for (Answer.Row row : answer.rows()) {
                printer.printRecord(COLUMNS.stream()
                        .map(column -> SpreadsheetText.guarded(column.cell().of(row, language))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(Answer answer, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Four Plus One", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(answer.measureName().in(language));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column).title().in(language));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < answer.rows().size(); row++) {
                for (int column = 0; column < COLUMNS.size(); column++) {
                    fill(sheet, row + 1, column, answer.rows().get(row), language);
                }
            }
            about(workbook.newWorksheet(language == Language.EN ? "About" : "说明"), answer, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int at, int column, Answer.Row row, Language language) {
        String text = COLUMNS.get(column).cell().of(row, language);
        if (text == null) {
            return;
        }
        if (COLUMNS.get(column).number()) {
            sheet.value(at, column, new BigDecimal(text));
            sheet.style(at, column)
                    .format(text.contains(".") ? "#,##0.00" : "#,##0")
                    .set();
        } else {
            sheet.value(at, column, SpreadsheetText.guarded(text));
        }
    }

    private static void about(Worksheet sheet, Answer answer, Language language) {
        List<String> lines = Arrays.asList(
                answer.measureName().in(language) + " (" + answer.unit().in(language) + ")",
                answer.definition().in(language),
                answer.source().in(language),
                answer.vintage(),
                answer.link());
        for (int line = 0; line < lines.size(); line++) {
            sheet.value(line, 0, SpreadsheetText.guarded(lines.get(line)));
        }
    }
}
