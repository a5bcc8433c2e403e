package org.fourplusone.fund.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.outcome.PaidEnterprises.Paid;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Yuan to outcome: what was paid in a year against the figures of the same enterprises in the year before and after, beside
 * similar enterprises that were never paid.
 *
 * @param years the years in which anything was paid, newest first
 * @param asOf when the figures were read; absent when they never were
 * @param missing which numbers are missing, and why
 */
record Outcomes(
        String by,
        int year,
        int before,
        int after,
        Text definition,
        List<Integer> years,
        @Nullable Instant asOf,
        List<Text> missing,
        List<Outcome> rows) {

    static final String BY_CLUSTER = "cluster";
    static final String BY_LINE = "line";

    private static final Text DEFINITION = Text.of(
            "当年已拨付金额（按预算年度，未扣除追回），与同一批企业拨付前一年、后一年的数据并列；只合计两年数据都有的企业。"
                    + "对照组为同集群、同规模类型且从未获得拨付的企业。这是描述，不是因果证明：获支持企业并非随机选取。"
                    + "少于 3 家、或一家占 85% 及以上的数据不显示。",
            "What was paid in the budget year (before recoveries) beside the figures of the same enterprises in the year before"
                    + " and the year after; only enterprises with figures of both years are summed. Beside them: enterprises of"
                    + " the same clusters and size classes that were never paid. A description, not a proof: the paid were not"
                    + " chosen at random. Fewer than 3 enterprises, or one with 85 % or more, are not shown.");

    /**
     * @param paid what was paid in that year
     * @param ever everybody who was ever paid
     */
    static Outcomes of(
            String by, int year, List<Integer> years, List<Paid> paid, Set<String> ever, KnownFigures.Snapshot known) {
        Map<String, List<Paid>> groups = paid.stream()
                .collect(Collectors.groupingBy(each -> group(by, each, known), TreeMap::new, Collectors.toList()));
        List<Text> missing = new ArrayList<>();
        if (known.stale()) {
            missing.add(age(known.asOf()));
        }
        List<Outcome> rows = new ArrayList<>();
        groups.forEach((group, members) -> rows.add(row(by, group, members, year, ever, known)));
        missing.addAll(gaps(rows, year));
        return new Outcomes(by, year, year - 1, year + 1, DEFINITION, years, known.asOf(), missing, rows);
    }

    private static String group(String by, Paid paid, KnownFigures.Snapshot known) {
        if (by.equals(BY_LINE)) {
            return paid.line().name();
        }
        Figures figures = known.enterprises().get(paid.creditCode());
        return figures == null ? "UNKNOWN" : figures.kind().cluster();
    }

    private static Outcome row(
            String by, String group, List<Paid> members, int year, Set<String> ever, KnownFigures.Snapshot known) {
        Text name = by.equals(BY_LINE) ? Line.valueOf(group).title() : null;
        Set<String> codes = members.stream().map(Paid::creditCode).collect(Collectors.toSet());
        if (codes.size() < Outcome.LEAST) {
            return Outcome.hidden(group, name);
        }
        List<Figures> own = codes.stream()
                .map(known.enterprises()::get)
                .filter(Objects::nonNull)
                .toList();
        Set<Figures.Kind> kinds = own.stream().map(Figures::kind).collect(Collectors.toCollection(HashSet::new));
        List<Figures> similar = known.enterprises().entrySet().stream()
                .filter(each -> !ever.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(each -> kinds.contains(each.kind()))
                .toList();
        return new Outcome(
                group,
                name,
                false,
                codes.size(),
                members.stream().map(Paid::amount).reduce(Money.ZERO, Money::plus),
                Arrays.stream(Measure.values())
                        .map(measure -> new Outcome.Compared(
                                measure,
                                measure.title(),
                                measure.unit(),
                                Outcome.side(own, measure, year - 1, year + 1),
                                Outcome.side(similar, measure, year - 1, year + 1)))
                        .toList());
    }

    private static Text age(@Nullable Instant asOf) {
        return asOf == null
                ? Text.of(
                        "企业数据服务暂时没有应答，尚无企业前后年度数据，只有拨付金额。",
                        "The register does not answer and has not been read yet: there are amounts paid, but no figures.")
                : Text.of(
                        "企业数据服务暂时没有应答，企业数据为较早读取的版本。",
                        "The register does not answer: the figures are those read earlier.");
    }

    /** Which paid enterprises are left out of the sums because a year is not known. */
    private static List<Text> gaps(List<Outcome> rows, int year) {
        List<Text> gaps = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            int asked = 0;
            int known = 0;
            for (Outcome row : rows) {
                for (Outcome.Compared compared : row.measures()) {
                    if (compared.measure() == measure) {
                        asked += Objects.requireNonNullElse(row.enterprises(), 0);
                        known += compared.paid().known();
                    }
                }
            }
            if (known < asked) {
                gaps.add(Text.of(
                        "%s：%d 家次中有 %d 家次缺少 %d 年或 %d 年数据"
                                .formatted(measure.title().zh(), asked, asked - known, year - 1, year + 1),
                        "%s: of %d enterprises %d lack the figure of %d or of %d"
                                .formatted(measure.title().en(), asked, asked - known, year - 1, year + 1)));
            }
        }
        return gaps;
    }
}
