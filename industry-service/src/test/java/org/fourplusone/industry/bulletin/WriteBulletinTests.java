package org.fourplusone.industry.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fourplusone.industry.bulletin.Bulletin.Line;
import org.fourplusone.industry.bulletin.Bulletin.Section;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Releases.Row;
import org.fourplusone.industry.statistics.Releases.Table;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bulletin of two clusters over two months, worked out by hand. */
class WriteBulletinTests {

    private static final Issue FEBRUARY = Issue.parse("2026-02").orElseThrow();
    private static final Text NEV = Text.of("新能源汽车", "New-energy vehicles");
    private static final Text PIPE = Text.of("钢管", "Steel pipe");

    private static Row row(String cluster, Text name, String month, String value, String base, boolean hidden) {
        BigDecimal change = new BigDecimal(value).subtract(new BigDecimal(base));
        String growth = change.movePointRight(2)
                .divide(new BigDecimal(base), 2, java.math.RoundingMode.HALF_UP)
                .toPlainString();
        return new Row(cluster, name, month, value, base, growth, "12.34", growth, hidden);
    }

    private static final Text ALL = Text.of("合计", "Total");

    private static Section section(Measure measure, List<Row> totals, Row... rows) {
        Table table = new Table(measure, List.of(rows), totals, Text.of("报表", "reports"), "2026-02");
        return WriteBulletin.write(FEBRUARY, List.of(table), true)
                .orElseThrow()
                .sections()
                .get(0);
    }

    /** 11 + 33 → 12 + 40 of 10 + 40 hundred million: 52 / 50 in February, 96 / 91 over both months. */
    private static Section output(boolean hidden) {
        return section(
                Measure.OUTPUT,
                List.of(
                        row("TOTAL", ALL, "2026-01", "4400000000.00", "4100000000.00", hidden),
                        row("TOTAL", ALL, "2026-02", "5200000000.00", "5000000000.00", hidden)),
                row("NEV", NEV, "2026-01", "1100000000.00", "1000000000.00", false),
                row("STEELPIPE", PIPE, "2026-01", "3300000000.00", "3100000000.00", hidden),
                row("NEV", NEV, "2026-02", "1200000000.00", "1000000000.00", false),
                row("STEELPIPE", PIPE, "2026-02", "4000000000.00", "4000000000.00", hidden));
    }

    @Test
    void saysWhatTheTableSays() {
        Section section = output(false);
        assertThat(section.unit().zh()).isEqualTo("亿元");
        assertThat(section.paragraphs())
                .containsExactly(Text.of(
                        "2026年2月，规模以上企业工业总产值 52.00 亿元，同比增长 4.00%。拉动最大的是新能源汽车：12.00 亿元，同比增长 20.00%，拉动 20.00 个百分点。"
                                + "公布的各集群均不低于上年同期。1—2月累计工业总产值 96.00 亿元，同比增长 5.49%。",
                        "In February 2026, gross output of enterprises above scale came to CNY 5,200 million, up 4.00 % on the year."
                                + " The largest pull came from New-energy vehicles: CNY 1,200 million, up 20.00 % on the year, a pull"
                                + " of 20.00 percentage points. No published cluster is below the year before."
                                + " Over January–February it adds up to CNY 9,600 million, up 5.49 % on the year."));
        assertThat(section.lines()).extracting(Line::toDateGrowth).containsExactly("15.00", "2.82");
        assertThat(strangers(section, section.paragraphs())).isEmpty();
        assertThat(strangers(section, List.of(Text.of("另有 52.01 亿元。", "and 7 more"))))
                .containsExactly("52.01", "7");
    }

