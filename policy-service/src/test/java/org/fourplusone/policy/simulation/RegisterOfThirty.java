package org.fourplusone.policy.simulation;

import org.fourplusone.policy.RecordedIndustry;
import org.fourplusone.policy.TestCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thirty bus makers: number {@code i} has put {@code i % 6} new models on the market, of the last six nobody knows how
 * many. Even numbers are small, odd ones have no size class; the last one's name looks like a formula.
 */
final class RegisterOfThirty {

    static final int SIZE = 30;
    static final int KNOWN = 24;

    private RegisterOfThirty() {}

    static RecordedIndustry industry() {
        RecordedIndustry industry = new RecordedIndustry();
        for (int i = 0; i < SIZE; i++) {
            industry.change(i + 1L, enterprise(i, i < KNOWN ? i % 6 : -1));
        }
        return industry;
    }

    static String creditCode(int i) {
        return "91371502MA4EX%05d".formatted(i);
    }

    /** @param models below 0: unknown */
    static ObjectNode enterprise(int i, int models) {
        ObjectNode document = (ObjectNode)
                TestCatalogue.JSON.readTree(RecordedIndustry.recorded().get(0));
        document.put("creditCode", creditCode(i));
        document.put("name", i == SIZE - 1 ? "=HYPERLINK(\"http://example.org\")" : "示例客车" + i);
        document.put("cluster", "NEV");
        document.put("sizeClass", i % 2 == 0 ? "S" : null);
        document.putArray("records");
        document.putArray("awards");
        ArrayNode known = document.putArray("knownEmpty");
        for (String kind : new String[] {"PROJECT", "HONOUR", "LOAN", "LEASE"}) {
            known.add(kind);
        }
        ArrayNode facts = TestCatalogue.JSON.createArrayNode();
        for (JsonNode fact : document.get("facts")) {
            String key = fact.get("key").asString();
            if (key.equals("nev.newModels")) {
                if (models >= 0) {
                    facts.add(((ObjectNode) fact).put("value", String.valueOf(models)));
                }
            } else if (!key.startsWith("ent.revenue") && !key.startsWith("tech.")) {
                facts.add(fact);
            }
        }
        document.set("facts", facts);
        return document;
    }
}
