package org.fourplusone.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fourplusone.policy.TestCatalogue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a draft's content. */
class DraftItemTests {

    @Test
    void aMergePatchIsThatOfItsStandard() {
        JsonNode target = TestCatalogue.JSON.valueToTree(
                Map.of("a", "b", "c", Map.of("d", "e", "f", "g"), "list", List.of(1, 2)));
        JsonNode patch =
                TestCatalogue.JSON.readTree("{\"a\":\"z\",\"c\":{\"f\":null},\"list\":[3],\"new\":{\"x\":null}}");
        assertThat(DraftItem.merged(target, patch))
                .isEqualTo(TestCatalogue.JSON.readTree("{\"a\":\"z\",\"c\":{\"d\":\"e\"},\"list\":[3],\"new\":{}}"));
    }
}
