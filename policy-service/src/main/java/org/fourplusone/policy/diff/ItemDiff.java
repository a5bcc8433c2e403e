package org.fourplusone.policy.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The differences between two versions of an item, clause by clause, in the order of the item file. */
public final class ItemDiff {

    private static final Text NOTHING = Text.of("无", "none");

    private final Dictionary dictionary;
    private final List<Change> changes = new ArrayList<>();

    private ItemDiff(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** An item with its file. */
    public record Side(Item item, JsonNode content) {}

    /** @param year the policy year in which annual facts are named */
    public static List<Change> between(Side before, Side after, Dictionary dictionary, int year) {
        ItemDiff diff = new ItemDiff(dictionary);
        diff.texts(before, after);
        diff.changes.addAll(ConditionDiff.between(before.item, after.item, year));
        diff.changes.addAll(FormulaDiff.between(before, after, dictionary));
        diff.documents(before.item, after.item);
        diff.form(before.item, after.item);
        diff.stacking(before.item.stacking(), after.item.stacking());
        diff.payout(before.item.payout(), after.item.payout());
        diff.rest(before.item, after.item);
        return List.copyOf(diff.changes);
    }

    private void same(String path, Text label, Text before, Text after) {
        if (!before.equals(after)) {
            changes.add(Change.changed(path, label, before, after));
        }
    }

    private static Text orNothing(@Nullable Text text) {
        return text == null ? NOTHING : text;
    }

    private static Text code(@Nullable String code) {
        return code == null ? NOTHING : Words.of(code);
    }

    private static Text yes(boolean is) {
        return is ? Text.of("是", "yes") : Text.of("否", "no");
    }

    private void texts(Side a, Side b) {
        Item before = a.item;
        Item after = b.item;
        same("/article", Text.of("所属条", "article"), number(before.article()), number(after.article()));
        same(
                "/illustrative",
                Text.of("示例标记", "illustrative mark"),
                yes(before.illustrative()),
                yes(after.illustrative()));
        same("/clause", Text.of("依据条款", "clause"), before.clause(), after.clause());
        same("/title", Text.of("名称", "title"), before.title(), after.title());
        same("/clusters", Text.of("适用集群", "clusters"), clusters(before), clusters(after));
        same(
                "/line",
                Text.of("资金用途", "programme line"),
                code(before.line().name()),
                code(after.line().name()));
        same(
                "/driver",
                Text.of("动能类别", "driver"),
                code(before.driver().name()),
                code(after.driver().name()));
        same(
                "/track",
                Text.of("办理方式", "track"),
                code(before.track().name()),
                code(after.track().name()));
        same("/department", Text.of("责任部门", "department"), before.department(), after.department());
        same("/window", Text.of("申报期", "filing window"), window(before.window()), window(after.window()));
        same("/record", Text.of("申报对象", "kind of record"), record(before), record(after));
    }

    private static Text number(int number) {
        return Text.of("第" + number + "条", "Art. " + number);
    }

    private Text clusters(Item item) {
        Map<String, Text> names = dictionary.require("ent.cluster").values();
        return Words.joined(
                item.clusters().stream()
                        .map(code -> names.getOrDefault(code, Words.of(code)))
                        .toList(),
                "、",
                ", ");
    }

    private static Text window(Item.Window window) {
        String from = window.from().toString().substring(2);
        String to = window.to().toString().substring(2);
        return Text.of(from + "至" + to, from + " to " + to);
    }

    private static Text record(Item item) {
        return item.record() == null
                ? Words.of("ENTERPRISE")
                : Words.of(item.record().name());
    }

    private void documents(Item before, Item after) {
        listed(
                "/documents/",
                Text.of("申报材料", "document"),
                before.documents(),
                after.documents(),
                Item.Document::code,
                document -> Text.of(
                        document.code() + " " + document.name().zh() + (document.required() ? "（必需）" : "（非必需）")
                                + (document.stage() == null
                                        ? ""
                                        : "（" + Words.of(document.stage()).zh() + "时）"),
                        document.code() + " " + document.name().en()
                                + (document.required() ? " (required)" : " (not required)")
                                + (document.stage() == null
                                        ? ""
                                        : " (when: "
                                                + Words.of(document.stage()).en() + ")")));
        same(
                "/confirmation",
                Text.of("企业确认事项", "confirmations"),
                Words.list(before.confirmation()),
                Words.list(after.confirmation()));
    }

    private void form(Item before, Item after) {
        listed(
                "/form/questions/",
                Text.of("申报问题", "question"),
                before.form().questions(),
                after.form().questions(),
                key -> key,
                this::fact);
        listed(
                "/form/claimLines/",
                Text.of("费用明细", "claim line"),
                before.form().claimLines(),
                after.form().claimLines(),
                line -> line.kind() + " " + line.fact(),
                line -> {
                    Text fact = line.fact() == null ? Text.of("", "") : fact(line.fact());
                    Text fields = Words.list(line.fields());
                    Text measure = Words.of(line.measure());
                    return Text.of(
                            line.name().zh() + (fact.zh().isEmpty() ? "" : "（" + fact.zh() + "）") + "，" + measure.zh()
                                    + "，填写" + fields.zh(),
                            line.name().en() + (fact.en().isEmpty() ? "" : " (" + fact.en() + ")") + ", " + measure.en()
                                    + ", with " + fields.en());
                });
    }

    private Text fact(String key) {
        return dictionary.find(key).map(FactDefinition::name).orElse(Text.of(key, key));
    }

    /** Matched by key; those that are in both are compared by their words. */
    private <T> void listed(
            String path, Text label, List<T> before, List<T> after, Function<T, String> key, Function<T, Text> words) {
        List<T> gone = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            T now = after.get(i);
            T was = null;
            for (T each : gone) {
                if (key.apply(each).equals(key.apply(now))) {
                    was = each;
                    break;
                }
            }
            if (was == null) {
                changes.add(Change.added(path + i, label, words.apply(now)));
            } else {
                gone.remove(was);
                same(path + i, label, words.apply(was), words.apply(now));
            }
        }
        for (T was : gone) {
            changes.add(Change.removed(path + before.indexOf(was), label, words.apply(was)));
        }
    }

