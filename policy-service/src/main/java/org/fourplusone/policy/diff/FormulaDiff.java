package org.fourplusone.policy.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.benefit.Band;
import org.fourplusone.policy.benefit.Tier;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.FactValue;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed in what an item pays: amounts, shares and ceilings one by one, anything else as the whole sentence. */
final class FormulaDiff {

    private static final Text NOTHING = Text.of("无", "none");
    private static final Map<String, Text> LABELS = Map.of(
            "cap", Text.of("最高金额", "ceiling"),
            "amount", Text.of("金额", "amount"),
            "rate", Text.of("比例", "share"),
            "base", Text.of("计算基数", "base of the calculation"),
            "by", Text.of("分档依据", "fact that the tiers read"),
            "planned", Text.of("确认前的依据", "stand-in until confirmed"),
            "crossedFrom", Text.of("跨档起点", "starting point of the step"));

    private final Dictionary dictionary;
    private final List<Change> changes = new ArrayList<>();

    private FormulaDiff(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static List<Change> between(ItemDiff.Side before, ItemDiff.Side after, Dictionary dictionary) {
        JsonNode a = before.content().path("formula");
        JsonNode b = after.content().path("formula");
        if (a.equals(b)) {
            return List.of();
        }
        Text was = before.item().formula().sentence();
        Text is = after.item().formula().sentence();
        Text label = Text.of("支持标准", "benefit");
        FormulaDiff diff = new FormulaDiff(dictionary);
        if (!a.path("type").equals(b.path("type")) || !diff.parts(before.item(), a, after.item(), b)) {
            return List.of(Change.changed("/formula", label, was, is));
        }
        return diff.changes;
    }

    /** Whether every difference could be told by its part. */
    private boolean parts(Item before, JsonNode a, Item after, JsonNode b) {
        JsonNode restA = a.deepCopy();
        JsonNode restB = b.deepCopy();
        for (String name : List.of("base", "by", "planned", "crossedFrom", "amount", "rate", "cap")) {
            Text was = value(name, a.get(name));
            Text is = value(name, b.get(name));
            if (!was.equals(is)) {
                changes.add(Change.changed("/formula/" + name, LABELS.getOrDefault(name, NOTHING), was, is));
            }
            ((ObjectNode) restA).remove(name);
            ((ObjectNode) restB).remove(name);
        }
        tiers("bands", "from", before, a, after, b);
        tiers("levels", "value", before, a, after, b);
        for (String name : List.of("bands", "levels")) {
            ((ObjectNode) restA).remove(name);
            ((ObjectNode) restB).remove(name);
        }
        return restA.equals(restB) && !changes.isEmpty();
    }

    private Text value(String name, @Nullable JsonNode node) {
        if (node == null) {
            return NOTHING;
        }
        String text = node.asString();
        return switch (name) {
            case "amount", "cap" -> Wording.money(Money.parse(text));
            case "rate" -> Text.of(ItemDiff.percent(text), ItemDiff.percent(text));
            default -> dictionary.find(text).map(FactDefinition::name).orElse(Text.of(text, text));
        };
    }

    private void tiers(String list, String key, Item before, JsonNode a, Item after, JsonNode b) {
        Map<String, JsonNode> gone = new LinkedHashMap<>();
        a.path(list).forEach(each -> gone.put(key(each.get(key)), each));
        int i = 0;
        for (JsonNode now : b.path(list)) {
            String path = "/formula/" + list + "/" + i++;
            Text name = tier(after, now.get(key).asString());
            JsonNode was = gone.remove(key(now.get(key)));
            if (was == null) {
                changes.add(Change.added(path, Text.of("档次", "tier"), paid(name, pay(now))));
            } else if (!pay(was).equals(pay(now))) {
                changes.add(Change.changed(
                        path, Text.of("“" + name.zh() + "”的标准", "the tier “" + name.en() + "”"), pay(was), pay(now)));
            }
        }
        int j = 0;
        for (JsonNode was : a.path(list)) {
            if (gone.containsKey(key(was.get(key)))) {
                Text name = tier(before, was.get(key).asString());
                changes.add(Change.removed("/formula/" + list + "/" + j, Text.of("档次", "tier"), paid(name, pay(was))));
            }
            j++;
        }
    }

    private static String key(JsonNode node) {
        String text = node.asString();
        return text.matches("\\d+(\\.\\d+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }

    private Text pay(JsonNode tier) {
        return tier.has("rate") ? value("rate", tier.get("rate")) : value("amount", tier.get("amount"));
    }

    private static Text paid(Text name, Text pay) {
        return Text.of(name.zh() + "：" + pay.zh(), name.en() + ": " + pay.en());
    }

    private static Text tier(Item item, String value) {
        FactDefinition by =
                item.formula() instanceof Band band ? band.by() : item.formula().by();
        if (by == null) {
            return Text.of(value, value);
        }
        if (item.formula() instanceof Band) {
            Text from = Wording.value(by, new FactValue.Num(new BigDecimal(value)));
            return Text.of(from.zh() + "及以上", from.en() + " or more");
        }
        return Tier.name(by, value);
    }
}
