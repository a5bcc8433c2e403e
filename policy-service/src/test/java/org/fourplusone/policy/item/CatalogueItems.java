package org.fourplusone.policy.item;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.policy.TestCatalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The catalogue's items for tests of upper floors. */
public final class CatalogueItems {

    private static final List<Item> ITEMS = CatalogueTests.items();

    private CatalogueItems() {}

    public static List<Item> read() {
        return ITEMS;
    }

    /** The same as the service holds them, without a database. */
    public static Items loaded() {
        Items items = new Items(new FromFiles(), Clock.systemUTC());
        items.load(TestCatalogue.dictionary());
        return items;
    }

    public static Catalogue catalogue() {
        JsonNode articles = TestCatalogue.file("articles");
        JsonNode terms = TestCatalogue.file("terms");
        return new Catalogue(1, LocalDate.MIN, Article.read(articles), new Terms(terms), articles, terms);
    }

    private static final class FromFiles extends ItemVersions {

        FromFiles() {
            super(JdbcClient.create(new DriverManagerDataSource()), TestCatalogue.JSON, Clock.systemUTC());
        }

        @Override
        public void loadFirst() {
            // The files are the first load.
        }

        @Override
        public long stamp() {
            return 0;
        }

        @Override
        public List<Catalogue> catalogues() {
            return List.of(CatalogueItems.catalogue());
        }

        @Override
        public List<StoredItem> published() {
            List<StoredItem> items = new ArrayList<>();
            TestCatalogue.file("items")
                    .forEach(item -> items.add(
                            new StoredItem(item.get("code").asString(), 1, 1, item, LocalDate.of(2019, 1, 1), null)));
            return items;
        }
    }
}
