package org.fourplusone.industry.keyenterprise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise's land yields (亩均效益). Of the indicators of Shandong's evaluation of 2019 (tax per land, revenue and
 * productivity among them) those are taken that administrative facts give; weights and class limits are illustrative.
 *
 * <p>score = 100 · (0.5 · t + 0.3 · r + 0.2 · p), where t is tax per mu, r revenue per mu and p output per person, each
 * divided by the same of all evaluated enterprises together and counted up to 1.5. By score the first 20 % are A, up to 70 %
 * B, up to 95 % C, the rest D.
 *
 * @param taxPerMu yuan, two decimals
 * @param revenuePerMu yuan, two decimals
 * @param outputPerPerson yuan, two decimals
 * @param score two decimals
 */
record LandEfficiency(
        BigDecimal taxPerMu, BigDecimal revenuePerMu, BigDecimal outputPerPerson, BigDecimal score, Grade grade) {

    static final Text DEFINITION = Text.of(
            "得分＝100×（0.5×亩均税收＋0.3×亩均营收＋0.2×人均产值），各项除以全部参评企业的平均水平，最高按1.5计；按得分排名前20%为A，至70%为B，至95%为C，其余为D。指标取自山东省2019年亩产效益评价，权重与分档为示例。只用经核实的行政事实，缺一项的企业不参评。",
            "Score = 100 × (0.5 × tax per mu + 0.3 × revenue per mu + 0.2 × output per person), each divided by that of all"
                    + " evaluated enterprises together and counted up to 1.5; by score the first 20 % are A, up to 70 % B, up to"
                    + " 95 % C, the rest D. The indicators are from Shandong's evaluation of 2019, weights and limits are"
                    + " illustrative. Only verified administrative facts count; an enterprise that lacks one is not evaluated.");

    private static final MathContext PRECISE = MathContext.DECIMAL64;
    private static final BigDecimal MOST = new BigDecimal("1.5");
    private static final List<BigDecimal> WEIGHTS =
            List.of(new BigDecimal("50"), new BigDecimal("30"), new BigDecimal("20"));

    enum Grade {
        A,
        B,
        C,
        D
    }

    private record Yield(KeyEnterprise enterprise, List<BigDecimal> ratios) {}

    /** The same enterprises in the same order, each with what its land yields among all. */
    static List<KeyEnterprise> evaluate(List<KeyEnterprise> enterprises) {
        BigDecimal land = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal output = BigDecimal.ZERO;
        BigDecimal staff = BigDecimal.ZERO;
        List<Yield> yields = new ArrayList<>();
        for (KeyEnterprise each : enterprises) {
            List<BigDecimal> ratios = ratios(each);
            if (ratios.isEmpty()) {
                continue;
            }
            yields.add(new Yield(each, ratios));
            land = land.add(of(each, KeyFact.LAND));
            tax = tax.add(of(each, KeyFact.TAX));
            revenue = revenue.add(of(each, KeyFact.REVENUE));
            output = output.add(of(each, KeyFact.OUTPUT));
            staff = staff.add(of(each, KeyFact.STAFF));
        }
        if (yields.isEmpty()) {
            return enterprises;
        }
        List<BigDecimal> levels =
                List.of(tax.divide(land, PRECISE), revenue.divide(land, PRECISE), output.divide(staff, PRECISE));
        Map<String, BigDecimal> scores = new HashMap<>();
        yields.forEach(yield -> scores.put(yield.enterprise().creditCode(), score(yield.ratios(), levels)));
        List<Yield> ranked = yields.stream()
                .sorted(Comparator.<Yield, BigDecimal>comparing(
                                yield -> scores.getOrDefault(yield.enterprise().creditCode(), BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(yield -> yield.enterprise().creditCode()))
                .toList();
        Map<String, LandEfficiency> found = new HashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            Yield yield = ranked.get(rank);
            String code = yield.enterprise().creditCode();
            found.put(
                    code,
                    new LandEfficiency(
                            shown(yield.ratios().get(0)),
                            shown(yield.ratios().get(1)),
                            shown(yield.ratios().get(2)),
                            shown(scores.getOrDefault(code, BigDecimal.ZERO)),
                            grade(rank, ranked.size())));
        }
        return enterprises.stream()
                .map(each -> each.with(found.get(each.creditCode())))
                .toList();
    }

    private static List<BigDecimal> ratios(KeyEnterprise enterprise) {
        BigDecimal land = of(enterprise, KeyFact.LAND);
        BigDecimal staff = of(enterprise, KeyFact.STAFF);
        boolean known = enterprise.verified(KeyFact.TAX) != null
                && enterprise.verified(KeyFact.REVENUE) != null
                && enterprise.verified(KeyFact.OUTPUT) != null;
        return !known || land.signum() <= 0 || staff.signum() <= 0
                ? List.of()
                : List.of(
                        of(enterprise, KeyFact.TAX).divide(land, PRECISE),
                        of(enterprise, KeyFact.REVENUE).divide(land, PRECISE),
                        of(enterprise, KeyFact.OUTPUT).divide(staff, PRECISE));
    }

    private static BigDecimal of(KeyEnterprise enterprise, KeyFact fact) {
        @Nullable BigDecimal value = enterprise.verified(fact);
        return value == null ? BigDecimal.ZERO : value;
    }

    private static BigDecimal score(List<BigDecimal> ratios, List<BigDecimal> levels) {
        BigDecimal score = BigDecimal.ZERO;
        for (int i = 0; i < ratios.size(); i++) {
            if (levels.get(i).signum() > 0) {
                score = score.add(WEIGHTS.get(i)
                        .multiply(ratios.get(i).divide(levels.get(i), PRECISE).min(MOST)));
            }
        }
        return score;
    }

    private static Grade grade(int rank, int of) {
        return rank * 100L < of * 20L
                ? Grade.A
                : rank * 100L < of * 70L ? Grade.B : rank * 100L < of * 95L ? Grade.C : Grade.D;
    }

    private static BigDecimal shown(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }
}
