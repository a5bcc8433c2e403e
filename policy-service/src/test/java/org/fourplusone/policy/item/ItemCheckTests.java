package org.fourplusone.policy.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of an item before it is saved. */
class ItemCheckTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final JsonShape SHAPE = JsonShape.of("item");
    private static final JsonSchema ORACLE = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(ItemCheckTests.class.getResourceAsStream("/schema/item.schema.json"));

    private static List<String> faults(JsonNode content) {
        RuleFaults faults = new RuleFaults();
        Item item = new ItemCheck(DICTIONARY, CatalogueItems.catalogue()).read(content, faults);
        assertThat(item == null).isEqualTo(!faults.isEmpty());
        return faults.all().stream()
                .map(fault -> fault.at() + " " + fault.code())
                .toList();
    }

    @Test
    void nothingStandsAgainstThe51Items() {
        TestCatalogue.file("items")
                .forEach(item ->
                        assertThat(faults(item)).as(item.get("code").asString()).isEmpty());
    }

    @Test
    void theShapeAgreesWithAFullValidatorAndNoMutationBreaksTheCheck() {
        long seed = 20261122L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<JsonNode> items = new ArrayList<>();
        TestCatalogue.file("items").forEach(items::add);
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            ObjectNode item =
                    (ObjectNode) items.get(random.nextInt(items.size())).deepCopy();
            String what = Mutation.of(item, random);
            RuleFaults ours = new RuleFaults();
            SHAPE.check(item, "", ours);
            boolean valid = ORACLE.validate(item.toString(), InputFormat.JSON).isEmpty();
            assertThat(ours.isEmpty()).as(what + " " + ours.all()).isEqualTo(valid);
            refused += valid ? 0 : 1;
            faults(item);
        }
        assertThat(refused).isBetween(1000, 3900);
    }

    @Test
    void everyFaultIsToldAtItsPlaceInOneAnswer() {
        ObjectNode item = TestCatalogue.item("A01-02");
        item.put("colour", "red").put("line", "GIFTS").remove("title");
        ((ObjectNode) item.at("/rule/all/1")).put("fact", "project.colour");
        ((ObjectNode) item.at("/formula")).put("cap", "much");
        assertThat(faults(item))
                .containsExactlyInAnyOrder(
                        "/colour UNKNOWN_FIELD",
                        "/line UNKNOWN_VALUE",
                        "/title REQUIRED",
                        "/rule/all/1/fact UNKNOWN_FACT",
                        "/formula/cap FORMAT");
        ObjectNode day = TestCatalogue.item("A01-02");
        ((ObjectNode) day.get("window")).put("to", "02-31");
        assertThat(faults(day)).containsExactly("/window/to MONTH_DAY");
        ObjectNode article = TestCatalogue.item("A01-02").put("article", 11);
        assertThat(faults(article)).containsExactly("/article UNKNOWN_CODE");
        assertThat(faults(TestCatalogue.item("A01-02").put("article", 2))).containsExactly("/article CODE_AND_ARTICLE");
        ObjectNode hidden = TestCatalogue.item("A01-02");
        ((ObjectNode) hidden.get("title")).put("en", "a\u0000b");
        assertThat(faults(hidden)).containsExactly("/title/en CONTROL_CHARACTER");
        assertThat(faults(JsonNodeFactory.instance.arrayNode())).containsExactly(" WRONG_TYPE");
    }

    private static ObjectNode condition(String fact, String op, Object value) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("fact", fact).put("op", op);
        node.putObject("clause").put("zh", "某条 " + fact + op).put("en", "Some clause " + fact + op);
        node.set("value", TestCatalogue.JSON.valueToTree(value));
        return node;
    }

    /** A01-02 with these further members of its rule. */
    private static ObjectNode with(JsonNode... members) {
        ObjectNode item = TestCatalogue.item("A01-02");
        for (JsonNode member : members) {
            ((ArrayNode) item.at("/rule/all")).add(member);
        }
        for (String fact : List.of("ent.revenueYear", "ent.staffYearEnd", "ent.registeredInZone")) {
            ((ArrayNode) item.at("/form/questions")).add(fact);
        }
        return item;
    }

    @Test
    void conditionsThatCannotBeMeantAreRefusedAtTheirPlace() {
        JsonNode more = condition("ent.staffYearEnd", "gte", "100");
        assertThat(faults(with(condition("ent.staffYearEnd", "lt", "0"))))
                .containsExactly("/rule/all/4 RULE_IMPOSSIBLE");
        assertThat(faults(with(condition("ent.staffYearEnd", "gte", "0"))))
                .containsExactly("/rule/all/4 RULE_ALWAYS_TRUE");
        assertThat(faults(with(more, condition("ent.staffYearEnd", "lt", "100"))))
                .containsExactly("/rule/all/5 RULE_CONTRADICTION");
        assertThat(faults(with(condition("ent.registeredInZone", "eq", false))))
                .as("against a condition that all items share")
                .containsExactly("/rule/all/4 RULE_CONTRADICTION");
        assertThat(faults(with(more, condition("ent.staffYearEnd", "lte", "100"))))
                .isEmpty();
    }

    @Test
    void aTierThatStandsTwiceIsRefusedAtItsPlace() {
        for (String code : List.of("A02-01", "A06-03", "A05-02", "A09-04")) {
            ObjectNode item = TestCatalogue.item(code);
            ArrayNode tiers = (ArrayNode) item.at("/formula/levels");
            tiers.add(tiers.get(0).deepCopy());
            assertThat(faults(item)).as(code).containsExactly("/formula/levels/" + (tiers.size() - 1) + "/value TWICE");
        }
    }
}
