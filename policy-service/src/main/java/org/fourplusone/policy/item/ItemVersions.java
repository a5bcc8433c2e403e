package org.fourplusone.policy.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored item versions; the first ones come from the data files. */
@Repository
public class ItemVersions {

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

    public record StoredItem(
            String code,
            int version,
            int catalogue,
            JsonNode content,
            LocalDate from,
            @Nullable LocalDate to) {

        public boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Loads the data files if the tables are empty. Several instances may start at once: the first one wins. */
    @Transactional
    public void loadFirst() {
        LocalDateTime now = now();
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

    /** A number that grows with every publication. */
    public long stamp() {
        return jdbc.sql("SELECT stamp FROM catalogue_stamp WHERE id = 1")
                .query(Long.class)
                .single();
    }

    /** Begins a publication: others wait until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nextStamp() {
        jdbc.sql("UPDATE catalogue_stamp SET stamp = stamp + 1 WHERE id = 1").update();
    }

    public List<Catalogue> catalogues() {
        return jdbc.sql("SELECT version, articles, terms, in_force_from FROM catalogue_version ORDER BY version")
                .query((row, n) -> {
                    JsonNode articles = json.readTree(row.getString("articles"));
                    JsonNode terms = json.readTree(row.getString("terms"));
                    return new Catalogue(
                            row.getInt("version"),
                            row.getObject("in_force_from", LocalDate.class),
                            Article.read(articles),
                            new Terms(terms),
                            articles,
                            terms);
                })
                .list();
    }

    public List<StoredItem> published() {
        return jdbc.sql("SELECT code, version, catalogue, content, in_force_from, in_force_to FROM item_version"
                        + " WHERE state = 'PUBLISHED' ORDER BY code, version")
                .query(this::stored)
                .list();
    }

    /** The published versions of one item, oldest first; all days of the past and the future. */
    public List<StoredItem> published(String code) {
        return published().stream().filter(each -> each.code().equals(code)).toList();
    }

    private StoredItem stored(ResultSet row, int number) throws SQLException {
        return new StoredItem(
                row.getString("code"),
                row.getInt("version"),
                row.getInt("catalogue"),
                json.readTree(row.getString("content")),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_to", LocalDate.class));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(StoredItem item) {
        jdbc.sql("INSERT INTO item_version"
                        + " (code, version, catalogue, state, content, in_force_from, in_force_to, created_at)"
                        + " VALUES (:code, :version, :catalogue, 'PUBLISHED', :content, :from, :to, :now)")
                .param("code", item.code())
                .param("version", item.version())
                .param("catalogue", item.catalogue())
                .param("content", item.content().toString())
                .param("from", item.from())
                .param("to", item.to())
                .param("now", now())
                .update();
    }

    /** Lets a version end earlier than it would have; nothing else of it ever changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(StoredItem item, LocalDate to) {
        int closed = jdbc.sql("UPDATE item_version SET in_force_to = :to WHERE code = :code AND version = :version"
                        + " AND in_force_from <= :to AND (in_force_to IS NULL OR in_force_to > :to)")
                .param("to", to)
                .param("code", item.code())
                .param("version", item.version())
                .update();
        if (closed != 1) {
            throw new IllegalStateException(item.code() + " version " + item.version() + " cannot end on " + to);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(int version, JsonNode articles, JsonNode terms, LocalDate from) {
        jdbc.sql("INSERT INTO catalogue_version (version, articles, terms, in_force_from, created_at)"
                        + " VALUES (:version, :articles, :terms, :from, :now)")
                .param("version", version)
                .param("articles", articles.toString())
                .param("terms", terms.toString())
                .param("from", from)
                .param("now", now())
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
