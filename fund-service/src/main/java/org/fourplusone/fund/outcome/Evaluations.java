package org.fourplusone.fund.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingPages;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The evaluations: every finished filing has one, begun or not. */
@Component
class Evaluations {
    /** @param owners the enterprises whose filings are wanted; null for all */
    record Filter(
            @Nullable Band band,
            Evaluation.@Nullable State state,
            @Nullable String item,
            @Nullable Integer year,
            @Nullable Collection<String> owners) {}

    /** @param hundredths the average score in hundredths of a point, HALF_UP */
    record Average(int count, long hundredths) {}

    /** How long an enterprise has to report after its filing was closed. */
    static final int DAYS_TO_REPORT = 30;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TypeReference<EnumMap<Criterion, Integer>> POINTS = new TypeReference<>() {};
    private static final String SELECT =
            "SELECT f.id, f.moved_at, e.state, e.version, e.report, e.submitted_at, e.points,"
                    + " e.score, e.band, e.opinion, e.scored_by, e.scored_at"
                    + " FROM filing f LEFT JOIN evaluation e ON e.filing_id = f.id";

    /** Looked up filing by filing in their order: most of the filings' rows need not be read. */
    private static final String OF_IT = " FROM evaluation WHERE filing_id = filing.id)";

    private final JdbcClient jdbc;
    private final FilingPages filings;
    private final JsonMapper json;

    Evaluations(JdbcClient jdbc, FilingPages filings, JsonMapper json) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.json = json;
    }

    /** The finished filings that have such an evaluation, the newest first. */
    Page<Filing> finished(Filter filter, Paging paging) {
        List<String> conditions = new ArrayList<>(List.of("state = 'CLOSED'"));
        Map<String, Object> values = new HashMap<>();
        if (filter.band() != null) {
            conditions.add("(SELECT band" + OF_IT + " = :band");
            values.put("band", filter.band().name());
        }
        if (filter.state() != null) {
            conditions.add("COALESCE((SELECT state" + OF_IT + ", 'AWAITED') = :state");
            values.put("state", filter.state().name());
        }
        if (filter.item() != null) {
            conditions.add("item_code = :item");
            values.put("item", filter.item());
        }
        if (filter.year() != null) {
            conditions.add("year = :year");
            values.put("year", filter.year());
        }
        if (filter.owners() != null) {
            conditions.add("credit_code IN (:owners)");
            values.put("owners", filter.owners().isEmpty() ? List.of("") : filter.owners());
        }
        return filings.of(List.of(String.join(" AND ", conditions)), values, "serial DESC", paging);
    }

    /** The evaluations of these filings by filing. */
    Map<String, Evaluation> all(List<Filing> filings) {
        return filings.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + " WHERE f.id IN (:ids)")
                        .param("ids", filings.stream().map(Filing::id).toList())
                        .query(this::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Evaluation::filing, Function.identity()));
    }

    Evaluation of(Filing filing) {
        return jdbc.sql(SELECT + " WHERE f.id = :id")
                .param("id", filing.id())
                .query(this::read)
                .single();
    }

    private Evaluation read(ResultSet row, int number) throws SQLException {
        Instant moved = Objects.requireNonNull(UtcColumn.read(row, "moved_at"));
        String state = row.getString("state");
        String report = row.getString("report");
        String points = row.getString("points");
        String band = row.getString("band");
        return new Evaluation(
                row.getString("id"),
                state == null ? Evaluation.State.AWAITED : Evaluation.State.valueOf(state),
                row.getLong("version"),
                report == null ? null : json.readValue(report, SelfReport.class),
                LocalDate.ofInstant(moved, ZONE).plusDays(DAYS_TO_REPORT),
                UtcColumn.read(row, "submitted_at"),
                points == null ? null : json.readValue(points, POINTS),
                row.getObject("score", Integer.class),
                band == null ? null : Band.valueOf(band),
                row.getString("opinion"),
                row.getString("scored_by"),
                UtcColumn.read(row, "scored_at"));
    }

    /** Writes the next version; the caller has locked the filing. */
    void keep(Evaluation next) {
        String write = next.version() == 1
                ? "INSERT INTO evaluation (filing_id, line, year, state, version, report, submitted_at, points, score, band,"
                        + " opinion, scored_by, scored_at) SELECT id, line, year, :state, :version, :report, :submitted,"
                        + " :points, :score, :band, :opinion, :by, :scored FROM filing WHERE id = :filing"
                : "UPDATE evaluation SET state = :state, version = :version, report = :report, submitted_at = :submitted,"
                        + " points = :points, score = :score, band = :band, opinion = :opinion, scored_by = :by,"
                        + " scored_at = :scored WHERE filing_id = :filing AND version = :version - 1";
        Band band = next.band();
        int changed = jdbc.sql(write)
                .param("state", next.state().name())
                .param("version", next.version())
                .param("report", next.report() == null ? null : json.writeValueAsString(next.report()))
                .param("submitted", column(next.submittedAt()))
                .param("points", next.points() == null ? null : json.writeValueAsString(next.points()))
                .param("score", next.score())
                .param("band", band == null ? null : band.name())
                .param("opinion", next.opinion())
                .param("by", next.scoredBy())
                .param("scored", column(next.scoredAt()))
                .param("filing", next.filing())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("evaluation of " + next.filing() + " changed under its lock");
        }
    }

    private static @Nullable Object column(@Nullable Instant at) {
        return at == null ? null : UtcColumn.of(at);
    }

    /** The average score of each line's filings of a policy year; lines without a score are left out. */
    Map<Line, Average> averages(int year) {
        Map<Line, Average> averages = new EnumMap<>(Line.class);
        jdbc.sql(
                        "SELECT line, COUNT(*), SUM(score) FROM evaluation WHERE state = 'SCORED' AND year = :year GROUP BY line")
                .param("year", year)
                .query((row, number) -> {
                    int count = row.getInt(2);
                    long hundredths = (row.getLong(3) * 200 + count) / (2L * count);
                    return averages.put(Line.valueOf(row.getString(1)), new Average(count, hundredths));
                })
                .list();
        return averages;
    }
}
