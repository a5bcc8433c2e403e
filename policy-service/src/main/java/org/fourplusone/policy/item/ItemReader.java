package org.fourplusone.policy.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fourplusone.policy.benefit.Formula;
import org.fourplusone.policy.benefit.FormulaReader;
import org.fourplusone.policy.item.Item.ClaimLine;
import org.fourplusone.policy.item.Item.Document;
import org.fourplusone.policy.item.Item.Form;
import org.fourplusone.policy.item.Item.Instalment;
import org.fourplusone.policy.item.Item.Payout;
import org.fourplusone.policy.item.Item.Source;
import org.fourplusone.policy.item.Item.Stacking;
import org.fourplusone.policy.rule.Comparison;
import org.fourplusone.policy.rule.Condition;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleCheck;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an item's JSON (shape: {@code schema/item.schema.json}) and checks what a schema cannot. */
public final class ItemReader {

    private final Dictionary dictionary;
    private final Terms terms;

    public ItemReader(Dictionary dictionary, Terms terms) {
        this.dictionary = dictionary;
        this.terms = terms;
    }

    /** @throws IllegalArgumentException naming every fault with its position */
    public Item read(JsonNode node, int version, LocalDate from, @Nullable LocalDate to) {
        RuleFaults faults = new RuleFaults();
        Item item = read(node, version, from, to, faults);
        faults.refuse("item " + node.path("code").asString("?"));
        if (item == null) {
            throw new IllegalStateException("an item without faults that could not be read");
        }
        return item;
    }

    /** The item, or null with the faults that stand against it. */
    @Nullable
    Item read(JsonNode node, int version, LocalDate from, @Nullable LocalDate to, RuleFaults faults) {
        RuleReader rules = new RuleReader(dictionary, faults);
        List<RuleCheck.Placed> conditions = new ArrayList<>();
        JsonNode common = terms.common();
        for (int i = 0; i < common.size(); i++) {
            add(conditions, rules.read(common.get(i), "/common/" + i, true), "/common/" + i);
        }
        Condition own = rules.read(node.path("rule"), "/rule", false);
        add(conditions, own, "/rule");
        if (faults.isEmpty()) {
            RuleCheck.together(conditions, faults);
        }
        Formula formula = new FormulaReader(rules, faults).read(node.path("formula"), "/formula");
        if (own == null || formula == null) {
            return null;
        }
        Condition rule = new Condition.All(
                conditions.stream().map(RuleCheck.Placed::condition).toList());
        try {
            Item item = new Item(
                    node.get("code").asString(),
                    version,
                    node.get("article").asInt(),
                    node.get("illustrative").asBoolean(),
                    Terms.text(node.get("clause")),
                    Terms.text(node.get("title")),
                    strings(node.get("clusters")),
                    Item.ProgrammeLine.valueOf(node.get("line").asString()),
                    Item.Driver.valueOf(node.get("driver").asString()),
                    Item.Track.valueOf(node.get("track").asString()),
                    named(node.get("department"), terms.departments()::get, "/department", faults)
                            .orElse(Text.of("", "")),
                    new Item.Window(
                            day(node.at("/window/from"), "/window/from", faults),
                            day(node.at("/window/to"), "/window/to", faults)),
                    node.has("record") ? Subject.valueOf(node.get("record").asString()) : null,
                    rule,
                    rule.leaves(),
                    formula,
                    documents(node.path("documents"), faults),
                    strings(node.path("confirmation")),
                    form(node.path("form"), faults),
                    stacking(node.path("stacking")),
                    payout(node.path("payout")),
                    node.get("amountBasis").asString(),
                    node.get("fairCompetitionRisk").asString(),
                    node.has("note") ? Terms.text(node.get("note")) : null,
                    sources(node.path("sources"), faults),
                    node.get("rule"),
                    from,
                    to);
            check(item, own, faults);
            return item;
        } catch (IllegalArgumentException | NullPointerException | java.time.DateTimeException e) {
            faults.add("", "ITEM_SHAPE", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void add(List<RuleCheck.Placed> conditions, @Nullable Condition condition, String at) {
        if (condition != null) {
            conditions.add(new RuleCheck.Placed(condition, at));
        }
    }

    private static MonthDay day(JsonNode node, String at, RuleFaults faults) {
        try {
            return MonthDay.parse("--" + node.asString());
        } catch (DateTimeParseException e) {
            faults.add(at, "MONTH_DAY");
            return MonthDay.of(1, 1);
        }
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(each -> strings.add(each.asString()));
        return List.copyOf(strings);
    }

    private static <T> Optional<T> named(
            JsonNode code, Function<String, @Nullable T> names, String at, RuleFaults faults) {
        T name = names.apply(code.asString());
        if (name == null) {
            faults.add(at, "UNKNOWN_CODE", code.asString());
        }
        return Optional.ofNullable(name);
    }

    private List<Document> documents(JsonNode list, RuleFaults faults) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            named(each.get("code"), terms.documents()::get, "/documents/" + i + "/code", faults)
                    .ifPresent(named -> documents.add(new Document(
                            each.get("code").asString(),
                            named.name(),
                            each.get("required").asBoolean(),
                            named.system(),
                            string(each, "stage"))));
        }
        return List.copyOf(documents);
    }

    private static @Nullable String string(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asString() : null;
    }

    private Form form(JsonNode node, RuleFaults faults) {
        List<String> questions = strings(node.path("questions"));
        for (int i = 0; i < questions.size(); i++) {
            if (dictionary.find(questions.get(i)).isEmpty()) {
                faults.add("/form/questions/" + i, "UNKNOWN_FACT", questions.get(i));
            }
        }
        List<ClaimLine> lines = new ArrayList<>();
        JsonNode list = node.path("claimLines");
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            String at = "/form/claimLines/" + i;
            String fact = string(each, "fact");
            if (fact != null && dictionary.find(fact).isEmpty()) {
                faults.add(at + "/fact", "UNKNOWN_FACT", fact);
            }
            named(each.get("kind"), terms.claimLines()::get, at + "/kind", faults)
                    .ifPresent(name -> lines.add(new ClaimLine(
                            each.get("kind").asString(),
                            name,
                            fact,
                            each.get("measure").asString(),
                            strings(each.path("fields")))));
        }
        return new Form(questions, List.copyOf(lines));
    }

