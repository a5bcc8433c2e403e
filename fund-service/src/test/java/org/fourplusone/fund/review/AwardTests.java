package org.fourplusone.fund.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.filing.Assessment;
import org.fourplusone.fund.filing.ClaimLine;
import org.fourplusone.fund.filing.ClaimLines;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardTests {
    private static final ApprovalLimits LIMITS = new ApprovalLimits(
            java.time.LocalDate.EPOCH, Money.ofYuan(500_000), 2, Money.ofYuan(2_000_000), Money.ofYuan(5_000_000));

    @ParameterizedTest
    @CsvSource({
        // asked, proved, claimed at submission, may it be recommended
        "400000.00, 400000.00, 500000.00, true",
        "400000.01, 400000.00, 500000.00, false",
        "500000.00, 600000.00, 500000.00, true",
        "500000.01, 600000.00, 500000.00, false",
        "0.01, 600000.00, 500000.00, true"
    })
    void nobodyExceedsWhatIsProvedOrClaimed(String asked, String proved, String claimed, boolean fits) {
        Assessment verified = eligible(proved);
        Money amount = Money.parse(asked);
        if (fits) {
            assertThat(Award.checked(amount, verified, Award.most(verified, Money.parse(claimed))))
                    .isEqualTo(amount);
        } else {
            assertRefused(
                    () -> Award.checked(amount, verified, Award.most(verified, Money.parse(claimed))),
                    "AMOUNT_TOO_HIGH");
        }
    }

    @Test
    void nothingUndeterminedOrSelfDeclaredIsRecommended() {
        Money amount = Money.ofYuan(1);
        Assessment.Estimate range = new Assessment.Estimate(null, Money.ofYuan(1), Money.ofYuan(9));
        Money most = Money.ofYuan(9);
        assertRefused(() -> Award.checked(amount, assessment("UNDETERMINED", range, List.of()), most), "FACTS_MISSING");
        assertRefused(() -> Award.checked(amount, assessment("ELIGIBLE", range, List.of()), most), "FACTS_MISSING");
        Assessment.Estimate exact = new Assessment.Estimate(Money.ofYuan(9), null, null);
        assertRefused(() -> Award.checked(amount, assessment("INELIGIBLE", exact, List.of()), most), "NOT_ELIGIBLE");
    }

    @ParameterizedTest
    @CsvSource({"0.00", "-1.00"})
    void anAmountIsPositive(String amount) {
        assertRefused(() -> Award.checked(Money.parse(amount), eligible("9.00"), Money.ofYuan(9)), "INVALID");
    }

    @Test
    void theClaimIsTheSumOfItsAllowedLines() {
        Item item = new Item(
                "A01-02",
                1,
                text(),
                text(),
                "EXPAND_INVESTMENT",
                "EXPERT_AND_AUDIT",
                true,
                List.of(),
                new Item.Form(
                        List.of(),
                        List.of(
                                new Item.LineKind("INVOICE", null, "project.spend", "NET_AMOUNT"),
                                new Item.LineKind("MODEL", null, "nev.models", "COUNT"),
                                new Item.LineKind("PROJECT", null, null, "NONE"))));
        List<ClaimLine> lines = List.of(
                line("L1", "INVOICE", "100.01", true),
                line("L2", "INVOICE", "0.99", true),
                line("L3", "INVOICE", "5000.00", false),
                line("L4", "MODEL", null, true),
                line("L5", "MODEL", null, true),
                line("L6", "PROJECT", null, true));
        assertThat(ClaimLines.claimed(lines, item)).isEqualTo(Map.of("project.spend", "101.00", "nev.models", "2"));
        assertThat(ClaimLines.claimed(List.of(line("L1", "INVOICE", "5.00", false)), item))
                .as("all lines disallowed leave nothing")
                .isEqualTo(Map.of("project.spend", "0.00"));
    }

    @ParameterizedTest
    @CsvSource({
        // awarded before in the year, this award, signatures needed, minute needed
        "0.00, 500000.00, 1, false",
        "0.00, 500000.01, 2, false",
        "499999.99, 0.01, 1, false",
        "499999.99, 0.02, 2, false",
        "0.00, 2000000.00, 2, false",
        "0.00, 2000000.01, 2, true",
        "1999999.99, 0.02, 2, true"
    })
    void theRunningTotalSaysHowManySign(String before, String award, int signatures, boolean minute) {
        Money total = Money.parse(before).plus(Money.parse(award));
        assertThat(LIMITS.needed(total)).isEqualTo(signatures);
        assertThat(LIMITS.needsMinute(total)).isEqualTo(minute);
    }

    @Test
    void nobodyGetsMoreThanTheYearlyCap() {
        Money held = Money.ofYuan(4_000_000);
        LIMITS.requireWithinYear(held, Money.ofYuan(1_000_000));
        assertRefused(() -> LIMITS.requireWithinYear(held, Money.parse("1000000.01")), "YEAR_CAP");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    private static ClaimLine line(String id, String kind, String amount, boolean allowed) {
        return new ClaimLine(id, kind, id, amount == null ? null : Money.parse(amount), null, allowed, null);
    }

    private static Assessment eligible(String amount) {
        return assessment("ELIGIBLE", new Assessment.Estimate(Money.parse(amount), null, null), List.of());
    }

    private static Assessment assessment(
            String verdict, Assessment.Estimate estimate, List<Assessment.FactName> unverified) {
        return new Assessment(
                "A01-02", 1, verdict, estimate, null, List.of(), null, null, null, unverified, List.of(), null, null);
    }

    private static org.fourplusone.starter.text.Text text() {
        return new org.fourplusone.starter.text.Text("示例", "Sample");
    }
}
