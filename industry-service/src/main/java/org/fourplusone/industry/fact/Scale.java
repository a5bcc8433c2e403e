package org.fourplusone.industry.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.cluster.Industries;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.ScaleThreshold;
import org.fourplusone.industry.enterprise.SizeClass;
import org.fourplusone.industry.enterprise.SizeRule;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise's facts of one year say of its size: its class by the rules of 2017 (统计上大中小微型企业划分办法(2017)) and
 * whether it reaches the above-scale threshold that held at the end of that year.
 *
 * @param numbers the facts that count, verified or not; only verified ones decide
 * @param size its size class by them
 * @param aboveScale whether they reach the threshold
 * @param entry what the register's entry says, which statistics go by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Scale(
        String creditCode,
        int year,
        String industryCode,
        @Nullable Text industryName,
        List<Figure> numbers,
        Size size,
        Above aboveScale,
        Entry entry) {

    static final String STAFF = "ent.staffYearEnd";
    static final String REVENUE = "ent.revenueYear";
    static final String ASSETS = "ent.assetsYearEnd";

    private static final Text SIZE_SOURCE =
            Text.of("统计上大中小微型企业划分办法（2017）", "Rules of 2017 for the size of enterprises in statistics");

    /** A number of the year; limits are the least for large, medium and small, in its unit, absent where it does not decide. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(
            String key,
            @Nullable String value,
            @Nullable String source,
            boolean verified,
            @Nullable Limits limits) {}

    record Limits(String large, String medium, String small) {}

    /**
     * @param sizeClass null while {@code missing} is not empty, and where the rules leave the industry out
     * @param missing facts that the row needs and that are unknown or not verified
     * @param row the row of the rules' table
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Size(
            @Nullable SizeClass sizeClass,
            @Nullable Text name,
            @Nullable SizeRule row,
            @Nullable Text rowName,
            List<String> missing,
            Text source) {}

    /** ABOVE or BELOW the threshold, UNKNOWN while verified facts do not decide, NOT_BY_SIZE where there is none. */
    enum Status {
        ABOVE,
        BELOW,
        UNKNOWN,
        NOT_BY_SIZE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Above(Status status, @Nullable Threshold threshold) {}

    /** @param staff that do as well; absent where only revenue counts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Threshold(
            Text name,
            Money revenue,
            @Nullable Long staff,
            LocalDate from,
            @Nullable LocalDate until,
            Text source) {}

    /** @param differs whether the facts say otherwise than the entry */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(@Nullable SizeClass sizeClass, boolean aboveScale, boolean differs) {}

    static Scale of(
            Enterprise enterprise, FactSheet sheet, int year, ScaleThreshold.Table thresholds, Industries industries) {
        String industry = enterprise.industryCode();
        Fact staff = fact(sheet, STAFF, year);
        Fact revenue = fact(sheet, REVENUE, year);
        Fact assets = fact(sheet, ASSETS, year);
        SizeRule rule = SizeRule.of(industry);
        BigDecimal staffCount = verified(staff);
        SizeClass size = SizeClass.of(
                industry, staffCount == null ? null : staffCount.longValueExact(), verified(revenue), verified(assets));
        ScaleThreshold threshold =
                thresholds.of(industry, LocalDate.of(year, 12, 31)).orElse(null);
        Status status = status(threshold, verified(revenue), staffCount);
        boolean differs = size != null && size != enterprise.sizeClass()
                || status == Status.ABOVE && !enterprise.aboveScale()
                || status == Status.BELOW && enterprise.aboveScale();
        return new Scale(
                enterprise.creditCode(),
                year,
                industry,
                industries.nameOf(industry),
                List.of(
                        figure(STAFF, staff, rule == null ? List.of() : rule.staff(), false),
                        figure(REVENUE, revenue, rule == null ? List.of() : rule.revenue(), true),
                        figure(ASSETS, assets, rule == null ? List.of() : rule.assets(), true)),
                new Size(
                        size,
                        size == null ? null : size.text(),
                        rule,
                        rule == null ? null : rule.text(),
                        missing(rule, staff, revenue, assets),
                        SIZE_SOURCE),
                new Above(status, threshold == null ? null : told(threshold)),
                new Entry(enterprise.sizeClass(), enterprise.aboveScale(), differs));
    }

    private static Status status(
            @Nullable ScaleThreshold threshold, @Nullable BigDecimal revenue, @Nullable BigDecimal staff) {
        if (threshold == null) {
            return Status.NOT_BY_SIZE;
        }
        Boolean reached = threshold.isReached(revenue, staff);
        return reached == null ? Status.UNKNOWN : reached ? Status.ABOVE : Status.BELOW;
    }

    private static Threshold told(ScaleThreshold threshold) {
        return new Threshold(
                threshold.name(),
                Money.parse(threshold.revenue().toPlainString()),
                threshold.staff(),
                threshold.from(),
                threshold.until(),
                threshold.source());
    }

    private static List<String> missing(
            @Nullable SizeRule rule, @Nullable Fact staff, @Nullable Fact revenue, @Nullable Fact assets) {
        List<String> missing = new ArrayList<>();
        if (rule != null && !rule.staff().isEmpty() && verified(staff) == null) {
            missing.add(STAFF);
        }
        if (rule != null && !rule.revenue().isEmpty() && verified(revenue) == null) {
            missing.add(REVENUE);
        }
        if (rule != null && !rule.assets().isEmpty() && verified(assets) == null) {
            missing.add(ASSETS);
        }
        return missing;
    }

    private static Figure figure(String key, @Nullable Fact fact, List<Long> limits, boolean money) {
        return new Figure(
                key,
                fact == null ? null : fact.value(),
                fact == null ? null : fact.source(),
                fact != null && fact.verified(),
                limits.isEmpty()
                        ? null
                        : new Limits(
                                written(limits.get(0), money),
                                written(limits.get(1), money),
                                written(limits.get(2), money)));
    }

    private static String written(long limit, boolean money) {
        return money ? Money.ofYuan(limit).toString() : String.valueOf(limit);
    }

    private static @Nullable Fact fact(FactSheet sheet, String key, int year) {
        return sheet.find(new Fact.Identity(null, key, String.valueOf(year)));
    }

    private static @Nullable BigDecimal verified(@Nullable Fact fact) {
        return fact == null || fact.value() == null || !fact.verified() ? null : new BigDecimal(fact.value());
    }
}