    private static Stacking stacking(JsonNode node) {
        return new Stacking(
                Stacking.Rule.valueOf(node.get("rule").asString()),
                string(node, "group"),
                node.get("scope").asString(),
                Stacking.Key.valueOf(node.get("key").asString()));
    }

    private static Payout payout(JsonNode node) {
        List<Instalment> schedule = new ArrayList<>();
        node.path("schedule")
                .forEach(each -> schedule.add(new Instalment(
                        each.get("trigger").asString(),
                        string(each, "share"),
                        string(each, "fact"),
                        strings(each.path("documents")))));
        return new Payout(node.get("method").asString(), List.copyOf(schedule));
    }

    private List<Source> sources(JsonNode list, RuleFaults faults) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            named(list.get(i), terms.sources()::get, "/sources/" + i, faults).ifPresent(sources::add);
        }
        return List.copyOf(sources);
    }

    /** What hangs together across the parts of an item. */
    private void check(Item item, Condition own, RuleFaults faults) {
        List<Comparison> leaves = own.leaves();
        leaves.forEach(
                leaf -> checkSubject(item, leaf.fact().subject(), leaf.fact().key(), "/rule", faults));
        item.formula().facts().forEach(fact -> checkSubject(item, fact.subject(), fact.key(), "/formula", faults));
        boolean asks = item.track() != Item.Track.NO_APPLICATION;
        if (!asks && !item.form().questions().isEmpty()) {
            faults.add("/form/questions", "ASKS_NOTHING");
        }
        if (asks) {
            leaves.stream()
                    .filter(leaf -> !leaf.fact().derived())
                    .map(leaf -> leaf.fact().key())
                    .filter(key -> !item.form().questions().contains(key))
                    .forEach(key -> faults.add("/form/questions", "QUESTION_MISSING", key));
        }
        if ((item.stacking().group() == null) != (item.stacking().rule() == Stacking.Rule.STACKABLE)) {
            faults.add("/stacking/group", "GROUP_AND_RULE");
        }
        checkPayout(item.payout(), faults);
        Map<String, Text> clusters = dictionary.require("ent.cluster").values();
        for (String cluster : item.clusters()) {
            if (!cluster.equals("ALL") && !clusters.containsKey(cluster)) {
                faults.add("/clusters", "UNKNOWN_CODE", cluster);
            }
        }
        boolean bound = leaves.stream().anyMatch(leaf -> leaf.fact().key().equals("ent.cluster"));
        if (bound == item.clusters().contains("ALL")) {
            faults.add("/clusters", "CLUSTERS_AND_RULE");
        }
    }

    private static void checkSubject(Item item, Subject subject, String key, String at, RuleFaults faults) {
        boolean linked = item.record() == Subject.LOAN && subject == Subject.PROJECT;
        if (subject.isRecord() && subject != item.record() && !linked) {
            faults.add(at, "RECORD_KIND", key);
        }
    }

    private void checkPayout(Payout payout, RuleFaults faults) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean shares = false;
        for (int i = 0; i < payout.schedule().size(); i++) {
            Instalment each = payout.schedule().get(i);
            String share = each.share();
            if (share != null) {
                shares = true;
                sum = sum.add(new BigDecimal(share));
            }
            String fact = each.fact();
            if (fact != null && dictionary.find(fact).isEmpty()) {
                faults.add("/payout/schedule/" + i + "/fact", "UNKNOWN_FACT", fact);
            }
            for (int j = 0; j < each.documents().size(); j++) {
                if (!terms.documents().containsKey(each.documents().get(j))) {
                    faults.add(
                            "/payout/schedule/" + i + "/documents/" + j,
                            "UNKNOWN_CODE",
                            each.documents().get(j));
                }
            }
        }
        if (shares == payout.method().equals("BY_STAGE") || shares && sum.compareTo(BigDecimal.ONE) != 0) {
            faults.add("/payout/schedule", "SHARES");
        }
    }
}
