package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What anybody sees of the programme before signing in. */
class ReferenceDataIT {

    private final RunningSuite suite = RunningSuite.get();
    private final Person anybody = suite.anybody();

    @Test
    void theFundIsSixtyMillion() {
        JsonNode fund = anybody.get("/api/fund/fund").expect(200).json();
        assertThat(fund.path("total").asString()).isEqualTo("60000000.00");
        assertThat(fund.path("currency").asString()).isEqualTo("CNY");
        assertThat(fund.path("lines")).hasSize(5);
    }

    @Test
    void thereAreTenArticlesAndFiftyOneItems() {
        assertThat(anybody.get("/api/policy/articles").expect(200).json()).hasSize(10);
        JsonNode items = anybody.get("/api/policy/items").expect(200).json();
        assertThat(items).hasSize(51);
        Set<String> articles = new HashSet<>();
        items.forEach(item -> {
            articles.add(item.path("article").toString());
            assertThat(item.path("illustrative").asBoolean()).isTrue();
        });
        assertThat(articles).hasSize(10);
    }

    @Test
    void thereAreFiveClustersAndFourLater() {
        assertThat(anybody.get("/api/industry/clusters").expect(200).json()).hasSize(5);
        assertThat(anybody.get("/api/industry/clusters?taxonomy=2024")
                        .expect(200)
                        .json())
                .hasSize(4);
    }

    @Test
    void allFiguresHaveTheirSource() {
        JsonNode figures = anybody.get("/api/industry/figures").expect(200).json();
        JsonNode items = figures.isArray() ? figures : figures.path("items");
        assertThat(items).hasSize(110);
        items.forEach(figure -> assertThat(figure.path("source").toString()).isNotBlank());
    }

    @Test
    void everyServiceDescribesItself() {
        for (String service : new String[] {"industry", "policy", "fund"}) {
            assertThat(anybody.get("/api/" + service + "/openapi")
                            .expect(200)
                            .json()
                            .path("paths"))
                    .isNotEmpty();
        }
        anybody.get("/api/docs", "text/html").expect(200);
    }

    @Test
    void thePortalIsServedUnderAStrictPolicy() {
        Person.Answer page = anybody.get("/", "text/html").expect(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(anybody.get("/items/A01-01", "text/html").expect(200).body()).contains("<html");
    }

    @Test
    void everyItemFitsSomeMissesSomeAndCannotSayForSome() {
        JsonNode coverage =
                suite.person("editor").get("/api/policy/coverage").expect(200).json();
        JsonNode items = coverage.isArray() ? coverage : coverage.path("items");
        assertThat(items).hasSize(51);
        items.forEach(item -> {
            for (String verdict : new String[] {"eligible", "ineligible", "undetermined"}) {
                assertThat(item.path(verdict).asInt())
                        .as(item.path("code").asString() + " " + verdict)
                        .isPositive();
            }
        });
    }

    @Test
    void theRegisterHasTheSizesOfTheArticles() {
        Person officer = suite.person("intake");
        assertThat(officer.get("/api/industry/enterprises?size=1")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(13_633);
        assertThat(officer.get("/api/industry/enterprises?size=1&aboveScale=true")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(523);
    }

    @Test
    void statisticsAddUpAndHideSmallCells() {
        JsonNode answer = anybody.get(
                        "/api/industry/statistics?measure=output&by=cluster,quarter&from=2024&to=2024&growth=yoy")
                .expect(200)
                .json();
        assertThat(answer.path("rows")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(answer.path("definition").asString()).isNotBlank();
        anybody.get("/api/industry/statistics?measure=output&by=street").refused(400, "UNPUBLISHED_COMBINATION");
        assertThat(anybody.get("/api/industry/statistics?measure=output&by=cluster,year", "text/csv")
                        .expect(200)
                        .header("Content-Type"))
                .startsWith("text/csv");
    }
}
