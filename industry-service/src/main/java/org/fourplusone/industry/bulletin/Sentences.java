package org.fourplusone.industry.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.industry.bulletin.Bulletin.Line;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/** What a table says, in sentences. Numbers are taken from its lines as they are written there; withheld lines are only named. */
final class Sentences {

    private Sentences() {}

    static List<Text> of(Issue issue, Text measure, Lines lines) {
        List<Text> sentences = new ArrayList<>();
        if (lines.total() != null) {
            sentences.add(total(issue, measure, lines.scale(), lines.total()));
        }
        leading(lines).ifPresent(sentences::add);
        List<Line> falling =
                grown(lines).stream().filter(line -> sign(line.growth()) < 0).toList();
        if (!falling.isEmpty()) {
            sentences.add(Text.of(
                    join(falling, line -> line.name().zh() + "同比下降 " + size(line.growth()) + "%", "，") + "。",
                    "Down on the year: "
                            + join(falling, line -> line.name().en() + " by " + size(line.growth()) + " %", ", ")
                            + "."));
        } else if (grown(lines).size() > 1) {
            sentences.add(Text.of("公布的各集群均不低于上年同期。", "No published cluster is below the year before."));
        }
        List<Line> withheld = lines.clusters().stream().filter(Line::suppressed).toList();
        if (!withheld.isEmpty()) {
            sentences.add(Text.of(
                    join(withheld, line -> line.name().zh(), "、") + "的数据会泄露单个企业或可由此推算，不公布。",
                    "Withheld, since they would give single enterprises away: "
                            + join(withheld, line -> line.name().en(), ", ")
                            + "."));
        }
        Text toDate = issue.toDate();
        if (toDate != null && lines.total() != null && lines.total().toDate() != null) {
            sentences.add(toDate(toDate, measure, lines.scale(), lines.total()));
        }
        return List.of(joined(sentences));
    }

    private static Text total(Issue issue, Text measure, Scale scale, Line total) {
        Text amount = scale.inSentence(value(total.value()));
        return Text.of(
                issue.name().zh() + "，规模以上企业" + measure.zh() + " " + amount.zh() + changeZh(total.growth()) + "。",
                "In " + issue.name().en() + ", " + lower(measure.en()) + " of enterprises above scale came to "
                        + amount.en() + changeEn(total.growth()) + ".");
    }

    private static Text toDate(Text toDate, Text measure, Scale scale, Line total) {
        Text amount = scale.inSentence(value(total.toDate()));
        return Text.of(
                toDate.zh() + "累计" + measure.zh() + " " + amount.zh() + changeZh(total.toDateGrowth()) + "。",
                "Over " + toDate.en() + " it adds up to " + amount.en() + changeEn(total.toDateGrowth()) + ".");
    }

    /** The cluster that pulls the total up most. */
    private static java.util.Optional<Text> leading(Lines lines) {
        return grown(lines).stream()
                .filter(line -> sign(line.pull()) > 0 && sign(line.growth()) > 0)
                .max(Comparator.comparing(line -> new BigDecimal(line.pull() == null ? "0" : line.pull())))
                .map(line -> {
                    Text amount = lines.scale().inSentence(value(line.value()));
                    return Text.of(
                            "拉动最大的是" + line.name().zh() + "：" + amount.zh() + "，同比增长 " + size(line.growth()) + "%，拉动 "
                                    + size(line.pull()) + " 个百分点。",
                            "The largest pull came from " + line.name().en() + ": " + amount.en() + ", up "
                                    + size(line.growth()) + " % on the year, a pull of " + size(line.pull())
                                    + " percentage points.");
                });
    }

    private static List<Line> grown(Lines lines) {
        return lines.clusters().stream()
                .filter(line -> !line.suppressed() && line.growth() != null)
                .toList();
    }

    private static String changeZh(@Nullable String growth) {
        return growth == null
                ? ""
                : switch (sign(growth)) {
                    case 1 -> "，同比增长 " + size(growth) + "%";
                    case -1 -> "，同比下降 " + size(growth) + "%";
                    default -> "，与上年同期持平";
                };
    }

    private static String changeEn(@Nullable String growth) {
        return growth == null
                ? ""
                : switch (sign(growth)) {
                    case 1 -> ", up " + size(growth) + " % on the year";
                    case -1 -> ", down " + size(growth) + " % on the year";
                    default -> ", as in the year before";
                };
    }

    private static int sign(@Nullable String number) {
        return number == null ? 0 : new BigDecimal(number).signum();
    }

    private static String size(@Nullable String number) {
        return number == null ? "" : new BigDecimal(number).abs().toPlainString();
    }

    private static Text value(@Nullable Text written) {
        return written == null ? Text.of("", "") : written;
    }

    private static String join(List<Line> lines, Function<Line, String> each, String between) {
        return lines.stream().map(each).collect(Collectors.joining(between));
    }

    private static Text joined(List<Text> sentences) {
        return Text.of(
                sentences.stream().map(Text::zh).collect(Collectors.joining()),
                sentences.stream().map(Text::en).collect(Collectors.joining(" ")));
    }

    /** A name within a sentence; abbreviations keep their capitals. */
    private static String lower(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isLowerCase(name.charAt(1))
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }
}
