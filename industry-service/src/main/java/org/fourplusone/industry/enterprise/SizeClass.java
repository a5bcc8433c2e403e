package org.fourplusone.industry.enterprise;

import java.math.BigDecimal;
import java.util.List;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Large, medium, small or micro by the 2017 rules for statistics (统计上大中小微型企业划分办法(2017)): an enterprise is of a
 * class if it reaches every lower limit of that class, otherwise of the next one below.
 */
public enum SizeClass {
    L("大型", "Large"),
    M("中型", "Medium"),
    S("小型", "Small"),
    XS("微型", "Micro");

    private final Text text;

    SizeClass(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /**
     * @param staff persons at the end of the year
     * @param revenue yuan in the year
     * @param assets yuan at the end of the year
     * @return null while a number that the rule needs is unknown, and where the rules leave the industry out
     */
    public static @Nullable SizeClass of(
            String industryCode, @Nullable Long staff, @Nullable BigDecimal revenue, @Nullable BigDecimal assets) {
        SizeRule rule = SizeRule.of(industryCode);
        BigDecimal persons = staff == null ? null : BigDecimal.valueOf(staff);
        if (rule == null
                || isMissing(rule.staff(), persons)
                || isMissing(rule.revenue(), revenue)
                || isMissing(rule.assets(), assets)) {
            return null;
        }
        for (SizeClass size : new SizeClass[] {L, M, S}) {
            int row = size.ordinal();
            if (reaches(persons, rule.staff(), row)
                    && reaches(revenue, rule.revenue(), row)
                    && reaches(assets, rule.assets(), row)) {
                return size;
            }
        }
        return XS;
    }

    private static boolean isMissing(List<Long> limits, @Nullable BigDecimal value) {
        return !limits.isEmpty() && value == null;
    }

    private static boolean reaches(@Nullable BigDecimal value, List<Long> limits, int row) {
        return limits.isEmpty() || value != null && value.compareTo(BigDecimal.valueOf(limits.get(row))) >= 0;
    }
}