    @Test
    void neverTellsWhatIsWithheldEvenIfItIsHandedTheNumber() {
        Section section = output(true);
        assertThat(section.total()).isNull();
        Line pipe = section.lines().get(1);
        assertThat(Stream.of(
                        pipe.value(), pipe.exact(), pipe.growth(), pipe.contribution(), pipe.pull(), pipe.toDate()))
                .containsOnlyNulls();
        String text = section.paragraphs().toString();
        assertThat(text)
                .contains("钢管的数据会泄露单个企业或可由此推算，不公布。", "give single enterprises away: Steel pipe.")
                .doesNotContain("40.00", "4,000", "52.00", "96.00");
        assertThat(strangers(section, section.paragraphs())).isEmpty();
    }

    @Test
    void writesSmallAmountsInTenThousands() {
        Section section = section(
                Measure.RD,
                List.of(row("TOTAL", ALL, "2026-02", "52345678.90", "52345678.90", false)),
                row("NEV", NEV, "2026-01", "50000000.00", "50000000.00", false),
                row("NEV", NEV, "2026-02", "52345678.90", "52345678.90", false));
        assertThat(section.paragraphs().get(0).zh()).startsWith("2026年2月，规模以上企业研发费用 5,235 万元，与上年同期持平。");
        assertThat(section.paragraphs().get(0).en())
                .startsWith(
                        "In February 2026, R&D expense of enterprises above scale came to CNY 52.35 million, as in");
    }

    @Test
    void addsNoJobsOverMonthsAndSaysWhoFell() {
        Section section = section(
                Measure.JOBS,
                List.of(row("TOTAL", ALL, "2026-02", "980", "1000", false)),
                row("NEV", NEV, "2026-01", "1000", "1000", false),
                row("NEV", NEV, "2026-02", "980", "1000", false));
        assertThat(section.paragraphs().get(0).zh()).isEqualTo("2026年2月，规模以上企业从业人员 980 人，同比下降 2.00%。新能源汽车同比下降 2.00%。");
        assertThat(section.lines().get(0).toDate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09, 2026年9月, September 2026, 1—9月",
        "2026-01, 2026年1月, January 2026,",
        "2026-12, 2026年12月, December 2026, 全年",
        "2026-Q3, 2026年三季度, the third quarter of 2026, 前三季度",
        "2026-Q2, 2026年二季度, the second quarter of 2026, 上半年"
    })
    void namesItsPeriod(String code, String zh, String en, @Nullable String toDate) {
        Issue issue = Issue.parse(code).orElseThrow();
        assertThat(issue.code()).isEqualTo(code);
        assertThat(issue.name()).isEqualTo(Text.of(zh, en));
        assertThat(issue.toDate() == null ? null : issue.toDate().zh()).isEqualTo(toDate);
    }

    @ParameterizedTest
    @CsvSource({"2026", "2026-13", "2026-Q5", "2026-9", "1899-01", "2026-09-01"})
    void knowsNoOtherPeriods(String code) {
        assertThat(Issue.parse(code)).isEmpty();
    }

    private static List<String> strangers(Section section, List<Text> paragraphs) {
        List<Line> lines = new ArrayList<>(section.lines());
        if (section.total() != null) {
            lines.add(section.total());
        }
        List<String> zh = numbers(lines, true);
        List<String> en = numbers(lines, false);
        Text name = FEBRUARY.name();
        Text toDate = Objects.requireNonNull(FEBRUARY.toDate());
        return paragraphs.stream()
                .flatMap(text -> Stream.concat(
                        TextNumbers.strangers(text.zh(), zh, name.zh(), toDate.zh()).stream(),
                        TextNumbers.strangers(text.en(), en, name.en(), toDate.en()).stream()))
                .toList();
    }

    private static List<String> numbers(List<Line> lines, boolean zh) {
        return lines.stream()
                .flatMap(line -> Stream.of(
                        line.value() == null
                                ? null
                                : zh ? line.value().zh() : line.value().en(),
                        line.toDate() == null
                                ? null
                                : zh ? line.toDate().zh() : line.toDate().en(),
                        line.growth(),
                        line.contribution(),
                        line.pull(),
                        line.toDateGrowth()))
                .filter(Objects::nonNull)
                .toList();
    }
}
