package org.fourplusone.industry.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourplusone.industry.bulletin.Bulletin.Section;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.statistics.Releases;
import org.fourplusone.industry.statistics.Releases.Table;
import org.fourplusone.starter.text.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Writes a bulletin from the published tables: the same tables give the same words. */
@Service
class WriteBulletin {

    private static final Text NOTES = Text.of(
            "统计范围为规模以上企业，按其主集群汇总；单期数由同一年度、同一批次的累计数相减得出，增速以可比口径的上年同期为基数。"
                    + "贡献率为该集群增量占总增量的比重，拉动为该集群增量占总量基数的百分点。年初以来累计为各期公布数之和。"
                    + "不足三家企业、一家占比过高及防止推算的单元格不公布。合计为全区数，含未列出的单元格，与分项因四舍五入可能不等。",
            "Enterprises above scale, by their primary cluster. Single periods are subtracted from cumulative values within one"
                    + " year and vintage; growth is on the comparable base of the year before. Contribution is a cluster's change"
                    + " over the total change, pull its change over the total base. The year so far is the sum of the published"
                    + " periods. Cells of too few enterprises, of one dominant enterprise, and those that would give such a cell"
                    + " away are withheld. Totals are of the zone, withheld cells included, and may differ from the sum of rounded parts.");

    private final Releases releases;
    private final boolean sample;

    WriteBulletin(Releases releases, @Value("${suite.sample:false}") boolean sample) {
        this.releases = releases;
        this.sample = sample;
    }

    /** The bulletin of an issue, or nothing while its period has not been reported. */
    Optional<Bulletin> of(Issue issue) {
        List<Table> tables = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            tables.add(releases.byCluster(measure, issue.grain(), issue.first(), issue.code()));
        }
        return write(issue, tables, sample);
    }

    static Optional<Bulletin> write(Issue issue, List<Table> tables, boolean sample) {
        List<Section> sections =
                tables.stream().map(table -> section(issue, table)).toList();
        if (sections.stream().allMatch(section -> section.lines().isEmpty())) {
            return Optional.empty();
        }
        Table any = tables.get(0);
        return Optional.of(new Bulletin(
                issue.code(),
                issue.grain(),
                issue.title(),
                issue.name(),
                issue.toDate(),
                sections,
                NOTES,
                any.source(),
                any.vintage(),
                sample,
                "/api/industry/bulletins/" + issue.code()));
    }

    private static Section section(Issue issue, Table table) {
        Lines lines = Lines.of(issue, table);
        Measure measure = table.measure();
        return new Section(
                measure.code(),
                measure.text(),
                Sentences.of(issue, measure.text(), lines),
                lines.scale().unit,
                lines.total(),
                lines.clusters(),
                "/api/industry/statistics?measure=" + measure.code() + "&by=cluster," + issue.grain() + "&from="
                        + issue.first() + "&to=" + issue.code() + "&growth=yoy"
                        + (table.vintage() == null ? "" : "&vintage=" + table.vintage()));
    }
}
