package org.fourplusone.policy.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.Operand;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The project's own catalogue: complete, checked, and without the weaknesses that its source was known for. */
class CatalogueTests {

    private static final LocalDate FROM = LocalDate.of(2019, 1, 1);
    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(CatalogueTests.class.getResourceAsStream("/schema/item.schema.json"));

    static List<Item> items() {
        ItemReader reader = new ItemReader(DICTIONARY, new Terms(TestCatalogue.file("terms")));
        List<Item> items = new ArrayList<>();
        TestCatalogue.file("items").forEach(node -> items.add(reader.read(node, 1, FROM, null)));
        return items;
    }

    private static ObjectNode copy(String code) {
        for (JsonNode node : TestCatalogue.file("items")) {
            if (node.get("code").asString().equals(code)) {
                return (ObjectNode) node.deepCopy();
            }
        }
        throw new AssertionError(code);
    }

    @Test
    void all51FitTheSchema() {
        JsonNode items = TestCatalogue.file("items");
        assertThat(items).hasSize(51);
        items.forEach(item -> assertThat(SCHEMA.validate(item.toString(), InputFormat.JSON))
                .as(item.get("code").asString())
                .isEmpty());
    }

    @Test
    void theSchemaRefusesWhatIsNoItem() {
        assertThat(refusals(copy("A01-02").put("colour", "red"))).isNotEmpty();
        assertThat(refusals(copy("A01-02").put("code", "A1-2"))).isNotEmpty();
        assertThat(refusals((ObjectNode) copy("A01-02").without("formula"))).isNotEmpty();
        ObjectNode noEnglish = copy("A01-02");
        ((ObjectNode) noEnglish.get("title")).remove("en");
        assertThat(refusals(noEnglish)).isNotEmpty();
        ObjectNode floating = copy("A01-02");
        ((ObjectNode) floating.get("formula")).put("cap", 2000000.0);
        assertThat(refusals(floating)).isNotEmpty();
        ObjectNode list = copy("A01-02");
        ((ObjectNode) list.at("/rule/all/1")).put("op", "in");
        assertThat(refusals(list)).isNotEmpty();
        ObjectNode noCap = copy("A01-02");
        ((ObjectNode) noCap.get("formula")).remove("cap");
        assertThat(refusals(noCap)).isNotEmpty();
    }

    private static Set<?> refusals(ObjectNode item) {
        return SCHEMA.validate(item.toString(), InputFormat.JSON);
    }

    @Test
    void tenArticlesHoldThe51Items() {
        JsonNode articles = TestCatalogue.file("articles").get("articles");
        assertThat(articles).hasSize(10);
        List<String> codes = new ArrayList<>();
        articles.forEach(article -> article.get("items").forEach(code -> codes.add(code.asString())));
        assertThat(codes)
                .containsExactlyElementsOf(items().stream().map(Item::code).toList());
        assertThat(items()).allMatch(Item::illustrative);
    }

    @Test
    void everyClauseSpeaksBothLanguagesAndIsCited() {
        for (Item item : items()) {
            both(item.code(), item.title());
            both(item.code(), item.formula().sentence());
            both(item.code(), item.department());
            both(item.code(), item.clause());
            item.documents().forEach(document -> both(item.code(), document.name()));
            Set<String> clauses = new HashSet<>();
            for (Comparison leaf : item.leaves()) {
                both(item.code(), leaf.clause());
                both(item.code(), Wording.sentence(leaf, 2026));
                assertThat(clauses.add(leaf.clause().zh()))
                        .as(item.code() + leaf.clause())
                        .isTrue();
            }
        }
    }

    private static void both(String code, Text text) {
        assertThat(text.zh()).as(code).isNotBlank().doesNotContain("null");
        assertThat(text.en()).as(code).isNotBlank().doesNotContain("null").isNotEqualTo(text.zh());
        assertThat(text.en().codePoints().noneMatch(letter -> letter >= 0x4E00 && letter <= 0x9FFF))
                .as(code + ": " + text.en())
                .isTrue();
    }

