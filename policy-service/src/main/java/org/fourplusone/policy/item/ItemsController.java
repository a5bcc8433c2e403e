package org.fourplusone.policy.item;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.item.Item.Document;
import org.fourplusone.policy.item.Item.Form;
import org.fourplusone.policy.item.Item.Instalment;
import org.fourplusone.policy.item.Item.Source;
import org.fourplusone.policy.rule.Wording;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The articles and items for everybody; illustrative until an officer replaces them, and every answer says so. */
@RestController
@Tag(name = "Items")
class ItemsController {

    private final Items items;
    private final Clock clock;

    ItemsController(Items items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    record Dates(LocalDate from, LocalDate to) {}

    record StackingView(Item.Stacking.Rule rule, @Nullable String group, String scope, Item.Stacking.Key key) {}

    record PayoutView(String method, List<Instalment> schedule) {}

    /**
     * An item in the list.
     *
     * @param benefit what it pays, in one sentence
     * @param most the ceiling: the cap or the highest tier, not an estimate
     */
    record Listed(
            String code,
            int article,
            Text title,
            List<String> clusters,
            Item.ProgrammeLine line,
            Item.Track track,
            Item.Driver driver,
            Text department,
            Text benefit,
            @Nullable Money most,
            String formulaType,
            int version,
            boolean illustrative,
            Dates window,
            StackingView stacking,
            PayoutView payout) {

        static Listed of(Item item, int year) {
            return new Listed(
                    item.code(),
                    item.article(),
                    item.title(),
                    item.clusters(),
                    item.line(),
                    item.track(),
                    item.driver(),
                    item.department(),
                    item.formula().sentence(),
                    item.most(),
                    item.formula().type(),
                    item.version(),
                    item.illustrative(),
                    new Dates(
                            item.window().from().atYear(year),
                            item.window().to().atYear(year)),
                    new StackingView(
                            item.stacking().rule(),
                            item.stacking().group(),
                            item.stacking().scope(),
                            item.stacking().key()),
                    new PayoutView(item.payout().method(), item.payout().schedule()));
        }
    }

    record ConditionView(Text clause, Text text, String group, String fact, String op) {}

    record Whole(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Listed item,
            Text clause,
            JsonNode rule,
            List<ConditionView> conditions,
            List<Document> documents,
            List<String> confirmation,
            Form form,
            String amountBasis,
            String fairCompetitionRisk,
            List<Source> sources,
            @Nullable Text note) {}

    @GetMapping("/articles")
    @Operation(summary = "The articles of the policy package")
    List<Article> articles() {
        return items.articles(LocalDate.now(clock));
    }

    @GetMapping("/items")
    @Operation(summary = "The items in force")
    List<Listed> items(
            @RequestParam @Nullable String cluster,
            @RequestParam Item.@Nullable ProgrammeLine line,
            @RequestParam Item.@Nullable Track track,
            @RequestParam Item.@Nullable Driver driver) {
        LocalDate today = LocalDate.now(clock);
        return items.inForce(today).stream()
                .filter(item -> cluster == null || item.isFor(cluster))
                .filter(item -> line == null || item.line() == line)
                .filter(item -> track == null || item.track() == track)
                .filter(item -> driver == null || item.driver() == driver)
                .map(item -> Listed.of(item, today.getYear()))
                .toList();
    }

    @GetMapping("/items/{code}")
    @Operation(summary = "One item with its rule, documents and form")
    Whole item(@PathVariable String code) {
        LocalDate today = LocalDate.now(clock);
        Item item = items.require(code, today);
        int year = today.getYear();
        return new Whole(
                Listed.of(item, year),
                item.clause(),
                item.data(),
                item.leaves().stream()
                        .map(leaf -> new ConditionView(
                                leaf.clause(),
                                Wording.sentence(leaf, year),
                                leaf.common() ? "common" : "specific",
                                leaf.fact().key(),
                                leaf.op().word()))
                        .toList(),
                item.documents(),
                item.confirmation(),
                item.form(),
                item.amountBasis(),
                item.fairCompetitionRisk(),
                item.sources(),
                item.note());
    }

    /** The JSON Schema of the item file. */
    @GetMapping(
            path = "/schema/item",
            produces = {"application/schema+json", MediaType.APPLICATION_JSON_VALUE})
    ClassPathResource schema() {
        return new ClassPathResource("schema/item.schema.json");
    }
}
