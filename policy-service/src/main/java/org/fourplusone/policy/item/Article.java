package org.fourplusone.policy.item;

import java.util.ArrayList;
import java.util.List;
import org.fourplusone.starter.text.Text;
import tools.jackson.databind.JsonNode;

/**
 * One of the 10 articles of the policy package.
 *
 * @param items codes of its items
 */
public record Article(int no, Text title, boolean illustrative, List<String> items) {

    /** Reads {@code {illustrative, articles:[{no, title, items:[code]}]}}. */
    static List<Article> read(JsonNode json) {
        List<Article> articles = new ArrayList<>();
        for (JsonNode article : json.path("articles")) {
            List<String> codes = new ArrayList<>();
            article.path("items").forEach(code -> codes.add(code.asString()));
            articles.add(new Article(
                    article.get("no").asInt(),
                    Terms.text(article.get("title")),
                    json.path("illustrative").asBoolean(false),
                    List.copyOf(codes)));
        }
        return List.copyOf(articles);
    }
}
