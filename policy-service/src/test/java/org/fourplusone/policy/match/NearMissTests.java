package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.benefit.Fixed;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.Rate;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.NearMiss.Change;
import org.fourplusone.policy.register.EnterpriseBuilder;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactType;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Facts;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.RandomRules;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.policy.rule.Seen;
import org.fourplusone.policy.rule.SomeFacts;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;
import org.fourplusone.starter.money.Money;
import org.junit.jupiter.api.Test;

class NearMissTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final Judge NOBODY = new Judge(
            CatalogueItems.loaded(),
            new EnterpriseBuilder(DICTIONARY, "", "", null).build().view(RandomFacts.YEAR, false, DICTIONARY));
    private static final Formula FIXED = new Fixed(Money.ofYuan(1000));

    private static NearMiss of(Item item, Facts facts) {
        return NearMiss.of(item, judged(item, facts), facts).orElse(null);
    }

    private static Judgement.OfRecord judged(Item item, Facts facts) {
        return new Judgement.OfRecord(NOBODY, item, null, false, facts);
    }

    /** An item of the catalogue with another rule and formula. */
    private static Item item(Condition rule, Formula formula) {
        Item of = CatalogueItems.read().get(0);
        return new Item(
                of.code(),
                of.version(),
                of.article(),
                of.illustrative(),
                of.clause(),
                of.title(),
                of.clusters(),
                of.line(),
                of.driver(),
                of.track(),
                of.department(),
                of.window(),
                of.record(),
                rule,
                rule.leaves(),
                formula,
                of.documents(),
                of.confirmation(),
                of.form(),
                of.stacking(),
                of.payout(),
                of.amountBasis(),
                of.fairCompetitionRisk(),
                of.note(),
                of.sources(),
                of.data(),
                of.inForceFrom(),
                of.inForceTo());
    }

    private static Condition rule(String json) {
        RuleFaults faults = new RuleFaults();
        String cited =
                json.replace("'", "\"").replace("{\"fact\"", "{\"clause\":{\"zh\":\"示例\",\"en\":\"Sample\"},\"fact\"");
        Condition rule = new RuleReader(DICTIONARY, faults).read(TestCatalogue.JSON.readTree(cited), "", false);
        faults.refuse("rule");
        assertThat(rule).isNotNull();
        return rule;
    }

    private static String leaf(String fact, String op, String value) {
        return "{'fact':'" + fact + "','op':'" + op + "','value':" + value + "}";
    }

    private static SomeFacts facts() {
        return new SomeFacts(DICTIONARY);
    }

    private static void changes(String rule, Facts facts, String... expected) {
        NearMiss miss = of(item(rule(rule), FIXED), facts);
        assertThat(miss).as(rule).isNotNull();
        assertThat(miss.changes().stream()
                        .map(each -> each.fact().key() + " " + each.to().json()))
                .as(rule)
                .containsExactly(expected);
    }

    @Test
    void severalClausesOnOneFactAskForOneValue() {
        String staff = "ent.staffYearEnd";
        changes(
                "{'all':[" + leaf(staff, "gte", "10") + "," + leaf(staff, "ne", "10") + "]}",
                facts().put(staff, 5),
                staff + " 11");
        changes(
                "{'all':[" + leaf(staff, "lt", "300") + "," + leaf(staff, "notIn", "[299,298]") + "]}",
                facts().put(staff, 400),
                staff + " 297");
        changes(
                "{'all':[{'not':" + leaf(staff, "lt", "20") + "}," + leaf(staff, "lte", "100") + "]}",
                facts().put(staff, 5),
                staff + " 20");
    }

    @Test
    void ofAlternativesTheOneWithFewestChangesIsTaken() {
        String both =
                "{'all':[" + leaf("ent.staffYearEnd", "gte", "10") + "," + leaf("trade.boothCount", "gte", "2") + "]}";
        String one = leaf("nev.newModels", "gte", "3");
        SomeFacts facts =
                facts().put("ent.staffYearEnd", 1).put("trade.boothCount", 0).put("nev.newModels", 0);
        changes("{'any':[" + both + "," + one + "]}", facts, "nev.newModels 3");
        changes("{'any':[" + both + "," + one + "]}", facts.put("ent.staffYearEnd", 11), "trade.boothCount 2");
    }

    @Test
    void ofEquallyManyChangesTheOneThatEarnsMoreIsTaken() {
        Item item = item(
                rule("{'any':[" + leaf("ent.staffYearEnd", "gte", "10") + ","
                        + leaf("tech.contractPaid", "gte", "'500.00'") + "]}"),
                new Rate(DICTIONARY.require("tech.contractPaid"), new BigDecimal("0.5"), null, Money.ofYuan(200)));
        NearMiss miss = of(item, facts().put("ent.staffYearEnd", 1).put("tech.contractPaid", "100.00"));
        assertThat(miss.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.to().json()).isEqualTo("500.00"));
        assertThat(miss.award().low()).isEqualTo(Money.ofYuan(200));
    }

    @Test
    void factsComparedWithOneAnotherChangeTogetherOnlyIfTheyMust() {
        String above = leaf("ent.revenueYear", "gt", "'$ent.assetsYearEnd'");
        SomeFacts facts = facts().put("ent.revenueYear", "4.00").put("ent.assetsYearEnd", "5.00");
        changes(above, facts, "ent.revenueYear 5.01");
        changes(
                "{'all':[" + above + "," + leaf("ent.assetsYearEnd", "lte", "'3.00'") + "]}",
                facts,
                "ent.assetsYearEnd 3.00");
        changes(
                "{'all':[" + above + "," + leaf("ent.assetsYearEnd", "gte", "'10.00'") + "]}",
                facts,
                "ent.revenueYear 10.01",
                "ent.assetsYearEnd 10.00");
        changes(
                "{'all':[" + above + "," + leaf("ent.assetsYearEnd", "lte", "'25.00'") + ","
                        + leaf("ent.revenueYear", "lt", "'20.00'") + "]}",
                facts.put("ent.revenueYear", "30.00").put("ent.assetsYearEnd", "30.00"),
                "ent.revenueYear 19.99",
                "ent.assetsYearEnd 19.98");
        changes(
                "{'all':[" + leaf("ent.revenueYear", "gte", "'$ent.assetsYearEnd'") + ","
                        + leaf("ent.assetsYearEnd", "gt", "'$ent.revenueHistoricMax'") + ","
                        + leaf("ent.revenueHistoricMax", "eq", "'200.00'") + "]}",
                facts().put("ent.revenueYear", "0.00")
                        .put("ent.assetsYearEnd", "1.00")
                        .put("ent.revenueHistoricMax", "200.00"),
                "ent.revenueYear 200.01",
                "ent.assetsYearEnd 200.01");
    }

    @Test
    void aFractionOfAStepIsTheLastResort() {
        changes(
                "{'all':[" + leaf("ent.outputYoY", "lt", "'0.0001'") + ",{'any':["
                        + leaf("ent.outputYoY", "gt", "'$rd.ratio'") + "," + leaf("rd.ratio", "lt", "'0.03'") + "]}]}",
                facts().put("ent.outputYoY", "0.1").put("rd.ratio", "0.03"),
                "ent.outputYoY 0.0000",
                "rd.ratio 0.0299");
    }

    @Test
    void setsGainOrLoseTheFewestCodes() {
        String stage = "listing.stage";
        changes(
                leaf(stage, "in", "['LISTED']"),
                facts().put(stage, List.of("ACCEPTED")),
                stage + " [ACCEPTED, LISTED]");
        changes(
                leaf(stage, "notIn", "['LISTED']"),
                facts().put(stage, List.of("ACCEPTED", "LISTED")),
                stage + " [ACCEPTED]");
    }

    @Test
    void whatIsPlannedChangesWhileNothingIsMeasuredAndTheUnknownStays() {
        String area =
                "{'fact':'project.factoryFloorArea','op':'gte','value':'10000','planned':'project.plannedFloorArea'}";
        changes(area, facts().put("project.plannedFloorArea", "5"), "project.plannedFloorArea 10000");
        changes(
                area,
                facts().put("project.plannedFloorArea", "5").put("project.factoryFloorArea", "7"),
                "project.factoryFloorArea 10000");
        changes(
                "{'all':[" + leaf("ent.staffYearEnd", "gte", "10") + "," + leaf("trade.boothCount", "gte", "2") + "]}",
                facts().put("ent.staffYearEnd", 1),
                "ent.staffYearEnd 10");
    }

    @Test
    void theChangeIsLargeEnoughToPaySomething() {
        Item item = CatalogueItems.read().stream()
                .filter(each -> each.code().equals("A08-01"))
                .findFirst()
                .orElseThrow();
        NearMiss miss = of(item, facts().put("trade.creditInsurancePremium", "0.00"));
        assertThat(miss.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.to().json()).isEqualTo("0.02"));
        assertThat(miss.award().low()).isEqualTo(Money.parse("0.01"));
    }

    @Test
    void theCataloguesNearMissesAreTheLeastChanges() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomFacts drawn = new RandomFacts(DICTIONARY, seed);
        Random random = new Random(seed);
        List<Item> items = CatalogueItems.read();
        int found = 0;
        int ineligible = 0;
        for (int round = 0; round < 300; round++) {
            Facts all = drawn.next();
            for (Item item : items) {
                Facts facts = mostlyGood(item, all, random);
                NearMiss miss = of(item, facts);
                ineligible += isUnmet(item, facts) ? 1 : 0;
                if (miss != null) {
                    found++;
                    assertIsLeast(item, facts, miss, "seed " + seed + " " + item.code(), false);
                }
            }
        }
        System.out.println("NearMissTests seed " + seed + ": " + found + " near misses of " + ineligible + " not met");
        assertThat(found).isGreaterThan(3_000);
    }

    /** Most flags as the item wants them, or every near miss would be full of them. */
    private static Facts mostlyGood(Item item, Facts facts, Random random) {
        Map<FactDefinition, Seen> good = new HashMap<>();
        for (Comparison leaf : item.leaves()) {
            if (leaf.operand() instanceof Operand.Literal literal
                    && literal.value() instanceof FactValue.Flag
                    && random.nextInt(6) != 0) {
                good.put(leaf.fact(), new Seen.Known(literal.value(), "TEST", true));
            }
        }
        return facts.with(good);
    }

    @Test
    void randomRulesNearMissesAreTheLeastChanges() {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomRules rules = new RandomRules(DICTIONARY, seed);
        RandomFacts drawn = new RandomFacts(DICTIONARY, seed);
        Random random = new Random(seed);
        int found = 0;
        int none = 0;
        int most = 0;
        for (int round = 0; round < 4_000; round++) {
            Condition rule = rules.next(someFacts(random));
            Item item = item(rule, FIXED);
            for (int i = 0; i < 3; i++) {
                Facts facts = drawn.next();
                if (!isUnmet(item, facts)) {
                    continue;
                }
                String what = "seed " + seed + " round " + round + " " + rule + " on "
                        + lefts(rule, facts).stream()
                                .map(fact -> fact.key() + "=" + facts.see(fact))
                                .toList();
                NearMiss miss = of(item, facts);
                if (miss == null) {
                    none++;
                    assertThat(isMet(item, facts, Set.of(), 2))
                            .as("missed: " + what)
                            .isFalse();
                } else {
                    found++;
                    most = Math.max(most, miss.changes().size());
                    assertIsLeast(item, facts, miss, what, true);
                }
            }
        }
        System.out.println("NearMissTests seed " + seed + ": " + found + " found, up to " + most + " changes, " + none
                + " without");
        assertThat(found).isGreaterThan(2_000);
        assertThat(most).isGreaterThan(2);
    }

    /** Facts of few types, so that they are compared with one another; of codes without a list no other can be named. */
    private static List<FactDefinition> someFacts(Random random) {
        List<FactType> types = List.of(FactType.values()).stream()
                .filter(type -> type != FactType.TEXT && type != FactType.CODE)
                .toList();
        Set<FactType> two =
                Set.copyOf(List.of(types.get(random.nextInt(types.size())), types.get(random.nextInt(types.size()))));
        List<FactDefinition> facts = new ArrayList<>(DICTIONARY.facts());
        facts.removeIf(
                fact -> !two.contains(fact.type()) || fact.subject().isRecord() && fact.subject() != Subject.PROJECT);
        java.util.Collections.shuffle(facts, random);
        return facts.subList(0, Math.min(facts.size(), 3));
    }

    /** The control: the oracle sees a change left out, one too many, and one that goes a step too far. */
    @Test
    void theOracleSeesWhatIsNotLeast() {
        Item item = item(
                rule("{'all':[" + leaf("ent.staffYearEnd", "gte", "10") + "," + leaf("trade.boothCount", "gte", "2")
                        + "]}"),
                FIXED);
        Facts facts =
                facts().put("ent.staffYearEnd", 1).put("trade.boothCount", 0).put("nev.newModels", 0);
        NearMiss right = of(item, facts);
        assertIsLeast(item, facts, right, "", true);
        Change staff = right.changes().get(0);
        Change booths = right.changes().get(1);
        Change far = new Change(staff.fact(), staff.from(), new FactValue.Num(BigDecimal.valueOf(11)), staff.clause());
        Change idle = new Change(
                DICTIONARY.require("nev.newModels"),
                facts.see(DICTIONARY.require("nev.newModels")),
                new FactValue.Num(BigDecimal.ONE),
                staff.clause());
        for (List<Change> wrong : List.of(List.of(staff), List.of(far, booths), List.of(staff, booths, idle))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> assertIsLeast(item, facts, new NearMiss(wrong, right.award()), "", true))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static boolean isUnmet(Item item, Facts facts) {
        return item.rule().judge(facts).and(item.formula().reached(facts)) == Truth.FALSE;
    }

    private static boolean pays(Item item, Facts facts) {
        return !isUnmet(item, facts) && item.formula().award(facts).isPositive() != Truth.FALSE;
    }

    /** @param all whether every set of fewer facts is tried, or only leaving out what was changed */
    private static void assertIsLeast(Item item, Facts facts, NearMiss miss, String what, boolean all) {
        Map<FactDefinition, Seen> changed = seen(miss.changes());
        Facts after = facts.with(changed);
        String of = what + " "
                + miss.changes().stream()
                        .map(each -> each.fact().key() + " " + each.to())
                        .toList();
        assertThat(pays(item, after)).as(of).isTrue();
        assertThat(miss.award()).as(of).isEqualTo(item.formula().award(after));
        for (Change left : miss.changes()) {
            Map<FactDefinition, Seen> fewer = new HashMap<>(changed);
            fewer.remove(left.fact());
            assertThat(pays(item, facts.with(fewer)))
                    .as(of + " without " + left)
                    .isFalse();
            fewer.put(left.fact(), nearer(left));
            assertThat(fewer.get(left.fact()) != Seen.UNKNOWN && pays(item, facts.with(fewer)))
                    .as(of + " nearer " + left)
                    .isFalse();
        }
        assertThat(miss.changes().stream().noneMatch(each -> each.from() instanceof Seen.Unknown))
                .as(of)
                .isTrue();
        if (all && miss.changes().size() <= 3) {
            assertThat(isMet(item, facts, Set.of(), miss.changes().size() - 1))
                    .as("fewer: " + of)
                    .isFalse();
        }
    }

    /** One step nearer to the value now, or unknown if the change is none of a number or of one step. */
    private static Seen nearer(Change change) {
        if (!(change.to() instanceof FactValue.Num to)
                || !(change.from() instanceof Seen.Known known)
                || !(known.value() instanceof FactValue.Num from)) {
            return Seen.UNKNOWN;
        }
        BigDecimal step =
                switch (change.fact().type()) {
                    case MONEY, DECIMAL -> new BigDecimal("0.01");
                    case RATIO -> new BigDecimal("0.0001");
                    default -> BigDecimal.ONE;
                };
        BigDecimal less = to.value().compareTo(from.value()) > 0
                ? to.value().subtract(step)
                : to.value().add(step);
        boolean isNearer = less.subtract(from.value())
                        .abs()
                        .compareTo(to.value().subtract(from.value()).abs())
                < 0;
        return isNearer ? new Seen.Known(new FactValue.Num(less), "TEST", true) : Seen.UNKNOWN;
    }

    private static Map<FactDefinition, Seen> seen(List<Change> changes) {
        Map<FactDefinition, Seen> seen = new HashMap<>();
        changes.forEach(change -> seen.put(change.fact(), new Seen.Known(change.to(), "TEST", true)));
        return seen;
    }

    /** The facts that the comparisons are about: those compared, not those compared with. */
    private static Set<FactDefinition> lefts(Condition rule, Facts facts) {
        Set<FactDefinition> lefts = new LinkedHashSet<>();
        for (Comparison leaf : rule.leaves()) {
            boolean isPlanned = leaf.planned() != null && facts.see(leaf.fact()) instanceof Seen.Unknown;
            lefts.add(isPlanned ? leaf.planned() : leaf.fact());
        }
        return lefts;
    }

    /** Tries every value that can matter of every set of at most so many compared facts that are not unknown. */
    private static boolean isMet(Item item, Facts facts, Set<FactDefinition> fixed, int most) {
        if (most == 0) {
            return false;
        }
        for (FactDefinition fact : lefts(item.rule(), facts)) {
            if (fixed.contains(fact) || facts.see(fact) instanceof Seen.Unknown) {
                continue;
            }
            for (FactValue value : trials(item.rule(), fact, facts)) {
                Facts tried = facts.with(Map.of(fact, new Seen.Known(value, "TEST", true)));
                Set<FactDefinition> more = new LinkedHashSet<>(fixed);
                more.add(fact);
                if (pays(item, tried) || isMet(item, tried, more, most - 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<FactValue> trials(Condition rule, FactDefinition fact, Facts facts) {
        Set<FactValue> trials = new LinkedHashSet<>();
        if (fact.type() == FactType.BOOLEAN) {
            return Set.of(new FactValue.Flag(true), new FactValue.Flag(false));
        }
        List<String> codes = List.copyOf(fact.values().keySet());
        if (fact.type() == FactType.SET) {
            for (int mask = 0; mask < 1 << codes.size(); mask++) {
                int of = mask;
                trials.add(new FactValue.Codes(codes.stream()
                        .filter(code -> (of & 1 << codes.indexOf(code)) != 0)
                        .toList()));
            }
            return trials;
        }
        if (!fact.type().isNumber()) {
            codes.forEach(code -> trials.add(new FactValue.Code(code)));
        }
        Set<BigDecimal> at = new LinkedHashSet<>(List.of(BigDecimal.valueOf(RandomFacts.YEAR), BigDecimal.ZERO));
        for (Comparison leaf : rule.leaves()) {
            List<FactValue> values = new ArrayList<>();
            if (leaf.operand() instanceof Operand.Literal literal) {
                values.add(literal.value());
            } else if (leaf.operand() instanceof Operand.Listed listed) {
                values.addAll(listed.values());
            } else if (leaf.operand() instanceof Operand.Other other
                    && facts.see(other.fact()) instanceof Seen.Known known) {
                values.add(known.value());
            }
            if (facts.see(leaf.fact()) instanceof Seen.Known known) {
                values.add(known.value());
            }
            for (FactValue value : values) {
                if (value instanceof FactValue.Num number) {
                    at.add(number.value());
                } else if (value instanceof FactValue.Code code
                        && (codes.isEmpty() ? leaf.fact().type() == fact.type() : codes.contains(code.value()))
                        && !fact.type().isNumber()
                        && (fact.pattern() == null
                                || fact.pattern().matcher(code.value()).matches())) {
                    trials.add(code);
                }
            }
        }
        if (fact.type().isNumber()) {
            BigDecimal step =
                    BigDecimal.ONE.movePointLeft(Math.min(4, fact.type().scale()));
            for (BigDecimal each : at) {
                for (int steps = -2; steps <= 2; steps++) {
                    BigDecimal value = each.add(step.multiply(BigDecimal.valueOf(steps)));
                    if (value.stripTrailingZeros().scale() <= fact.type().scale()
                            && (fact.min() == null || value.compareTo(fact.min()) >= 0)
                            && (fact.max() == null || value.compareTo(fact.max()) <= 0)) {
                        trials.add(new FactValue.Num(value));
                    }
                }
            }
        }
        return trials;
    }
}
