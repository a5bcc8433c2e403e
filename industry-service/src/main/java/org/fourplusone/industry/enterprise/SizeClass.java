package org.fourplusone.industry.enterprise;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Large, medium, small or micro by the 2017 rules for statistics (统计上大中小微型企业划分办法(2017)): an enterprise is of a
 * class if it reaches every lower limit of that class, otherwise of the next one below.
 */
public enum SizeClass {
    L,
    M,
    S,
    XS;

    private static final long NOT_USED = -1;

    /** Lower limits of large, medium and small; persons and 10,000 yuan. */
    private record Limits(long[] staff, long[] revenue, long[] assets) {}

    private static final long[] NONE = {NOT_USED, NOT_USED, NOT_USED};
    private static final Limits AGRICULTURE = new Limits(NONE, of(20_000, 500, 50), NONE);
    private static final Limits INDUSTRY = new Limits(of(1000, 300, 20), of(40_000, 2_000, 300), NONE);
    private static final Limits CONSTRUCTION = new Limits(NONE, of(80_000, 6_000, 300), of(80_000, 5_000, 300));
    private static final Limits WHOLESALE = new Limits(of(200, 20, 5), of(40_000, 5_000, 1_000), NONE);
    private static final Limits RETAIL = new Limits(of(300, 50, 10), of(20_000, 500, 100), NONE);
    private static final Limits TRANSPORT = new Limits(of(1000, 300, 20), of(30_000, 3_000, 200), NONE);
    private static final Limits STORAGE = new Limits(of(200, 100, 20), of(30_000, 1_000, 100), NONE);
    private static final Limits POST = new Limits(of(1000, 300, 20), of(30_000, 2_000, 100), NONE);
    private static final Limits HOSPITALITY = new Limits(of(300, 100, 10), of(10_000, 2_000, 100), NONE);
    private static final Limits TELECOM = new Limits(of(2000, 100, 10), of(100_000, 1_000, 100), NONE);
    private static final Limits SOFTWARE = new Limits(of(300, 100, 10), of(10_000, 1_000, 50), NONE);
    private static final Limits REAL_ESTATE = new Limits(NONE, of(200_000, 1_000, 100), of(10_000, 5_000, 2_000));
    private static final Limits PROPERTY = new Limits(of(1000, 300, 100), of(5_000, 1_000, 500), NONE);
    private static final Limits BUSINESS = new Limits(of(300, 100, 10), NONE, of(120_000, 8_000, 100));
    private static final Limits OTHER = new Limits(of(300, 100, 10), NONE, NONE);

    private static long[] of(long large, long medium, long small) {
        return new long[] {large, medium, small};
    }

    /**
     * @param staff persons at the end of the year
     * @param revenue yuan in the year
     * @param assets yuan at the end of the year
     * @return null while a number that the rule needs is unknown
     */
    public static @Nullable SizeClass of(
            String industryCode, @Nullable Long staff, @Nullable BigDecimal revenue, @Nullable BigDecimal assets) {
        Limits limits = limits(industryCode);
        if (isMissing(limits.staff, staff) || isMissing(limits.revenue, revenue) || isMissing(limits.assets, assets)) {
            return null;
        }
        for (SizeClass size : new SizeClass[] {L, M, S}) {
            int row = size.ordinal();
            if (reaches(staff == null ? null : BigDecimal.valueOf(staff), limits.staff[row], 1)
                    && reaches(revenue, limits.revenue[row], 10_000)
                    && reaches(assets, limits.assets[row], 10_000)) {
                return size;
            }
        }
        return XS;
    }

    private static boolean isMissing(long[] limits, @Nullable Number value) {
        return limits[0] != NOT_USED && value == null;
    }

    private static boolean reaches(@Nullable BigDecimal value, long limit, long unit) {
        return limit == NOT_USED || value != null && value.compareTo(BigDecimal.valueOf(limit * unit)) >= 0;
    }

    private static Limits limits(String industryCode) {
        int division = IndustryCode.division(industryCode);
        return switch (IndustryCode.section(industryCode)) {
            case "A" -> AGRICULTURE;
            case "B", "C", "D" -> INDUSTRY;
            case "E" -> CONSTRUCTION;
            case "F" -> division == 51 ? WHOLESALE : RETAIL;
            case "G" -> division == 59 ? STORAGE : division == 60 ? POST : TRANSPORT;
            case "H" -> HOSPITALITY;
            case "I" -> division == 65 ? SOFTWARE : TELECOM;
            case "K" ->
                industryCode.startsWith("701") ? REAL_ESTATE : industryCode.startsWith("702") ? PROPERTY : OTHER;
            case "L" -> BUSINESS;
            default -> OTHER;
        };
    }
}
