package org.fourplusone.industry.bulletin;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The month or quarter that a bulletin is of.
 *
 * @param part 1 to 12, or 1 to 4
 */
record Issue(int year, int part, boolean quarterly) {

    private static final Pattern FORM = Pattern.compile("((?:19|20)\\d{2})-(?:(0[1-9]|1[0-2])|Q([1-4]))");
    private static final String[] NUMERALS = {"一", "二", "三", "四"};
    private static final String[] ORDINALS = {"first", "second", "third", "fourth"};

    static Optional<Issue> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        return Optional.of(
                form.group(3) == null
                        ? new Issue(year, Integer.parseInt(form.group(2)), false)
                        : new Issue(year, Integer.parseInt(form.group(3)), true));
    }

    String grain() {
        return quarterly ? "quarter" : "month";
    }

    /** As the interface writes it. */
    String code() {
        return withPart(part);
    }

    /** The first month or quarter of its year. */
    String first() {
        return withPart(1);
    }

    /** Months since year 0 at its end. */
    int lastMonth() {
        return year * 12 + (quarterly ? part * 3 : part);
    }

    private String withPart(int number) {
        return year + (quarterly ? "-Q" + number : number < 10 ? "-0" + number : "-" + number);
    }

    Text name() {
        return quarterly
                ? Text.of(year + "年" + NUMERALS[part - 1] + "季度", "the " + ORDINALS[part - 1] + " quarter of " + year)
                : Text.of(year + "年" + part + "月", month(part) + " " + year);
    }

    /** The months or quarters of the year so far; null for the first. */
    @Nullable
    Text toDate() {
        if (part == 1) {
            return null;
        }
        if (!quarterly) {
            return part == 12 ? Text.of("全年", "the whole year") : Text.of("1—" + part + "月", "January–" + month(part));
        }
        return switch (part) {
            case 2 -> Text.of("上半年", "the first half of the year");
            case 3 -> Text.of("前三季度", "the first three quarters");
            default -> Text.of("全年", "the whole year");
        };
    }

    Text title() {
        return quarterly
                ? Text.of(name().zh() + "产业集群运行季报", "Industrial clusters in " + name().en() + ": quarterly bulletin")
                : Text.of(name().zh() + "产业集群运行月报", "Industrial clusters in " + name().en() + ": monthly bulletin");
    }

    private static String month(int number) {
        return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
