package org.fourplusone.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.ItemCheck;
import org.fourplusone.policy.item.Mutation;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed between two versions, in words. */
class ItemDiffTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();

    private static ItemDiff.Side side(JsonNode content) {
        RuleFaults faults = new RuleFaults();
        Item item = new ItemCheck(DICTIONARY, CatalogueItems.catalogue()).read(content, faults);
        assertThat(faults.all()).isEmpty();
        return new ItemDiff.Side(java.util.Objects.requireNonNull(item), content);
    }

    private static List<Change> diff(JsonNode before, JsonNode after) {
        return ItemDiff.between(side(before), side(after), DICTIONARY, 2026);
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        for (JsonNode item : TestCatalogue.file("items")) {
            assertThat(diff(item, item)).isEmpty();
        }
    }

    @Test
    void aThresholdIsFoundByItsClauseAndToldInBothLanguages() {
        ObjectNode after = TestCatalogue.item("A01-02");
        ((ObjectNode) after.at("/rule/all/2")).put("value", "3000000.00");
        List<Change> changes = diff(TestCatalogue.item("A01-02"), after);
        assertThat(changes).hasSize(1);
        Change change = changes.get(0);
        assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
        assertThat(change.path()).isEqualTo("/rule/all/2");
        assertThat(change.text().en()).contains("5,000,000").contains("3,000,000");
        assertThat(change.text().zh()).contains("500万元").contains("300万元").contains("示例第一条第(二)项第3目");
    }

    @Test
    void aRemovedConditionIsRemovedAndTheOthersStay() {
        ObjectNode after = TestCatalogue.item("A01-02");
        ((ArrayNode) after.at("/rule/all")).remove(1);
        List<Change> changes = diff(TestCatalogue.item("A01-02"), after);
        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.REMOVED);
        assertThat(changes.get(0).text().en()).isEqualTo("Removed condition: The project is filed or approved");
    }

    @Test
    void theWayConditionsCombineIsTold() {
        ObjectNode after = TestCatalogue.item("A01-02");
        ArrayNode all = (ArrayNode) after.at("/rule/all");
        JsonNode spend = all.remove(2);
        JsonNode filed = all.remove(1);
        all.addObject().putArray("any").add(filed).add(spend);
        List<Change> changes = diff(TestCatalogue.item("A01-02"), after);
        assertThat(changes).extracting(Change::path).containsExactly("/rule");
        assertThat(changes.get(0).after().en()).contains(" or ");
        assertThat(changes.get(0).after().zh()).contains("，或");
    }

    @Test
    void amountsDocumentsAndPayoutAreToldOneByOne() {
        ObjectNode before = TestCatalogue.item("A01-01");
        ObjectNode after = TestCatalogue.item("A01-01");
        ((ObjectNode) after.at("/formula/bands/1")).put("amount", "1200000.00");
        ((ArrayNode) after.at("/formula/bands")).remove(3);
        ((ArrayNode) after.at("/documents")).remove(1);
        ((ObjectNode) after.at("/documents/1")).put("required", false);
        ((ObjectNode) after.at("/payout/schedule/0")).put("share", "0.40");
        ((ObjectNode) after.at("/payout/schedule/1")).put("share", "0.60");
        ((ObjectNode) after.get("stacking")).put("scope", "SAME_INVOICE");
        ((ObjectNode) after.get("title")).put("zh", "新名称");
        List<String> words =
                diff(before, after).stream().map(change -> change.text().zh()).toList();
        assertThat(words).hasSize(8);
        assertThat(words.get(0)).isEqualTo("名称由“重大制造业项目投资奖励”改为“新名称”");
        assertThat(words.get(1)).isEqualTo("“3亿元及以上”的标准由“100万元”改为“120万元”");
        assertThat(words.get(2)).isEqualTo("删除档次：10亿元及以上：300万元");
        assertThat(String.join("\n", words)).contains("30%").contains("40%").contains("同一发票");
    }

    @Test
    void everyMutationThatCanBeSavedAndMeansSomethingIsTold() {
        long seed = 7L;
        System.out.println("seed " + seed);
        java.util.Random random = new java.util.Random(seed);
        List<JsonNode> items = new java.util.ArrayList<>();
        TestCatalogue.file("items").forEach(items::add);
        int told = 0;
        for (int i = 0; i < 4000; i++) {
            JsonNode before = items.get(random.nextInt(items.size()));
            JsonNode after = before.deepCopy();
            String what = Mutation.of(after, random);
            RuleFaults faults = new RuleFaults();
            new ItemCheck(DICTIONARY, CatalogueItems.catalogue()).read(after, faults);
            if (!faults.isEmpty() || after.equals(before)) {
                continue;
            }
            List<Change> changes = diff(before, after);
            assertThat(changes).as(before.get("code") + " " + what).isNotEmpty();
            changes.forEach(change -> assertThat(
                            change.text().en().codePoints().noneMatch(letter -> letter >= 0x4E00 && letter <= 0x9FFF))
                    .as(change.text().en())
                    .isTrue());
            told++;
        }
        assertThat(told).isGreaterThan(50);
    }
}
