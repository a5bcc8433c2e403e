package org.fourplusone.policy.item;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.RuleFaults;
import org.fourplusone.policy.rule.RuleReader;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks a package as a whole: every fault of every part, each with its JSON pointer, before anything is taken. */
public final class PackageCheck {

    private static final JsonShape SHAPE = JsonShape.of("package");

    private final Dictionary dictionary;

    public PackageCheck(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** @throws Problem 400 with all faults */
    public PolicyPackage require(JsonNode json) {
        RuleFaults faults = new RuleFaults();
        PolicyPackage whole = read(json, faults);
        if (whole == null) {
            throw Faults.problem("", faults);
        }
        return whole;
    }

    /** The package, or null with what stands against it. */
    @Nullable
    public PolicyPackage read(JsonNode json, RuleFaults faults) {
        SHAPE.check(json, "", faults);
        if (!faults.isEmpty()) {
            return null;
        }
        PolicyPackage whole = PolicyPackage.of(json);
        terms(whole.terms(), faults);
        if (faults.isEmpty()) {
            Catalogue catalogue = whole.catalogue();
            for (int i = 0; i < whole.items().size(); i++) {
                RuleFaults of = new RuleFaults();
                new ItemCheck(dictionary, catalogue).read(whole.items().get(i), of);
                String at = "/items/" + i;
                of.all()
                        .forEach(each -> faults.add(
                                each.at().startsWith("/common") ? "/terms" + each.at() : at + each.at(),
                                each.code(),
                                each.arguments().toArray()));
            }
            listed(whole, faults);
        }
        return faults.isEmpty() ? whole : null;
    }

    private void terms(JsonNode terms, RuleFaults faults) {
        RuleReader rules = new RuleReader(dictionary, faults);
        JsonNode common = terms.get("common");
        for (int i = 0; i < common.size(); i++) {
            rules.read(common.get(i), "/terms/common/" + i, true);
        }
        once(terms, "documents", "code", faults);
        once(terms, "departments", "code", faults);
        once(terms, "claimLines", "kind", faults);
        once(terms, "sources", "key", faults);
    }

    private static void once(JsonNode terms, String list, String key, RuleFaults faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < terms.get(list).size(); i++) {
            if (!seen.add(terms.get(list).get(i).get(key).asString())) {
                faults.add("/terms/" + list + "/" + i + "/" + key, "TWICE");
            }
        }
    }

    /** Each item stands once in the list and once in its article. */
    private static void listed(PolicyPackage whole, RuleFaults faults) {
        Map<String, Integer> articleOf = new HashMap<>();
        for (int i = 0; i < whole.items().size(); i++) {
            JsonNode item = whole.items().get(i);
            String code = item.path("code").asString("");
            if (articleOf.put(code, item.path("article").asInt(0)) != null) {
                faults.add("/items/" + i + "/code", "TWICE");
            }
        }
        Set<String> listed = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        JsonNode articles = whole.articles().get("articles");
        for (int i = 0; i < articles.size(); i++) {
            String at = "/articles/articles/" + i;
            int no = articles.get(i).get("no").asInt();
            if (!numbers.add(no)) {
                faults.add(at + "/no", "TWICE");
            }
            JsonNode codes = articles.get(i).get("items");
            for (int j = 0; j < codes.size(); j++) {
                String code = codes.get(j).asString();
                if (!listed.add(code)) {
                    faults.add(at + "/items/" + j, "TWICE");
                } else if (!Integer.valueOf(no).equals(articleOf.get(code))) {
                    faults.add(at + "/items/" + j, "NO_SUCH_ITEM", code);
                }
            }
        }
        for (int i = 0; i < whole.items().size(); i++) {
            String code = whole.items().get(i).path("code").asString("");
            if (!listed.contains(code)) {
                faults.add("/items/" + i + "/code", "NOT_IN_ARTICLE", code);
            }
        }
    }
}
