package org.fourplusone.policy.item;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The articles and shared terms that item versions are read with.
 *
 * @param from the first day on which they hold
 * @param articlesData the articles as they stand in the file
 * @param termsData the terms as they stand in the file
 */
public record Catalogue(
        int version, LocalDate from, List<Article> articles, Terms terms, JsonNode articlesData, JsonNode termsData) {

    /** The one that holds on a day. */
    public static Catalogue of(List<Catalogue> all, LocalDate day) {
        return all.stream()
                .filter(each -> !each.from.isAfter(day))
                .max(Comparator.comparing(Catalogue::from).thenComparing(Catalogue::version))
                .orElse(all.get(0));
    }

    boolean hasArticle(int no) {
        return articles.stream().anyMatch(article -> article.no() == no);
    }
}
