package org.fourplusone.policy.draft;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored drafts. Every change is conditional on the version that was read. */
@Repository
class Drafts {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String WITHOUT_CONTENT = """
            SELECT id, kind, code, base, state, '{}' AS content, title_zh, title_en, created_by, created_at, updated_at,
              submitted_by, review, returned, published_by, published_version, in_force_from, row_version FROM draft""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** An id that nobody guesses: 20 digits of Crockford's base 32. */
    static String nextId() {
        char[] id = new char[20];
        for (int i = 0; i < id.length; i++) {
            id[i] = DIGITS[RANDOM.nextInt(DIGITS.length)];
        }
        return new String(id);
    }

    /** @throws Problem 404 */
    Draft require(String id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    Optional<Draft> find(String id) {
        return jdbc.sql("SELECT * FROM draft WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row, hands(id)))
                .optional();
    }

    private Set<String> hands(String id) {
        return new HashSet<>(jdbc.sql("SELECT username FROM draft_hand WHERE draft = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    /** Newest first, without contents and hands. */
    Page<Draft> list(DraftMove.@Nullable State state, @Nullable String code, Paging paging) {
        String where = " WHERE (:state IS NULL OR state = :state) AND (:code IS NULL OR code = :code)";
        String of = state == null ? null : state.name();
        long total = jdbc.sql("SELECT COUNT(*) FROM draft" + where)
                .param("state", of)
                .param("code", code)
                .query(Long.class)
                .single();
        List<Draft> drafts = jdbc.sql(
                        WITHOUT_CONTENT + where + " ORDER BY updated_at DESC, id LIMIT :size OFFSET :offset")
                .param("state", of)
                .param("code", code)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, number) -> read(row, Set.of()))
                .list();
        return Page.of(drafts, paging, total);
    }

    private Draft read(ResultSet row, Set<String> hands) throws SQLException {
        String review = row.getString("review");
        return new Draft(
                row.getString("id"),
                Draft.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getObject("base", Long.class),
                DraftMove.State.valueOf(row.getString("state")),
                json.readTree(row.getString("content")),
                Text.of(row.getString("title_zh"), row.getString("title_en")),
                row.getString("created_by"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getString("submitted_by"),
                review == null ? null : json.readValue(review, FairCompetition.class),
                row.getString("returned"),
                row.getString("published_by"),
                row.getObject("published_version", Integer.class),
                row.getObject("in_force_from", LocalDate.class),
                hands,
                row.getLong("row_version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String create(
            Draft.Kind kind, @Nullable String code, @Nullable Long base, JsonNode content, Text title, String by) {
        String id = nextId();
        jdbc.sql("""
                        INSERT INTO draft (id, kind, code, base, state, content, title_zh, title_en, created_by, created_at,
                          updated_at, row_version) VALUES (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, 1)""")
                .params(Arrays.asList(
                        id,
                        kind.name(),
                        code,
                        base,
                        content.toString(),
                        cut(title.zh()),
                        cut(title.en()),
                        by,
                        now(),
                        now()))
                .update();
        touched(id, by);
        return id;
    }

    private static String cut(String title) {
        return title.length() <= 400 ? title : title.substring(0, 399) + "…";
    }

    private void touched(String id, String by) {
        boolean known = hands(id).contains(by);
        if (!known) {
            jdbc.sql("INSERT INTO draft_hand (draft, username) VALUES (?, ?)")
                    .params(id, by)
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Draft draft, @Nullable Long base, JsonNode content, Text title, String by) {
        changed(jdbc.sql("""
                        UPDATE draft SET content = ?, title_zh = ?, title_en = ?, base = ?, updated_at = ?,
                          row_version = row_version + 1 WHERE id = ? AND row_version = ? AND state = ?""")
                .params(Arrays.asList(
                        content.toString(),
                        cut(title.zh()),
                        cut(title.en()),
                        base,
                        now(),
                        draft.id(),
                        draft.version(),
                        draft.state().name()))
                .update());
        touched(draft.id(), by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void submitted(Draft draft, FairCompetition review, String by) {
        changed(jdbc.sql("""
                        UPDATE draft SET state = 'SUBMITTED', review = ?, submitted_by = ?, returned = NULL, updated_at = ?,
                          row_version = row_version + 1 WHERE id = ? AND row_version = ? AND state = ?""")
                .params(
                        json.writeValueAsString(review),
                        by,
                        now(),
                        draft.id(),
                        draft.version(),
                        draft.state().name())
                .update());
        touched(draft.id(), by);
    }

    /** The review spoke of this text only, so it goes with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void returned(Draft draft, String reason) {
        changed(jdbc.sql("""
                        UPDATE draft SET state = 'DRAFT', review = NULL, submitted_by = NULL, returned = ?, updated_at = ?,
                          row_version = row_version + 1 WHERE id = ? AND row_version = ? AND state = ?""")
                .params(
                        reason,
                        now(),
                        draft.id(),
                        draft.version(),
                        draft.state().name())
                .update());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void published(Draft draft, int version, LocalDate from, String by) {
        changed(jdbc.sql("""
                        UPDATE draft SET state = 'PUBLISHED', published_version = ?, in_force_from = ?, published_by = ?,
                          updated_at = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ? AND state = ?""")
                .params(
                        version,
                        from,
                        by,
                        now(),
                        draft.id(),
                        draft.version(),
                        draft.state().name())
                .update());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void discarded(Draft draft) {
        changed(jdbc.sql("""
                        UPDATE draft SET state = 'DISCARDED', updated_at = ?, row_version = row_version + 1
                        WHERE id = ? AND row_version = ? AND state = ?""")
                .params(now(), draft.id(), draft.version(), draft.state().name())
                .update());
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE_VERSION");
        }
    }
}