    private void stacking(Item.Stacking before, Item.Stacking after) {
        same(
                "/stacking/rule",
                Text.of("叠加规则", "stacking rule"),
                code(before.rule().name()),
                code(after.rule().name()));
        same("/stacking/group", Text.of("互斥组", "exclusive group"), code(before.group()), code(after.group()));
        same("/stacking/scope", Text.of("不重复范围", "scope of exclusion"), code(before.scope()), code(after.scope()));
        same(
                "/stacking/key",
                Text.of("一次性依据", "claim key"),
                code(before.key().name()),
                code(after.key().name()));
    }

    private void payout(Item.Payout before, Item.Payout after) {
        same("/payout/method", Text.of("拨付方式", "payout method"), code(before.method()), code(after.method()));
        listed(
                "/payout/schedule/",
                Text.of("拨付节点", "instalment"),
                before.schedule(),
                after.schedule(),
                Item.Instalment::trigger,
                each -> {
                    Text trigger = Words.of(each.trigger());
                    String share = each.share() == null ? "" : percent(each.share());
                    Text fact = each.fact() == null ? Text.of("", "") : fact(each.fact());
                    String papers = String.join(" ", each.documents());
                    return Text.of(
                            trigger.zh()
                                    + share
                                    + (fact.zh().isEmpty() ? "" : "，以“" + fact.zh() + "”为准")
                                    + (papers.isEmpty() ? "" : "，凭 " + papers),
                            trigger.en()
                                    + (share.isEmpty() ? "" : " " + share)
                                    + (fact.en().isEmpty() ? "" : ", shown by “" + fact.en() + "”")
                                    + (papers.isEmpty() ? "" : ", with " + papers));
                });
    }

    static String percent(String rate) {
        return new java.math.BigDecimal(rate)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    private void rest(Item before, Item after) {
        same(
                "/amountBasis",
                Text.of("金额依据", "basis of the amount"),
                code(before.amountBasis()),
                code(after.amountBasis()));
        same(
                "/fairCompetitionRisk",
                Text.of("公平竞争风险", "fair-competition risk"),
                code(before.fairCompetitionRisk()),
                code(after.fairCompetitionRisk()));
        same("/note", Text.of("备注", "note"), orNothing(before.note()), orNothing(after.note()));
        listed(
                "/sources/",
                Text.of("来源", "source"),
                before.sources(),
                after.sources(),
                Item.Source::key,
                source -> Text.of(
                        source.key() + " " + source.text().zh(),
                        source.key() + " " + source.text().en()));
    }
}
