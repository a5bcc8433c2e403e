package org.fourplusone.policy.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that decides a simulation's answer, as canonical JSON: members sorted by name, nothing optional left open. */
final class Fingerprint {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Fingerprint() {}

    /**
     * SHA-256 of the inputs, in hex.
     *
     * @param cursor the newest change of the register that is in
     * @param stale a register that may not be current is another input than one that is
     */
    static String of(Plan plan, Dictionary dictionary, long cursor, boolean stale) {
        ObjectNode inputs = JSON.createObjectNode();
        inputs.put("asOf", plan.asOf().toString());
        inputs.put("basis", plan.basis().name());
        inputs.put("cursor", cursor);
        inputs.put("stale", stale);
        inputs.put("capBefore", plan.capBefore().toString());
        inputs.put("capAfter", plan.capAfter().toString());
        ObjectNode free = inputs.putObject("free");
        plan.free().forEach((line, money) -> free.put(line.name(), money.toString()));
        ArrayNode inForce = inputs.putArray("inForce");
        plan.inForce().forEach(item -> inForce.add(item.code() + "@" + item.version()));
        ArrayNode changes = inputs.putArray("changes");
        for (Change change : plan.changes()) {
            ObjectNode each = changes.addObject();
            each.put("code", change.code());
            each.put("draft", change.draft());
            each.set("content", change.content() == null ? JSON.nullNode() : sorted(change.content()));
            ArrayNode common = each.putArray("common");
            commonOf(change.item(), common);
        }
        ArrayNode facts = inputs.putArray("dictionary");
        for (FactDefinition fact : dictionary.facts()) {
            facts.add(fact.key()
                    + ' '
                    + fact.subject()
                    + ' '
                    + fact.type()
                    + ' '
                    + fact.unit()
                    + ' '
                    + fact.annual()
                    + ' '
                    + fact.min()
                    + ' '
                    + fact.max()
                    + ' '
                    + fact.values().keySet()
                    + ' '
                    + fact.pattern());
        }
        return sha256(sorted(inputs).toString());
    }

    private static void commonOf(Item item, ArrayNode common) {
        for (Comparison leaf : item.leaves()) {
            if (leaf.common()) {
                common.add(leaf.fact().key() + ' ' + leaf.op().word() + ' ' + leaf.operand());
            }
        }
    }

    static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode sorted = JSON.createObjectNode();
            members.forEach(sorted::set);
            return sorted;
        }
        if (node.isArray()) {
            ArrayNode sorted = JSON.createArrayNode();
            node.forEach(each -> sorted.add(sorted(each)));
            return sorted;
        }
        return node;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
