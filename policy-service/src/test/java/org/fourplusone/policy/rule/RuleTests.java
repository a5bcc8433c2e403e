package org.fourplusone.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fourplusone.policy.rule.Truth.FALSE;
import static org.fourplusone.policy.rule.Truth.TRUE;
import static org.fourplusone.policy.rule.Truth.UNKNOWN;

import java.util.List;
import org.fourplusone.policy.TestCatalogue;
import org.junit.jupiter.api.Test;

class RuleTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();

    private static SomeFacts facts() {
        return new SomeFacts(DICTIONARY);
    }

    private static Condition rule(String json) {
        RuleFaults faults = new RuleFaults();
        String cited =
                json.replace("'", "\"").replace("{\"fact\"", "{\"clause\":{\"zh\":\"示例\",\"en\":\"Sample\"},\"fact\"");
        Condition rule = new RuleReader(DICTIONARY, faults).read(TestCatalogue.JSON.readTree(cited), "/rule", false);
        faults.refuse("rule");
        assertThat(rule).isNotNull();
        return rule;
    }

    private static List<String> faults(String json) {
        RuleFaults faults = new RuleFaults();
        String cited =
                json.replace("'", "\"").replace("{\"fact\"", "{\"clause\":{\"zh\":\"示例\",\"en\":\"Sample\"},\"fact\"");
        new RuleReader(DICTIONARY, faults).read(TestCatalogue.JSON.readTree(cited), "/rule", false);
        return faults.all().stream()
                .map(fault -> fault.at() + " " + fault.code())
                .toList();
    }

    private static void judged(String leaf, String key, Object below, Object equal, Object above, Truth... expected) {
        Condition rule = rule(leaf);
        assertThat(rule.judge(facts().put(key, below))).as(leaf + " below").isEqualTo(expected[0]);
        assertThat(rule.judge(facts().put(key, equal))).as(leaf + " equal").isEqualTo(expected[1]);
        assertThat(rule.judge(facts().put(key, above))).as(leaf + " above").isEqualTo(expected[2]);
        assertThat(rule.judge(facts())).as(leaf + " unknown").isEqualTo(UNKNOWN);
        assertThat(rule.judge(facts().none(key))).as(leaf + " none").isEqualTo(FALSE);
    }

    @Test
    void numbersAreComparedExactlyToTheFen() {
        String leaf = "{'fact':'ent.revenueYear','op':'%s','value':'100000000.00'}";
        String below = "99999999.99";
        String equal = "100000000";
        String above = "100000000.01";
        judged(leaf.formatted("gte"), "ent.revenueYear", below, equal, above, FALSE, TRUE, TRUE);
        judged(leaf.formatted("gt"), "ent.revenueYear", below, equal, above, FALSE, FALSE, TRUE);
        judged(leaf.formatted("lte"), "ent.revenueYear", below, equal, above, TRUE, TRUE, FALSE);
        judged(leaf.formatted("lt"), "ent.revenueYear", below, equal, above, TRUE, FALSE, FALSE);
        judged(leaf.formatted("eq"), "ent.revenueYear", below, equal, above, FALSE, TRUE, FALSE);
        judged(leaf.formatted("ne"), "ent.revenueYear", below, equal, above, TRUE, FALSE, TRUE);
    }

    @Test
    void codesSetsBooleansAndYears() {
        judged(
                "{'fact':'ent.sizeClass','op':'in','value':['S','XS']}",
                "ent.sizeClass",
                "S",
                "XS",
                "L",
                TRUE,
                TRUE,
                FALSE);
        judged(
                "{'fact':'ent.sizeClass','op':'notIn','value':['S','XS']}",
                "ent.sizeClass",
                "S",
                "XS",
                "L",
                FALSE,
                FALSE,
                TRUE);
        judged(
                "{'fact':'honour.year','op':'eq','value':'$POLICY_YEAR'}",
                "honour.year",
                2025,
                2026,
                2027,
                FALSE,
                TRUE,
                FALSE);
        judged(
                "{'fact':'listing.stage','op':'exists','value':true}",
                "listing.stage",
                List.of(),
                List.of("LISTED"),
                List.of("ACCEPTED", "LISTED"),
                FALSE,
                TRUE,
                TRUE);
        judged(
                "{'fact':'listing.stage','op':'in','value':['LISTED']}",
                "listing.stage",
                List.of(),
                List.of("ACCEPTED"),
                List.of("ACCEPTED", "LISTED"),
                FALSE,
                FALSE,
                TRUE);
        Condition flag = rule("{'fact':'project.filed','op':'eq','value':true}");
        assertThat(flag.judge(facts().put("project.filed", true))).isEqualTo(TRUE);
        assertThat(flag.judge(facts().put("project.filed", false))).isEqualTo(FALSE);
    }

    @Test
    void aFactIsComparedWithAnotherFact() {
        Condition rule = rule("{'fact':'ent.revenueYear','op':'gt','value':'$ent.revenueHistoricMax'}");
        SomeFacts known = facts().put("ent.revenueYear", "100.01");
        assertThat(rule.judge(known)).isEqualTo(UNKNOWN);
        assertThat(rule.judge(known.put("ent.revenueHistoricMax", "100.00"))).isEqualTo(TRUE);
        assertThat(rule.judge(known.put("ent.revenueHistoricMax", "100.01"))).isEqualTo(FALSE);
    }

    @Test
    void thePlannedFactStandsOnlyWhileTheMeasuredOneIsUnknown() {
        Condition rule = rule(
                "{'fact':'project.factoryFloorArea','op':'gte','value':'10000','planned':'project.plannedFloorArea'}");
        assertThat(rule.judge(facts().put("project.plannedFloorArea", "12000"))).isEqualTo(TRUE);
        assertThat(rule.judge(
                        facts().put("project.plannedFloorArea", "12000").put("project.factoryFloorArea", "9999.99")))
                .isEqualTo(FALSE);
        assertThat(rule.judge(facts())).isEqualTo(UNKNOWN);
    }

    @Test
    void connectivesKeepTheUnknown() {
        String met = "{'fact':'ent.sizeClass','op':'eq','value':'S'}";
        String unmet = "{'fact':'ent.sizeClass','op':'eq','value':'L'}";
        String unknown = "{'fact':'project.filed','op':'eq','value':true}";
        SomeFacts facts = facts().put("ent.sizeClass", "S");
        assertThat(rule("{'all':[" + met + "," + unknown + "]}").judge(facts)).isEqualTo(UNKNOWN);
        assertThat(rule("{'all':[" + unknown + "," + unmet + "]}").judge(facts)).isEqualTo(FALSE);
        assertThat(rule("{'any':[" + unknown + "," + met + "]}").judge(facts)).isEqualTo(TRUE);
        assertThat(rule("{'any':[" + unmet + "," + unknown + "]}").judge(facts)).isEqualTo(UNKNOWN);
        assertThat(rule("{'not':" + unknown + "}").judge(facts)).isEqualTo(UNKNOWN);
        assertThat(rule("{'not':{'any':[" + unmet + "]}}").judge(facts)).isEqualTo(TRUE);
    }

    @Test
    void everyFaultIsReportedWithItsPosition() {
        assertThat(faults("{'all':[{'fact':'ent.shoeSize','op':'eq','value':1},"
                        + "{'fact':'ent.revenueYear','op':'near','value':'1.00'},"
                        + "{'fact':'ent.sizeClass','op':'gte','value':'S'},"
                        + "{'fact':'ent.sizeClass','op':'eq','value':'HUGE'},"
                        + "{'fact':'ent.revenueYear','op':'gte','value':'1.005'},"
                        + "{'fact':'ent.revenueYear','op':'gte','value':'-1.00'},"
                        + "{'fact':'project.filed','op':'eq','value':'yes'},"
                        + "{'fact':'ent.revenueYear','op':'gt','value':'$ent.staffYearEnd'},"
                        + "{'fact':'ent.revenueYear','op':'gt','value':'$ent.nothing'},"
                        + "{'fact':'ent.revenueYear','op':'in','value':'1.00'},"
                        + "{'fact':'ent.revenueYear','op':'eq','value':'$POLICY_YEAR'}]}"))
                .containsExactly(
                        "/rule/all/0/fact UNKNOWN_FACT",
                        "/rule/all/1/op RULE_OP",
                        "/rule/all/2/op RULE_OP_TYPE",
                        "/rule/all/3/value FACT_CODE",
                        "/rule/all/4/value FACT_TYPE",
                        "/rule/all/5/value FACT_RANGE",
                        "/rule/all/6/value FACT_TYPE",
                        "/rule/all/7/value RULE_OTHER_TYPE",
                        "/rule/all/8/value UNKNOWN_FACT",
                        "/rule/all/9/value RULE_LIST",
                        "/rule/all/10/value FACT_TYPE");
        assertThat(faults("{'all':[]}")).containsExactly("/rule RULE_SHAPE");
        assertThat(faults("{'any':[{'not':{'fact':'project.filed','op':'eq'}}]}"))
                .containsExactly("/rule/any/0/not/value REQUIRED");
    }

    @Test
    void everyNumberFitsIntoALong() {
        for (String fits : List.of("999999.999999", "0.000001", "7")) {
            assertThat(DICTIONARY.require("lease.area").read(fits)).isInstanceOf(FactValue.Num.class);
        }
        FactDefinition unlimited = new FactDefinition(
                0,
                "x",
                Subject.ENTERPRISE,
                FactType.DECIMAL,
                null,
                false,
                null,
                null,
                java.util.Map.of(),
                null,
                false,
                org.fourplusone.starter.text.Text.of("甲", "x"));
        assertThat(unlimited.read("999999999999.999999")).isInstanceOf(FactValue.Num.class);
        assertThat(unlimited.read("-999999999999.999999")).isInstanceOf(FactValue.Num.class);
        assertRefused(unlimited, "1000000000000");
        assertRefused(unlimited, "0.0000001");
        assertRefused(DICTIONARY.require("ent.revenueYear"), "1.001");
        assertRefused(DICTIONARY.require("ent.revenueYear"), "1000000000000000");
        assertRefused(DICTIONARY.require("ent.staffYearEnd"), "1.5");
        assertRefused(DICTIONARY.require("honour.year"), "2026.5");
    }

    private static void assertRefused(FactDefinition fact, String number) {
        assertThatThrownBy(() -> fact.read(number)).as(number).isInstanceOf(BadFactValue.class);
    }

    @Test
    void leavesSpeakBothLanguages() {
        assertSentence(
                "{'fact':'ent.revenueYear','op':'gte','value':'100000000.00'}",
                "营业收入（2026年）不低于1亿元",
                "Operating revenue (2026): at least CNY 100,000,000");
        assertSentence(
                "{'fact':'credit.dishonestJudgmentDebtor','op':'eq','value':false}",
                "未被列为失信被执行人",
                "It is not listed as a dishonest judgment debtor");
        assertSentence(
                "{'fact':'rd.ratio','op':'gte','value':'0.03'}",
                "研发费用占营业收入比重（2026年）不低于3%",
                "R&D expense as a share of revenue (2026): at least 3%");
        assertSentence(
                "{'fact':'honour.kind','op':'eq','value':'SRDI'}",
                "荣誉类别为省级专精特新中小企业",
                "Kind of honour: Provincial SRDI SME");
        assertSentence(
                "{'fact':'honour.year','op':'eq','value':'$POLICY_YEAR'}",
                "取得年度为政策年度（2026年）",
                "Year obtained: the policy year (2026)");
        assertSentence(
                "{'fact':'project.intensityPerMu','op':'gte','value':'1000000.00'}",
                "亩均投资强度不低于每亩100万元",
                "Investment per mu: at least CNY 1,000,000 per mu");
        assertSentence(
                "{'fact':'ent.sizeClass','op':'in','value':['S','XS']}",
                "企业规模划型为小型、微型之一",
                "Size class: one of Small, Micro");
        assertSentence(
                "{'fact':'ent.outputQ1','op':'lt','value':'12345.60'}",
                "一季度工业总产值（2026年）低于12,345.6元",
                "First-quarter industrial output (2026): less than CNY 12,345.6");
    }

    private static void assertSentence(String leaf, String zh, String en) {
        var sentence = Wording.sentence((Comparison) rule(leaf), 2026);
        assertThat(sentence.zh()).isEqualTo(zh);
        assertThat(sentence.en()).isEqualTo(en);
    }

    @Test
    void theNearestValueThatMeetsTheClausesComesFirst() {
        assertNearest("ent.revenueYear", "5.00", "gte 100.00", "100.00");
        assertNearest("ent.revenueYear", "5.00", "gt 100.00", "100.01");
        assertNearest("ent.revenueYear", "700.00", "lt 100.00", "99.99");
        assertNearest("ent.revenueYear", "100.00", "ne 100.00", "100.01");
        assertNearest("ent.staffYearEnd", "700", "lte 500", "500");
        assertNearest("ent.staffYearEnd", "5", "gte 10;ne 10;ne 11", "12");
        assertNearest("ent.staffYearEnd", "0", "ne 0", "1");
        assertNearest("loan.monthsSubsidisedBefore", "36", "lt 36", "35");
        assertNearest("rd.ratio", "0.01", "gt 0.03", "0.0301");
        assertNearest("rd.ratio", "0.01", "gt 0.03;lt 0.03005", "0.030001");
        assertNearest("rd.ratio", "0.04", "gt 0.03;lt 0.03005", "0.030049");
        assertNearest("lease.area", "0", "gt 0", "0.01");
    }

    private static void assertNearest(String key, String from, String clauses, String expected) {
        FactDefinition fact = DICTIONARY.require(key);
        List<Comparison> leaves = java.util.Arrays.stream(clauses.split(";"))
                .map(clause -> clause.split(" "))
                .map(clause -> (Comparison)
                        rule("{'fact':'" + key + "','op':'" + clause[0] + "','value':'" + clause[1] + "'}"))
                .toList();
        List<FactValue> turns = leaves.stream()
                .map(leaf -> ((Operand.Literal) leaf.operand()).value())
                .toList();
        FactValue first = SmallestChange.nearest(fact, facts().put(key, from).see(fact), turns).stream()
                .filter(to -> leaves.stream().allMatch(leaf -> leaf.judge(facts().put(key, to.json())) == TRUE))
                .findFirst()
                .orElseThrow();
        assertThat(new java.math.BigDecimal(String.valueOf(first.json()))).isEqualByComparingTo(expected);
    }

    @Test
    void ofSetsTheOneWithTheFewestCodesAddedOrTakenAwayComesFirst() {
        FactDefinition stage = DICTIONARY.require("listing.stage");
        List<FactValue> sets = SmallestChange.nearest(
                stage,
                facts().put("listing.stage", List.of("ACCEPTED")).see(stage),
                List.of(new FactValue.Code("LISTED")));
        assertThat(sets)
                .hasSize(8)
                .startsWith(
                        new FactValue.Codes(List.of("ACCEPTED")), new FactValue.Codes(List.of("ACCEPTED", "LISTED")));
    }
}
