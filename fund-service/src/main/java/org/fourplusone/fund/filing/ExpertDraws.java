package org.fourplusone.fund.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which experts were drawn for a filing, out of whom and by which seed, who stepped off, and what they scored. */
@Component
public class ExpertDraws {
    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ExpertDraws(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public ExpertSeats of(String filing) {
        return new ExpertSeats(jdbc.sql("SELECT * FROM expert_draw WHERE filing_id = :filing ORDER BY seat, turn")
                .param("filing", filing)
                .query(this::read)
                .list());
    }

    public void add(String filing, ExpertSeats.Draw draw, String drawnBy) {
        jdbc.sql("INSERT INTO expert_draw (filing_id, seat, turn, expert, seed, pool, criteria, drawn_by, drawn_at)"
                        + " VALUES (:filing, :seat, :turn, :expert, :seed, :pool, :criteria, :by, :at)")
                .param("filing", filing)
                .param("seat", draw.seat())
                .param("turn", draw.turn())
                .param("expert", draw.expert())
                .param("seed", draw.seed())
                .param("pool", json.writeValueAsString(draw.pool()))
                .param("criteria", json.writeValueAsString(draw.criteria()))
                .param("by", drawnBy)
                .param("at", UtcColumn.of(clock.instant()))
                .update();
    }

    /** False when the expert has scored or stepped off already. */
    public boolean score(String filing, String expert, int score, Map<String, Integer> marks, String opinion) {
        return jdbc.sql(
                                "UPDATE expert_draw SET score = :score, marks = :marks, opinion = :opinion"
                                        + " WHERE filing_id = :filing AND expert = :expert AND score IS NULL AND recused_at IS NULL")
                        .param("score", score)
                        .param("marks", json.writeValueAsString(marks))
                        .param("opinion", opinion)
                        .param("filing", filing)
                        .param("expert", expert)
                        .update()
                == 1;
    }

    /** False when the expert has scored or stepped off already. */
    public boolean recuse(String filing, String expert, ExpertSeats.Ground ground, String reason) {
        return jdbc.sql(
                                "UPDATE expert_draw SET recused_at = :now, recusal_ground = :ground, recusal_reason = :reason"
                                        + " WHERE filing_id = :filing AND expert = :expert AND score IS NULL AND recused_at IS NULL")
                        .param("now", UtcColumn.of(clock.instant()))
                        .param("ground", ground.name())
                        .param("reason", reason)
                        .param("filing", filing)
                        .param("expert", expert)
                        .update()
                == 1;
    }

    private ExpertSeats.Draw read(ResultSet row, int number) throws SQLException {
        int score = row.getInt("score");
        boolean isScored = !row.wasNull();
        String criteria = row.getString("criteria");
        String marks = row.getString("marks");
        Instant recusedAt = UtcColumn.read(row, "recused_at");
        return new ExpertSeats.Draw(
                row.getInt("seat"),
                row.getInt("turn"),
                row.getString("expert"),
                row.getLong("seed"),
                List.of(json.readValue(row.getString("pool"), String[].class)),
                criteria == null ? List.of() : json.readValue(criteria, CRITERIA),
                Objects.requireNonNull(UtcColumn.read(row, "drawn_at")),
                recusedAt == null ? null : recusal(row, recusedAt),
                isScored ? score : null,
                marks == null ? Map.of() : json.readValue(marks, MARKS),
                row.getString("opinion"));
    }

    private static ExpertSeats.@Nullable Recusal recusal(ResultSet row, Instant at) throws SQLException {
        return new ExpertSeats.Recusal(
                ExpertSeats.Ground.valueOf(row.getString("recusal_ground")), row.getString("recusal_reason"), at);
    }
}
