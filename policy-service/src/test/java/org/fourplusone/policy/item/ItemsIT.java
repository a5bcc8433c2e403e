package org.fourplusone.policy.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.fourplusone.policy.RunningPolicy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ItemsIT extends RunningPolicy {

    @Test
    void articlesAndItemsAreThereForEverybodyInBothLanguages() throws Exception {
        JsonNode articles = ok(to("/articles"));
        assertThat(articles).hasSize(10);
        JsonNode items = ok(to("/items"));
        assertThat(items).hasSize(51);
        JsonNode first = items.get(0);
        assertThat(first.get("code").asString()).isEqualTo("A01-01");
        assertThat(first.get("title").asString()).isEqualTo("重大制造业项目投资奖励");
        assertThat(first.get("illustrative").asBoolean()).isTrue();
        assertThat(first.get("most").asString()).isEqualTo("3000000.00");
        assertThat(first.at("/window/from").asString()).endsWith("-01-01");
        assertThat(ok(to("/items").header("Accept-Language", "en"))
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Major manufacturing project award");
    }

    @Test
    void filtersByClusterLineTrackAndDriver() throws Exception {
        assertThat(ok(to("/items?track=NO_APPLICATION"))).hasSize(14);
        assertThat(ok(to("/items?track=VERIFY"))).hasSize(30);
        assertThat(ok(to("/items?line=RESTRUCTURE_LISTING"))).hasSize(5);
        assertThat(ok(to("/items?cluster=HEALTH_LEISURE")).findValuesAsString("code"))
                .contains("A07-04", "A01-04")
                .doesNotContain("A07-01");
        assertThat(ok(to("/items?driver=UPGRADE_OLD"))).isNotEmpty();
        assertThat(send(to("/items?track=NONE")).statusCode()).isEqualTo(400);
    }

    @Test
    void anItemTellsItsRuleConditionsDocumentsAndForm() throws Exception {
        JsonNode item = ok(to("/items/A01-02").header("Accept-Language", "en"));
        assertThat(item.get("conditions")).hasSize(12);
        assertThat(item.at("/conditions/9/text").asString()).isEqualTo("The project is filed or approved");
        assertThat(item.at("/conditions/10/text").asString())
                .isEqualTo("Audited equipment and software spend (net of tax): at least CNY 5,000,000");
        assertThat(item.at("/rule/all/2/value").asString()).isEqualTo("5000000.00");
        assertThat(item.at("/form/claimLines/0/kind").asString()).isEqualTo("INVOICE");
        assertThat(item.get("documents").findValuesAsString("code")).contains("E01", "E10", "E13");
        assertThat(send(to("/items/A99-01")).statusCode()).isEqualTo(404);
    }

    @Test
    void versionsAndTheSchemaArePublic() throws Exception {
        JsonNode versions = ok(to("/items/A01-01/versions"));
        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).get("state").asString()).isEqualTo("IN_FORCE");
        assertThat(ok(to("/schema/item")).get("$id").asString()).isEqualTo("urn:four-plus-one:schema:item");
    }

    @Test
    void theDocumentNamesEachTypeOnce() throws Exception {
        JsonNode document = ok(to("/openapi"));
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("ItemsStackingView", "StackingView", "AssessmentQuestion", "EntitlementQuestion", "Question");
    }
}
