package org.fourplusone.industry.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Closures.Kind;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.FormerNames;
import org.fourplusone.industry.enterprise.FormerNames.FormerName;
import org.jspecify.annotations.Nullable;

/** Draws what sample enterprises were called before, and how those that ended came to their end. */
final class PastNames {

    private static final String[] REASONS = {"经营期限届满，股东决议解散（示例）", "决议注销登记（示例）", "迁出本区后注销（示例）"};
    private static final int MERGED = 3;

    private final long seed;
    private final LocalDate today;

    PastNames(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    List<FormerNames.Row> names(List<Firm> firms) {
        List<FormerNames.Row> rows = new ArrayList<>();
        for (Firm firm : firms) {
            Draw draw = new Draw(seed + 7, firm.number());
            Enterprise enterprise = firm.enterprise();
            LocalDate first = enterprise.established();
            double chance = firm.number() <= 3 ? 1 : firm.group() == Group.ABOVE_SCALE ? 0.12 : 0.01;
            LocalDate until = today.minusDays(draw.between(200, 4000));
            if (draw.happens(chance) && first != null && until.isAfter(first)) {
                rows.add(new FormerNames.Row(
                        enterprise.creditCode(),
                        new FormerName(enterprise.name().replace("有限公司", "") + "厂（示例曾用名）", until)));
            }
        }
        return rows;
    }

    /** @param survivors those of the first portion, which others may be merged into */
    List<Closure> closures(List<Firm> firms, List<Firm> survivors) {
        List<Closure> closures = new ArrayList<>();
        for (Firm firm : firms) {
            if (firm.enterprise().status() == Enterprise.Status.CLOSED) {
                Draw draw = new Draw(seed + 8, firm.number());
                Firm into = draw.between(1, MERGED) == 1 ? heir(firm, survivors, draw) : null;
                LocalDate on = today.minusDays(draw.between(30, 330));
                closures.add(new Closure(
                        firm.enterprise().creditCode(),
                        firm.number(),
                        into == null ? Kind.CLOSED : Kind.MERGED,
                        on,
                        into == null ? REASONS[draw.between(0, REASONS.length - 1)] : "吸收合并（示例）",
                        into == null ? null : into.enterprise().creditCode()));
            }
        }
        return closures;
    }

    /** An active enterprise of the same industry division. */
    private static @Nullable Firm heir(Firm firm, List<Firm> survivors, Draw draw) {
        String division = firm.enterprise().industryCode().substring(0, 2);
        List<Firm> able = survivors.stream()
                .filter(each -> each.number() > 3 && each.number() != firm.number())
                .filter(each -> each.enterprise().status() == Enterprise.Status.ACTIVE)
                .filter(each -> each.enterprise().industryCode().startsWith(division))
                .toList();
        return able.isEmpty() ? null : able.get(draw.between(0, able.size() - 1));
    }
}
