package org.fourplusone.fund.outcome;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fourplusone.fund.ledger.BudgetLines;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.LineBalance;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The next year's budget as this year's use and scores would have it: a proposal, nothing is posted. */
@RestController
@Tag(name = "Budget")
class BudgetProposalController {
    private static final Text RULE = Text.of(
            "下年建议 = 本年预算 × 使用率 × 绩效系数，四舍五入到万元。使用率 = 已使用 ÷ 本年预算，最低按 0.50、最高按 1 计；"
                    + "绩效系数按平均得分的等级取值，评分不足 3 个的用途按 1.00 计。规则为示例，仅供编制预算参考，不会自动入账。",
            "Next year = this year's budget × use × score factor, rounded to CNY 10,000. Use = used ÷ budget, counted as at least"
                    + " 0.50 and at most 1; the factor follows from the band of the average score, lines with fewer than 3"
                    + " scores count as 1.00. An illustrative rule for those who make the budget; nothing is posted by it.");

    /** @param least the least score of the band */
    record Factor(Band band, Text bandName, int least, BigDecimal factor) {}

    /** @param roundedTo the step to which amounts are rounded */
    record Parameters(BigDecimal leastUse, int leastScored, Money roundedTo, List<Factor> factors) {}

    /**
     * @param year the year that is looked at
     * @param nextYear the year that is proposed
     */
    record Proposal(
            int year,
            int nextYear,
            Text rule,
            Parameters parameters,
            List<BudgetProposal> lines,
            Money budgeted,
            Money used,
            Money proposed) {}

    private final BudgetLines lines;
    private final Evaluations evaluations;

    BudgetProposalController(BudgetLines lines, Evaluations evaluations) {
        this.lines = lines;
        this.evaluations = evaluations;
    }

    /** @param year the budget year to look at; the current one without it; 404 for a year without a budget */
    @GetMapping("/budget/proposal")
    @Operation(summary = "What use and scores of a year propose for the next, by line, with the rule; posts nothing")
    Proposal proposal(@RequestParam(required = false) @Nullable Integer year) {
        int asked = year == null ? lines.current() : year;
        List<LineBalance> balances = lines.of(asked);
        if (balances.isEmpty()) {
            throw Problem.notFound();
        }
        Map<Line, Evaluations.Average> averages = evaluations.averages(asked);
        List<BudgetProposal> proposed = balances.stream()
                .map(balance -> BudgetProposal.of(balance, averages.get(balance.line())))
                .toList();
        return new Proposal(
                asked,
                asked + 1,
                RULE,
                parameters(),
                proposed,
                sum(proposed, BudgetProposal::budgeted),
                sum(proposed, BudgetProposal::used),
                sum(proposed, BudgetProposal::proposed));
    }

    private static Parameters parameters() {
        return new Parameters(
                BudgetProposal.LEAST_USE,
                BudgetProposal.LEAST_SCORED,
                BudgetProposal.STEP,
                Arrays.stream(Band.values())
                        .map(band -> new Factor(band, band.title(), band.least(), BudgetProposal.factor(band)))
                        .toList());
    }

    private static Money sum(List<BudgetProposal> lines, Function<BudgetProposal, Money> amount) {
        return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
