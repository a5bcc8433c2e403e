package org.fourplusone.industry.keyenterprise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** Key enterprises as CSV and XLSX in the caller's language, with each value's source and how the land is evaluated. */
final class KeyEnterpriseFiles {

    private static final List<Text> FIRST =
            List.of(Text.of("统一社会信用代码", "Credit code"), Text.of("企业", "Enterprise"), Text.of("产业集群", "Cluster"));
    private static final List<Text> LAST = List.of(
            Text.of("亩均税收（元）", "Tax per mu (yuan)"),
            Text.of("亩均营收（元）", "Revenue per mu (yuan)"),
            Text.of("人均产值（元）", "Output per person (yuan)"),
            Text.of("得分", "Score"),
            Text.of("亩均效益类别", "Land-efficiency class"));

    private KeyEnterpriseFiles() {}

    static String csv(List<KeyEnterprise> enterprises, Language language) {
        return Csv.of(header(language), rows(enterprises, language));
    }

    static byte[] xlsx(int year, List<KeyEnterprise> enterprises, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Four Plus One", "1.0")) {
            Worksheet sheet = workbook.newWorksheet((language == Language.EN ? "Key enterprises " : "重点企业") + year);
            List<String> header = header(language);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.style(0, column).bold().set();
            }
            List<List<@Nullable Object>> rows = rows(enterprises, language);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < header.size(); column++) {
                    fill(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
            Worksheet about = workbook.newWorksheet(language == Language.EN ? "About" : "说明");
            about.value(0, 0, LandEfficiency.DEFINITION.in(language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, Csv.guarded(value.toString()));
        }
    }

    private static List<String> header(Language language) {
        List<String> header = new ArrayList<>();
        FIRST.forEach(text -> header.add(text.in(language)));
        for (KeyFact fact : KeyFact.values()) {
            header.add(fact.text().in(language));
            header.add(Text.of("来源", "Source").in(language));
        }
        LAST.forEach(text -> header.add(text.in(language)));
        return header;
    }

    private static List<List<@Nullable Object>> rows(List<KeyEnterprise> enterprises, Language language) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (KeyEnterprise each : enterprises) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(each.creditCode());
            row.add(each.name());
            row.add(each.clusterName().in(language));
            for (KeyFact fact : KeyFact.values()) {
                KeyEnterprise.Value value = each.values().get(fact.code());
                row.add(
                        value == null
                                ? null
                                : fact == KeyFact.STATED_CLASS ? value.value() : new BigDecimal(value.value()));
                row.add(value == null ? null : value.source() + (value.verified() ? "" : " *"));
            }
            LandEfficiency efficiency = each.efficiency();
            row.add(efficiency == null ? null : efficiency.taxPerMu());
            row.add(efficiency == null ? null : efficiency.revenuePerMu());
            row.add(efficiency == null ? null : efficiency.outputPerPerson());
            row.add(efficiency == null ? null : efficiency.score());
            row.add(efficiency == null ? null : efficiency.grade().name());
            rows.add(row);
        }
        return rows;
    }
}