    @Test
    void theEightCommonConditionsStandInEveryItem() {
        assertThat(items()).allSatisfy(item -> assertThat(item.leaves().stream().filter(Comparison::common))
                .hasSize(8));
    }

    @Test
    void everyItemIsBoundToThePolicyYear() {
        for (Item item : items()) {
            boolean bound = item.leaves().stream()
                            .filter(leaf -> !leaf.common())
                            .anyMatch(leaf -> leaf.fact().annual() || leaf.operand() instanceof Operand.PolicyYear)
                    || item.formula().facts().stream().anyMatch(FactDefinition::annual);
            assertThat(bound).as(item.code()).isTrue();
            assertThat(item.window().from()).hasToString("--01-01");
            assertThat(item.window().to()).hasToString("--12-31");
        }
    }

    @Test
    void honoursAreDatedRecordsOfOneKind() {
        List<Item> honours =
                items().stream().filter(item -> item.record() == Subject.HONOUR).toList();
        assertThat(honours).hasSize(20);
        assertThat(honours)
                .allSatisfy(item -> assertThat(item.kind()).as(item.code()).isPresent());
        assertThat(honours).allSatisfy(item -> assertThat(item.leaves())
                .as(item.code())
                .anyMatch(leaf ->
                        leaf.fact().key().equals("honour.year") && leaf.operand() instanceof Operand.PolicyYear));
    }

    @Test
    void instalmentsHaveTriggersAndNothingOfCompletionIsAskedBefore() {
        for (Item item : items()) {
            for (Item.Instalment each : item.payout().schedule()) {
                assertThat(each.trigger().equals("APPROVED") || each.fact() != null)
                        .as(item.code() + " " + each.trigger())
                        .isTrue();
            }
            item.documents().stream()
                    .filter(document -> document.stage() != null || document.system())
                    .forEach(document -> assertThat(document.required())
                            .as(item.code() + document.code())
                            .isFalse());
        }
        assertThat(copy("A01-01").at("/documents").toString()).contains("\"E14\",\"required\":false");
        assertThat(copy("A01-04").at("/documents").toString()).contains("\"E14\",\"required\":false");
    }

    @Test
    void nothingIsPaidWithoutACeiling() {
        Money year = Money.parse("5000000.00");
        assertThat(items()).allSatisfy(item -> {
            Money most = item.most();
            assertThat(most).as(item.code()).isNotNull();
            assertThat(most.isMoreThan(year)).as(item.code()).isFalse();
        });
    }

    @Test
    void anItemThatDoesNotFitTheDictionaryIsRefusedWithPositions() {
        ObjectNode item = copy("A01-02");
        ((ObjectNode) item.at("/rule/all/1")).put("fact", "project.colour");
        ((ObjectNode) item.at("/rule/all/2")).put("value", "five million");
        ((ObjectNode) item.get("formula")).put("base", "project.startedInYear");
        ((ObjectNode) item.at("/payout/schedule/0")).put("share", "0.90");
        assertThatThrownBy(() ->
                        new ItemReader(DICTIONARY, new Terms(TestCatalogue.file("terms"))).read(item, 1, FROM, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A01-02")
                .hasMessageContaining("/rule/all/1/fact UNKNOWN_FACT")
                .hasMessageContaining("/rule/all/2/value FACT_TYPE")
                .hasMessageContaining("/formula/base FACT_TYPE");
        ObjectNode shares = copy("A01-02");
        ((ObjectNode) shares.at("/payout/schedule/0")).put("share", "0.90");
        ((ObjectNode) shares).put("department", "NOBODY");
        assertThatThrownBy(() ->
                        new ItemReader(DICTIONARY, new Terms(TestCatalogue.file("terms"))).read(shares, 1, FROM, null))
                .hasMessageContaining("/payout/schedule SHARES")
                .hasMessageContaining("/department UNKNOWN_CODE");
        ObjectNode other = copy("A04-01");
        other.put("record", "LOAN");
        assertThatThrownBy(() ->
                        new ItemReader(DICTIONARY, new Terms(TestCatalogue.file("terms"))).read(other, 1, FROM, null))
                .hasMessageContaining("/rule RECORD_KIND [honour.kind]");
    }
}
