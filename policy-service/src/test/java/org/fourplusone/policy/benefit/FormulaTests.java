package org.fourplusone.policy.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.policy.rule.SomeFacts;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

/** Worked by hand, to the fen. */
class FormulaTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();

    private static SomeFacts facts() {
        return new SomeFacts(DICTIONARY);
    }

    private static Formula formula(String json) {
        RuleFaults faults = new RuleFaults();
        Formula formula = new FormulaReader(new RuleReader(DICTIONARY, faults), faults)
                .read(TestCatalogue.JSON.readTree(json.replace("'", "\"")), "/formula");
        faults.refuse("formula");
        assertThat(formula).isNotNull();
        assertThat(formula.sentence().zh()).isNotBlank();
        assertThat(formula.sentence().en()).isNotBlank();
        return formula;
    }

    private static void pays(Formula formula, SomeFacts facts, String amount) {
        assertThat(formula.award(facts)).isEqualTo(Award.exactly(Money.parse(amount)));
    }

    private static void ranges(Formula formula, SomeFacts facts, String low, String high, boolean atMost) {
        assertThat(formula.award(facts)).isEqualTo(new Award(Money.parse(low), Money.parse(high), atMost));
    }

    @Test
    void fixed() {
        Formula fixed = formula("{'type':'FIXED','amount':'50000.00'}");
        pays(fixed, facts(), "50000.00");
        assertThat(fixed.most()).isEqualTo(Money.parse("50000.00"));
    }

    @Test
    void aRateIsRoundedHalfUpOnceAndCapped() {
        Formula rate = formula("{'type':'RATE','base':'tech.instrumentFee','rate':'0.20','cap':'100000.00'}");
        pays(rate, facts().put("tech.instrumentFee", "0.00"), "0.00");
        pays(rate, facts().put("tech.instrumentFee", "0.02"), "0.00");
        pays(rate, facts().put("tech.instrumentFee", "0.03"), "0.01");
        pays(rate, facts().put("tech.instrumentFee", "123456.78"), "24691.36");
        pays(rate, facts().put("tech.instrumentFee", "499999.97"), "99999.99");
        pays(rate, facts().put("tech.instrumentFee", "500000.01"), "100000.00");
        pays(rate, facts().none("tech.instrumentFee"), "0.00");
        ranges(rate, facts(), "0.00", "100000.00", true);
        Formula half = formula("{'type':'RATE','base':'ent.paidInCapitalIncrease','rate':'0.005','cap':'1000000.00'}");
        pays(half, facts().put("ent.paidInCapitalIncrease", "1.00"), "0.01");
        pays(half, facts().put("ent.paidInCapitalIncrease", "0.99"), "0.00");
    }

    @Test
    void aNegativeIncrementPaysNothing() {
        Formula rate = formula("{'type':'RATE','base':'rd.increment','rate':'0.10','cap':'500000.00'}");
        pays(rate, facts().put("rd.increment", "-0.01"), "0.00");
    }

    @Test
    void monthsOverTheLimitDoNotCount() {
        Formula rate = formula("{'type':'RATE','base':'loan.lprInterestPaid','rate':'0.35','cap':'500000.00',"
                + "'months':{'claimed':'loan.monthsInYear','before':'loan.monthsSubsidisedBefore','max':36}}");
        SomeFacts loan = facts().put("loan.lprInterestPaid", "100000.01").put("loan.monthsInYear", 12);
        pays(rate, loan.put("loan.monthsSubsidisedBefore", 0), "35000.00");
        // 7 of 12 months: 35,000.0035 × 7 / 12 = 20,416.668708…
        pays(rate, loan.put("loan.monthsSubsidisedBefore", 29), "20416.67");
        pays(rate, loan.put("loan.monthsSubsidisedBefore", 36), "0.00");
        pays(rate, facts().put("loan.monthsSubsidisedBefore", 36), "0.00");
        ranges(
                rate,
                facts().put("loan.lprInterestPaid", "100000.00").put("loan.monthsInYear", 12),
                "0.00",
                "35000.00",
                false);
    }

    @Test
    void theHighestBandReachedIsPaidNotTheSum() {
        Formula band = formula("{'type':'BAND','by':'ent.outputQ1','bands':[{'from':'40000000.00','amount':'50000.00'},"
                + "{'from':'200000000.00','amount':'100000.00'}]}");
        pays(band, facts().put("ent.outputQ1", "39999999.99"), "0.00");
        assertThat(band.reached(facts().put("ent.outputQ1", "39999999.99"))).isEqualTo(Truth.FALSE);
        pays(band, facts().put("ent.outputQ1", "40000000.00"), "50000.00");
        pays(band, facts().put("ent.outputQ1", "200000000.00"), "100000.00");
        ranges(band, facts(), "0.00", "100000.00", false);
        assertThat(band.reached(facts())).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aMilestonePassedEarlierPaysNothing() {
        Formula band = formula(
                "{'type':'BAND','by':'ent.revenueYear','crossedFrom':'ent.revenueHistoricMax',"
                        + "'bands':[{'from':'100000000.00','amount':'200000.00'},{'from':'1000000000.00','amount':'500000.00'}]}");
        SomeFacts facts = facts().put("ent.revenueYear", "900000000.00").put("ent.revenueHistoricMax", "150000000.00");
        pays(band, facts, "0.00");
        assertThat(band.reached(facts)).isEqualTo(Truth.FALSE);
        pays(band, facts.put("ent.revenueHistoricMax", "99999999.99"), "200000.00");
        pays(band, facts.put("ent.revenueYear", "1000000000.00"), "500000.00");
        SomeFacts unknownBefore = facts().put("ent.revenueYear", "900000000.00");
        ranges(band, unknownBefore, "0.00", "200000.00", false);
        assertThat(band.reached(unknownBefore)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void levels() {
        Formula level =
                formula("{'type':'LEVEL','by':'honour.level','levels':[{'value':'NATIONAL','amount':'300000.00'},"
                        + "{'value':'PROVINCIAL','amount':'150000.00'}]}");
        pays(level, facts().put("honour.level", "PROVINCIAL"), "150000.00");
        pays(level, facts().put("honour.level", "CITY"), "0.00");
        assertThat(level.reached(facts().put("honour.level", "CITY"))).isEqualTo(Truth.FALSE);
        assertThat(level.reached(facts())).isEqualTo(Truth.UNKNOWN);
        ranges(level, facts(), "0.00", "300000.00", false);
        assertThat(level.reached(facts().none("honour.level"))).isEqualTo(Truth.FALSE);
    }

    @Test
    void theRateThatALevelGives() {
        Formula rates =
                formula("{'type':'RATE_LEVEL','by':'loan.isFirstLoan','base':'loan.principalYears','cap':'500000.00',"
                        + "'levels':[{'value':'true','rate':'0.020'},{'value':'false','rate':'0.015'}],"
                        + "'months':{'claimed':'loan.monthsInYear','before':'loan.monthsSubsidisedBefore','max':24}}");
        SomeFacts loan = facts().put("loan.principalYears", "3333333.33")
                .put("loan.monthsInYear", 12)
                .put("loan.monthsSubsidisedBefore", 0);
        pays(rates, loan.put("loan.isFirstLoan", false), "50000.00");
        pays(rates, loan.put("loan.isFirstLoan", true), "66666.67");
        SomeFacts unknown = facts().put("loan.principalYears", "3333333.33")
                .put("loan.monthsInYear", 12)
                .put("loan.monthsSubsidisedBefore", 0);
        ranges(rates, unknown, "50000.00", "66666.67", false);
        assertThat(rates.reached(unknown)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void stagesReachedAreSummed() {
        Formula stages = formula("{'type':'STAGES','by':'listing.stage','cap':'3500000.00','levels':["
                + "{'value':'TUTORING_FILED','amount':'500000.00'},{'value':'ACCEPTED','amount':'1000000.00'},"
                + "{'value':'LISTED','amount':'2000000.00'}]}");
        pays(stages, facts().put("listing.stage", List.of("TUTORING_FILED", "ACCEPTED")), "1500000.00");
        pays(stages, facts().put("listing.stage", List.of()), "0.00");
        assertThat(stages.reached(facts().put("listing.stage", List.of()))).isEqualTo(Truth.FALSE);
        ranges(stages, facts(), "0.00", "3500000.00", false);
        assertThat(stages.award(facts().put("listing.stage", List.of("TUTORING_FILED", "ACCEPTED")))
                        .less(Money.parse("500000.00")))
                .isEqualTo(Award.exactly(Money.parse("1000000.00")));
    }

    @Test
    void thingsAreSummedUpToTheCap() {
        SumOfItems sum = (SumOfItems) formula("{'type':'SUM_OF_ITEMS','by':'honour.level','cap':'1000000.00','levels':["
                + "{'value':'INT_1','amount':'400000.00'},{'value':'NAT_2','amount':'150000.00'}]}");
        Award first = sum.award(facts().put("honour.level", "INT_1"));
        Award second = sum.award(facts().put("honour.level", "NAT_2"));
        assertThat(sum.sum(List.of(first, second))).isEqualTo(Award.exactly(Money.parse("550000.00")));
        assertThat(sum.sum(List.of(first, first, second, second))).isEqualTo(Award.exactly(Money.parse("1000000.00")));
    }

    @Test
    void wholeUnitsOnly() {
        Formula units = formula("{'type':'PER_UNIT','wholeUnits':true,'cap':'500000.00','units':[{'factors':"
                + "[{'fact':'ent.outputIncrement'}],'size':'10000000.00','amount':'20000.00'}]}");
        pays(units, facts().put("ent.outputIncrement", "9999999.99"), "0.00");
        pays(units, facts().put("ent.outputIncrement", "10000000.00"), "20000.00");
        pays(units, facts().put("ent.outputIncrement", "39999999.99"), "60000.00");
        pays(units, facts().put("ent.outputIncrement", "-39999999.99"), "0.00");
        pays(units, facts().put("ent.outputIncrement", "990000000.00"), "500000.00");
        ranges(units, facts(), "0.00", "500000.00", true);
    }

    @Test
    void aProductThatNoMoneyHoldsIsTheCap() {
        Formula units = formula("{'type':'PER_UNIT','cap':'500000.00','units':[{'factors':"
                + "[{'fact':'ent.revenueYear'},{'fact':'ent.outputIncrement'}],'amount':'20000.00'}]}");
        pays(
                units,
                facts().put("ent.revenueYear", "100000000000.00").put("ent.outputIncrement", "100000000000.00"),
                "500000.00");
    }

    @Test
    void severalKindsOfUnits() {
        Formula units = formula("{'type':'PER_UNIT','cap':'500000.00','units':["
                + "{'factors':[{'fact':'talent.doctorPersonYears'}],'amount':'36000.00'},"
                + "{'factors':[{'fact':'talent.masterPersonYears'}],'amount':'12000.00'}]}");
        pays(units, facts().put("talent.doctorPersonYears", "1.5").put("talent.masterPersonYears", "2.25"), "81000.00");
        ranges(units, facts().put("talent.doctorPersonYears", "1.5"), "54000.00", "500000.00", true);
    }

    @Test
    void neverAboveAShareOfWhatWasPaid() {
        Formula booths =
                formula("{'type':'PER_UNIT','cap':'100000.00','units':[{'factors':[{'fact':'trade.boothCount'}],"
                        + "'amount':'20000.00'}],'notAbove':{'fact':'trade.boothActualFee','share':'1.00'}}");
        pays(booths, facts().put("trade.boothCount", 3).put("trade.boothActualFee", "58765.43"), "58765.43");
        pays(booths, facts().put("trade.boothCount", 3).put("trade.boothActualFee", "99999.99"), "60000.00");
        ranges(booths, facts().put("trade.boothCount", 3), "0.00", "60000.00", false);
        ranges(booths, facts().put("trade.boothActualFee", "30000.00"), "0.00", "30000.00", false);
    }

    @Test
    void areaAndMonthsAreLimitedBeforeTheyAreMultiplied() {
        Formula rent =
                formula("{'type':'PER_UNIT','cap':'120000.00','units':[{'factors':[{'fact':'lease.area','max':'1000'},"
                        + "{'fact':'lease.months','max':'36','less':'lease.monthsSubsidisedBefore'}],'amount':'10.00'}],"
                        + "'notAbove':{'fact':'lease.rentPaid','share':'0.50'}}");
        SomeFacts lease = facts().put("lease.area", "1500")
                .put("lease.months", 12)
                .put("lease.monthsSubsidisedBefore", 30)
                .put("lease.rentPaid", "500000.00");
        pays(rent, lease, "60000.00");
        pays(rent, lease.put("lease.area", "123.45"), "7407.00");
        pays(rent, lease.put("lease.monthsSubsidisedBefore", 36), "0.00");
        pays(rent, lease.put("lease.monthsSubsidisedBefore", 0).put("lease.rentPaid", "9999.99"), "5000.00");
    }
}
