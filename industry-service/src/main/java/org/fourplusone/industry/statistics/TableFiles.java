package org.fourplusone.industry.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** A published table as CSV (RFC 4180, UTF-8) and as XLSX, in the caller's language, exactly the rows of the answer. */
final class TableFiles {

    private TableFiles() {}

    private record Column(Text title, Cellular cell, boolean number) {

        /** Whether it says anything of these rows; what a table is not cut by is left out. */
        boolean isIn(Answer answer) {
            return !WHERE_CUT.contains(title.en())
                    || answer.rows().stream().anyMatch(row -> cell.of(row, Language.EN) != null);
        }
    }

    private static final Set<String> WHERE_CUT = Set.of(
            "cluster",
            "cluster name",
            "segment",
            "segment name",
            "industry",
            "industry name",
            "size class",
            "base as published");

    private interface Cellular {
        @Nullable
        String of(Answer.Row row, Language language);
    }

    private static final List<Column> COLUMNS = List.of(
            new Column(Text.of("集群代码", "cluster"), (row, language) -> row.cluster(), false),
            new Column(
                    Text.of("集群", "cluster name"),
                    (row, language) ->
                            row.clusterName() == null ? null : row.clusterName().in(language),
                    false),
            new Column(Text.of("环节代码", "segment"), (row, language) -> row.segment(), false),
            new Column(
                    Text.of("产业链环节", "segment name"),
                    (row, language) ->
                            row.segmentName() == null ? null : row.segmentName().in(language),
                    false),
            new Column(Text.of("行业小类", "industry"), (row, language) -> row.industry(), false),
            new Column(
                    Text.of("行业名称", "industry name"),
                    (row, language) -> row.industryName() == null
                            ? null
                            : row.industryName().in(language),
                    false),
            new Column(Text.of("企业规模", "size class"), (row, language) -> row.sizeClass(), false),
            new Column(Text.of("期间", "period"), (row, language) -> row.period(), false),
            new Column(Text.of("截至", "through"), (row, language) -> row.through(), false),
            new Column(Text.of("数值", "value"), (row, language) -> row.value(), true),
            new Column(Text.of("可比基数", "base"), (row, language) -> row.base(), true),
            new Column(Text.of("原公布上年同期", "base as published"), (row, language) -> row.basePublished(), true),
            new Column(Text.of("增速%", "growth %"), (row, language) -> row.growth(), true),
            new Column(Text.of("贡献率%", "contribution %"), (row, language) -> row.contribution(), true),
            new Column(Text.of("拉动百分点", "pull pp"), (row, language) -> row.pull(), true),
            new Column(Text.of("未公布", "suppressed"), (row, language) -> String.valueOf(row.suppressed()), false));

    private static List<Column> columns(Answer answer) {
        return COLUMNS.stream().filter(column -> column.isIn(answer)).toList();
    }

    static String csv(Answer answer, Language language) {
        return Csv.table(
                columns(answer).stream()
                        .map(column -> new Csv.Column<Answer.Row>(column.title().in(language), row -> column.cell()
                                .of(row, language)))
                        .toList(),
                answer.rows());
    }

    static byte[] xlsx(Answer answer, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Column> columns = columns(answer);
        try (Workbook workbook = new Workbook(out, "Four Plus One", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(answer.measureName().in(language));
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column).title().in(language));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < answer.rows().size(); row++) {
                for (int column = 0; column < columns.size(); column++) {
                    fill(
                            sheet,
                            row + 1,
                            column,
                            columns.get(column),
                            answer.rows().get(row),
                            language);
                }
            }
            about(workbook.newWorksheet(language == Language.EN ? "About" : "说明"), answer, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int at, int place, Column column, Answer.Row row, Language language) {
        String text = column.cell().of(row, language);
        if (text == null) {
            return;
        }
        if (column.number()) {
            sheet.value(at, place, new BigDecimal(text));
            sheet.style(at, place)
                    .format(text.contains(".") ? "#,##0.00" : "#,##0")
                    .set();
        } else {
            sheet.value(at, place, Csv.guarded(text));
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
            sheet.value(line, 0, Csv.guarded(lines.get(line)));
        }
    }
}
