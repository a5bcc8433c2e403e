package org.fourplusone.industry.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * An empty file to fill in: its header in the caller's language, and what belongs into each column; in CSV as remark rows, which
 * begin with {@code #} and are not read, in XLSX on a second sheet.
 */
final class ImportTemplate {

    private ImportTemplate() {}

    static String csv(List<Column> columns, Language language) {
        List<String> names = names(columns, language);
        List<String> hints = new ArrayList<>();
        for (Column column : columns) {
            hints.add((hints.isEmpty() ? "# " : "") + hint(column, language));
        }
        return Csv.BYTE_ORDER_MARK + Csv.line(names) + Csv.line(hints);
    }

    static byte[] xlsx(String title, List<Column> columns, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Four Plus One", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(title);
            List<String> names = names(columns, language);
            for (int place = 0; place < names.size(); place++) {
                sheet.value(0, place, names.get(place));
                sheet.style(0, place).bold().set();
                sheet.width(place, 20);
                // Written as text, so that long numbers keep their digits.
                sheet.range(1, place, 2000, place).style().format("@").set();
            }
            sheet.freezePane(0, 1);
            about(workbook.newWorksheet(language == Language.EN ? "Columns" : "填写说明"), columns, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void about(Worksheet sheet, List<Column> columns, Language language) {
        boolean english = language == Language.EN;
        row(
                sheet,
                0,
                english ? List.of("Column", "中文列名", "Key", "What to write") : List.of("列名", "English", "代码", "填写要求"));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            row(
                    sheet,
                    i + 1,
                    List.of(
                            column.name().in(english ? Language.EN : Language.ZH),
                            column.name().in(english ? Language.ZH : Language.EN),
                            column.key(),
                            hint(column, language)));
        }
        sheet.width(0, 24);
        sheet.width(1, 24);
        sheet.width(3, 80);
    }

    private static void row(Worksheet sheet, int row, List<@Nullable String> cells) {
        for (int place = 0; place < cells.size(); place++) {
            sheet.value(row, place, cells.get(place));
        }
    }

    private static List<String> names(List<Column> columns, Language language) {
        return columns.stream()
                .map(column -> column.name().in(language == Language.EN ? Language.EN : Language.ZH))
                .toList();
    }

    private static String hint(Column column, Language language) {
        Language one = language == Language.EN ? Language.EN : Language.ZH;
        String hint = column.hint().in(one);
        return column.choices().isEmpty()
                ? hint
                : hint
                        + (one == Language.EN ? ": " : "：")
                        + column.choices().stream()
                                .map(choice ->
                                        choice.code() + " " + choice.name().in(one))
                                .collect(Collectors.joining(one == Language.EN ? "; " : "；"));
    }
}
