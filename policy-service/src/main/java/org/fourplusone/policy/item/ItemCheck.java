package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.fourplusone.policy.benefit.FormulaReader;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that is asked of an item before it is saved: the schema's shape, the dictionary, the terms, and that its
 * conditions can be met and can be missed.
 */
public final class ItemCheck {

    private static final JsonShape SHAPE = JsonShape.of("item");

    private final Dictionary dictionary;
    private final Catalogue catalogue;

    public ItemCheck(Dictionary dictionary, Catalogue catalogue) {
        this.dictionary = dictionary;
        this.catalogue = catalogue;
    }

    /** The item as version 0, or null; whatever stands against it is in the faults, with its JSON pointer. */
    @Nullable
    public Item read(JsonNode content, RuleFaults faults) {
        RuleFaults shape = new RuleFaults();
        SHAPE.check(content, "", shape);
        if (!shape.isEmpty()) {
            shape.all()
                    .forEach(each ->
                            faults.add(each.at(), each.code(), each.arguments().toArray()));
            // What has its shape is still read, so that one answer tells as much as possible.
            RuleReader rules = new RuleReader(dictionary, faults);
            if (isWhole(content, "/rule", shape)) {
                rules.read(content.get("rule"), "/rule", false);
            }
            if (isWhole(content, "/formula", shape)) {
                new FormulaReader(rules, faults).read(content.get("formula"), "/formula");
            }
            return null;
        }
        Item item = new ItemReader(dictionary, catalogue.terms()).read(content, 0, LocalDate.MIN, null, faults);
        articleFits(content, faults);
        return faults.isEmpty() ? item : null;
    }

    private static boolean isWhole(JsonNode content, String at, RuleFaults shape) {
        Set<String> broken = new HashSet<>();
        shape.all().forEach(each -> broken.add(each.at()));
        return content.isObject()
                && content.has(at.substring(1))
                && broken.stream().noneMatch(each -> each.equals(at) || each.startsWith(at + "/"));
    }

    private void articleFits(JsonNode content, RuleFaults faults) {
        int article = content.get("article").asInt();
        if (!catalogue.hasArticle(article)) {
            faults.add("/article", "UNKNOWN_CODE", String.valueOf(article));
        } else if (Integer.parseInt(content.get("code").asString().substring(1, 3)) != article) {
            faults.add("/article", "CODE_AND_ARTICLE");
        }
    }
}
