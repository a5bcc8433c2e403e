package org.fourplusone.policy.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored item versions; the first ones come from the data files. */
@Repository
class ItemVersions {

    /** The illustrative catalogue is in force from the first day that the programme could have had facts for. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ItemVersions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    record StoredCatalogue(int version, JsonNode articles, JsonNode terms) {}

    record StoredItem(
            String code,
            int version,
            int catalogue,
            JsonNode content,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Loads the data files if the tables are empty. Several instances may start at once: the first one wins. */
    @Transactional
    public void loadFirst() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (jdbc.sql("SELECT COUNT(*) FROM catalogue_version")
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        jdbc.sql("INSERT IGNORE INTO catalogue_version (version, articles, terms, created_at)"
                        + " VALUES (1, :articles, :terms, :now)")
                .param("articles", file("articles").toString())
                .param("terms", file("terms").toString())
                .param("now", now)
                .update();
        for (JsonNode item : file("items")) {
            jdbc.sql("INSERT IGNORE INTO item_version"
                            + " (code, version, catalogue, state, content, in_force_from, created_at)"
                            + " VALUES (:code, 1, 1, 'PUBLISHED', :content, :from, :now)")
                    .param("code", item.get("code").asString())
                    .param("content", item.toString())
                    .param("from", FIRST_DAY)
                    .param("now", now)
                    .update();
        }
    }

    private JsonNode file(String name) {
        try (InputStream in = new ClassPathResource("catalogue/" + name + ".json").getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<StoredCatalogue> catalogues() {
        return jdbc.sql("SELECT version, articles, terms FROM catalogue_version ORDER BY version")
                .query((row, n) -> new StoredCatalogue(
                        row.getInt("version"),
                        json.readTree(row.getString("articles")),
                        json.readTree(row.getString("terms"))))
                .list();
    }

    List<StoredItem> published() {
        return jdbc.sql("SELECT code, version, catalogue, content, in_force_from, in_force_to FROM item_version"
                        + " WHERE state = 'PUBLISHED' ORDER BY code, version")
                .query((row, n) -> new StoredItem(
                        row.getString("code"),
                        row.getInt("version"),
                        row.getInt("catalogue"),
                        json.readTree(row.getString("content")),
                        row.getObject("in_force_from", LocalDate.class),
                        row.getObject("in_force_to", LocalDate.class)))
                .list();
    }
}
