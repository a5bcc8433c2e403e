package org.fourplusone.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fourplusone.policy.TestCatalogue;
import org.junit.jupiter.api.Test;

/** What cannot be meant is found, and nothing else: by example, and against trying every fact there is. */
class RuleCheckTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();

    /** Few facts with few values, so that all of them can be tried. */
    private static final Dictionary SMALL = Dictionary.read(TestCatalogue.JSON.readTree("{'facts':["
            .concat(String.join(
                    ",",
                    fact("a", "INTEGER", "'min':0,'max':3"),
                    fact("b", "INTEGER", "'min':0,'max':3"),
                    fact("y", "YEAR", "'min':2025,'max':2027"),
                    fact("z", "YEAR", "'min':2026,'max':2026"),
                    fact("e", "ENUM", codes("A", "B", "C")),
                    fact("g", "ENUM", codes("B", "C")),
                    fact("f", "BOOLEAN", "'unit':null"),
                    fact("s", "SET", codes("P", "Q")),
                    fact("c", "CODE", "'pattern':'[0-9]{4}'")))
            .concat("]}")
            .replace("'", "\"")));

    private static String fact(String key, String type, String more) {
        return "{'key':'" + key + "','subject':'ENTERPRISE','type':'" + type + "','name':{'zh':'甲','en':'x'}," + more
                + "}";
    }

    private static String codes(String... codes) {
        return Arrays.stream(codes)
                .map(code -> "{'code':'" + code + "','name':{'zh':'甲','en':'x'}}")
                .collect(Collectors.joining(",", "'values':[", "]"));
    }

    private static List<String> faults(String rule) {
        RuleFaults faults = new RuleFaults();
        String cited =
                rule.replace("'", "\"").replace("{\"fact\"", "{\"clause\":{\"zh\":\"示例\",\"en\":\"Sample\"},\"fact\"");
        new RuleReader(DICTIONARY, faults).read(TestCatalogue.JSON.readTree(cited), "/rule", false);
        return faults.all().stream().map(RuleFaults.Fault::toString).toList();
    }

    private static String leaf(String fact, String op, String value) {
        return "{'fact':'" + fact + "','op':'" + op + "','value':" + value + "}";
    }

    private static void isFine(String rule) {
        assertThat(faults(rule)).as(rule).isEmpty();
    }

    private static void isRefused(String rule, String... expected) {
        assertThat(faults(rule)).as(rule).containsExactly(expected);
    }

    @Test
    void comparisonsThatNoValueMeets() {
        isRefused(leaf("ent.revenueYear", "lt", "'0.00'"), "/rule RULE_IMPOSSIBLE");
        isRefused(leaf("ent.revenueYear", "gt", "'1000000000000.00'"), "/rule RULE_IMPOSSIBLE");
        isRefused(leaf("loan.monthsInYear", "gt", "12"), "/rule RULE_IMPOSSIBLE");
        isRefused(leaf("ent.sizeClass", "notIn", "['L','M','S','XS']"), "/rule RULE_IMPOSSIBLE");
        isRefused(leaf("ent.revenueYear", "gt", "'$ent.revenueYear'"), "/rule RULE_IMPOSSIBLE");
        isRefused(leaf("ent.revenueYear", "ne", "'$ent.revenueYear'"), "/rule RULE_IMPOSSIBLE");
        isFine(leaf("loan.monthsInYear", "gte", "12"));
        isFine(leaf("ent.sizeClass", "notIn", "['L','M','S']"));
        isFine(leaf("ent.industryCode", "notIn", "['3611']"));
        isFine(leaf("ent.revenueYear", "gt", "'$ent.assetsYearEnd'"));
        isFine(leaf("listing.neeqTier", "exists", "false"));
        isFine(leaf("listing.stage", "exists", "false"));
    }

    @Test
    void comparisonsThatEveryValueMeets() {
        isRefused(leaf("ent.revenueYear", "gte", "'0.00'"), "/rule RULE_ALWAYS_TRUE");
        isRefused(leaf("loan.monthsInYear", "lte", "12"), "/rule RULE_ALWAYS_TRUE");
        isRefused(leaf("ent.sizeClass", "in", "['L','M','S','XS']"), "/rule RULE_ALWAYS_TRUE");
        isRefused(leaf("ent.revenueYear", "gte", "'$ent.revenueYear'"), "/rule RULE_ALWAYS_TRUE");
        isFine(leaf("ent.revenueYear", "gt", "'0.00'"));
        isFine(leaf("ent.outputIncrement", "gte", "'0.00'"));
        isFine(leaf("listing.stage", "in", "['TUTORING_FILED','ACCEPTED','LISTED']"));
        isFine(leaf("ent.industryCode", "exists", "true"));
        isFine(leaf("honour.year", "lte", "'$POLICY_YEAR'"));
    }

    @Test
    void conditionsThatContradictEachOtherAreNamedTogether() {
        String small = leaf("ent.staffYearEnd", "lt", "100");
        String large = leaf("ent.staffYearEnd", "gte", "100");
        String filed = leaf("project.filed", "eq", "true");
        String unfiled = leaf("project.filed", "eq", "false");
        isRefused(
                "{'all':[" + small + "," + filed + "," + large + "]}", "/rule/all/2 RULE_CONTRADICTION [/rule/all/0]");
        isRefused(
                "{'all':[{'all':[" + small + "]},{'not':" + small + "}]}".replace("]},{'not'", "]},{'not'"),
                "/rule/all/1 RULE_CONTRADICTION [/rule/all/0/all/0]");
        isRefused(
                "{'any':[" + small + ",{'all':[" + filed + "," + unfiled + "]}]}",
                "/rule/any/1/all/1 RULE_CONTRADICTION [/rule/any/1/all/0]");
        isRefused(
                "{'all':[" + small + ",{'any':[" + large + "," + filed + "]}]}",
                "/rule/all/1/any/0 RULE_CONTRADICTION [/rule/all/0]");
        isRefused(
                "{'all':[" + leaf("ent.sizeClass", "in", "['S','M']") + "," + leaf("ent.sizeClass", "ne", "'S'") + ","
                        + leaf("ent.sizeClass", "ne", "'M'") + "]}",
                "/rule/all/2 RULE_CONTRADICTION [/rule/all/0, /rule/all/1]");
        isRefused(
                "{'all':[" + leaf("rd.ratio", "gt", "'0.03'") + "," + leaf("rd.ratio", "lt", "'0.030001'") + "]}",
                "/rule/all/1 RULE_CONTRADICTION [/rule/all/0]");
        isFine("{'all':[" + leaf("rd.ratio", "gt", "'0.03'") + "," + leaf("rd.ratio", "lt", "'0.030002'") + "]}");
        isFine("{'all':[" + small + "," + filed + "]}");
        isFine("{'all':[{'any':[" + small + "," + filed + "]},{'any':[" + large + "," + unfiled + "]}]}");
    }

    @Test
    void comparisonsWithOtherFactsAndTheYearContradictToo() {
        String above = leaf("ent.revenueYear", "gt", "'$ent.revenueHistoricMax'");
        isRefused(
                "{'all':[" + above + "," + leaf("ent.revenueYear", "lte", "'$ent.revenueHistoricMax'") + "]}",
                "/rule/all/1 RULE_CONTRADICTION [/rule/all/0]");
        isRefused(
                "{'all':[" + above + "," + leaf("ent.revenueYear", "lt", "'100.00'") + ","
                        + leaf("ent.revenueHistoricMax", "gte", "'99.99'") + "]}",
                "/rule/all/2 RULE_CONTRADICTION [/rule/all/0, /rule/all/1]");
        isFine("{'all':[" + above + "," + leaf("ent.revenueYear", "lt", "'100.00'") + ","
                + leaf("ent.revenueHistoricMax", "gte", "'99.98'") + "]}");
        isRefused(
                "{'all':[" + leaf("honour.year", "eq", "'$POLICY_YEAR'") + ","
                        + leaf("honour.year", "lt", "'$POLICY_YEAR'") + "]}",
                "/rule/all/1 RULE_CONTRADICTION [/rule/all/0]");
        isFine("{'all':[" + leaf("honour.year", "eq", "'$POLICY_YEAR'") + "," + leaf("honour.year", "gte", "2024")
                + "]}");
    }

    @Test
    void plannedFactsAreReadOnlyWhileTheMeasuredOneIsUnknown() {
        String planned = leaf("project.factoryFloorArea", "gte", "'10000'")
                .replace("'10000'}", "'10000','planned':'project.plannedFloorArea'}");
        isFine("{'all':[" + planned + "," + leaf("project.plannedFloorArea", "lt", "'10000'") + "]}");
        isRefused(
                "{'all':[" + planned + "," + leaf("project.factoryFloorArea", "lt", "'10000'") + "]}",
                "/rule/all/1 RULE_CONTRADICTION [/rule/all/0]");
    }

    @Test
    void alternativesThatAreAlwaysMetAskForNothing() {
        String small = leaf("ent.staffYearEnd", "lt", "100");
        isRefused("{'any':[" + small + "," + leaf("ent.staffYearEnd", "gte", "100") + "]}", "/rule RULE_ALWAYS_TRUE");
        isFine("{'any':[" + small + "," + leaf("ent.staffYearEnd", "gt", "100") + "]}");
        isFine("{'any':[" + small + "," + leaf("honour.rating", "exists", "false") + "]}");
    }

    @Test
    void aRuleOfThousandsOfComparisonsIsRefusedAtOnce() {
        String many = String.join(",", Collections.nCopies(201, leaf("ent.staffYearEnd", "lt", "100")));
        isRefused("{'all':[" + many + "]}", "/rule RULE_LONG [200]");
        List<String> alternatives = new ArrayList<>();
        for (int i = 0; i < 66; i++) {
            alternatives.add("{'any':[" + leaf("ent.staffYearEnd", "gt", "" + (10 + i)) + ","
                    + leaf("ent.staffYearEnd", "lt", "" + (10 + i)) + "," + leaf("trade.boothCount", "eq", "" + i)
                    + "]}");
        }
        long start = System.nanoTime();
        isFine("{'all':[" + String.join(",", alternatives) + "]}");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void agreesWithTryingEveryFactThereIs() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomRules rules = new RandomRules(SMALL, seed);
        Random random = new Random(seed);
        int impossible = 0;
        int always = 0;
        int faulty = 0;
        for (int round = 0; round < 4_000; round++) {
            List<FactDefinition> facts = new ArrayList<>(SMALL.facts());
            Collections.shuffle(facts, random);
            facts = facts.subList(0, 1 + random.nextInt(3));
            Condition rule = rules.next(facts);
            String what = "seed " + seed + " round " + round + " " + rule;
            boolean possible = isEver(rule, Truth.TRUE, all(facts));
            boolean falsifiable = isEver(rule, Truth.FALSE, known(facts, rule));
            assertThat(new Possibility().allTrue(List.of(rule))).as(what).isEqualTo(possible);
            assertThat(new Possibility().knownFalse(rule)).as(what).isEqualTo(falsifiable);
            RuleFaults faults = new RuleFaults();
            RuleCheck.together(List.of(new RuleCheck.Placed(rule, "")), faults);
            if (!possible) {
                impossible++;
                assertThat(faults.all()).as(what).isNotEmpty();
            }
            always += falsifiable ? 0 : 1;
            faulty += faults.isEmpty() ? 0 : 1;
            for (RuleFaults.Fault fault : faults.all()) {
                assertIsRight(fault, rule, facts, what + " " + fault);
            }
        }
        System.out.println("RuleCheckTests seed " + seed + ": " + impossible + " impossible, " + always
                + " always true, " + faulty + " of 4000 refused");
        assertThat(impossible).isGreaterThan(200);
        assertThat(always).isGreaterThan(100);
        assertThat(faulty).isLessThan(3_800);
    }

    private static void assertIsRight(RuleFaults.Fault fault, Condition rule, List<FactDefinition> facts, String what) {
        Condition at = at(rule, fault.at());
        if (fault.code().equals("RULE_ALWAYS_TRUE")) {
            assertThat(isEver(at, Truth.FALSE, known(facts, at))).as(what).isFalse();
            return;
        }
        List<Condition> together = new ArrayList<>(List.of(at));
        if (fault.code().equals("RULE_CONTRADICTION")) {
            for (String other : ((String) fault.arguments().get(0)).split(", ")) {
                together.add(at(rule, other));
            }
            for (Condition left : together) {
                List<Condition> fewer = new ArrayList<>(together);
                fewer.remove(left);
                assertThat(isEver(new Condition.All(fewer), Truth.TRUE, all(facts)))
                        .as(what + ": each of them is needed")
                        .isTrue();
            }
        }
        assertThat(isEver(new Condition.All(together), Truth.TRUE, all(facts)))
                .as(what)
                .isFalse();
    }

    private static Condition at(Condition rule, String pointer) {
        Condition at = rule;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            if (step.matches("[0-9]+")) {
                at = (at instanceof Condition.All all ? all.of() : ((Condition.Any) at).of())
                        .get(Integer.parseInt(step));
            } else if (step.equals("not")) {
                at = ((Condition.Not) at).of();
            }
        }
        return at;
    }

    private static boolean isEver(Condition rule, Truth truth, List<Facts> facts) {
        return facts.stream().anyMatch(each -> rule.judge(each) == truth);
    }

    private static List<Facts> all(List<FactDefinition> facts) {
        return each(facts, fact -> true, fact -> true);
    }

    private static List<Facts> known(List<FactDefinition> facts, Condition rule) {
        Set<FactDefinition> asked = rule.leaves().stream()
                .filter(leaf -> leaf.op() == Op.EXISTS)
                .map(Comparison::fact)
                .collect(Collectors.toSet());
        return each(facts, fact -> false, asked::contains);
    }

    /** Every combination of values, in each of five policy years. */
    private static List<Facts> each(
            List<FactDefinition> facts, Predicate<FactDefinition> unknown, Predicate<FactDefinition> none) {
        List<SomeFacts> all = new ArrayList<>();
        for (int year = 2024; year <= 2028; year++) {
            all.add(new SomeFacts(SMALL).year(year));
        }
        for (FactDefinition fact : facts) {
            List<SomeFacts> more = new ArrayList<>();
            for (SomeFacts each : all) {
                if (unknown.test(fact)) {
                    more.add(each);
                }
                if (none.test(fact)) {
                    more.add(each.copy().none(fact.key()));
                }
                values(fact).forEach(value -> more.add(each.copy().put(fact.key(), value)));
            }
            all = more;
        }
        return List.copyOf(all);
    }

    private static List<Object> values(FactDefinition fact) {
        return switch (fact.type()) {
            case BOOLEAN -> List.of(true, false);
            case ENUM -> List.copyOf(fact.values().keySet());
            case SET -> List.of(List.of(), List.of("P"), List.of("Q"), List.of("P", "Q"));
            case CODE -> List.of("3611", "3130", "9999", "0001");
            default -> {
                List<Object> numbers = new ArrayList<>();
                for (BigDecimal n = fact.min(); n.compareTo(fact.max()) <= 0; n = n.add(BigDecimal.ONE)) {
                    numbers.add(n);
                }
                yield numbers;
            }
        };
    }

    @Test
    void whatIsCalledAContradictionIsTrueOfNobody() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomRules rules = new RandomRules(DICTIONARY, seed);
        RandomFacts someFacts = new RandomFacts(DICTIONARY, seed);
        Random random = new Random(seed);
        List<Facts> drawn = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            drawn.add(someFacts.next());
        }
        List<FactDefinition> all = List.copyOf(DICTIONARY.facts());
        int impossible = 0;
        for (int round = 0; round < 3_000; round++) {
            int from = random.nextInt(all.size() - 3);
            Condition rule = rules.next(all.subList(from, from + 3));
            if (!new Possibility().allTrue(List.of(rule))) {
                impossible++;
                assertThat(isEver(rule, Truth.TRUE, drawn))
                        .as("seed " + seed + " " + rule)
                        .isFalse();
            }
        }
        System.out.println("RuleCheckTests seed " + seed + ": " + impossible + " of 3000 contradict themselves");
        assertThat(impossible).isGreaterThan(100);
    }
}
