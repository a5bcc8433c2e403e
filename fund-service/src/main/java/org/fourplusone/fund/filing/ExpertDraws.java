package org.fourplusone.fund.filing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fourplusone.fund.ledger.UtcColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which expert was drawn for a filing, out of whom and by which seed, and what the expert scored. */
@Component
public class ExpertDraws {
    /** @param pool who could be drawn, in the order that the seed counts them */
    public record Draw(
            String expert,
            long seed,
            List<String> pool,
            @Nullable Integer score,
            @Nullable String opinion) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ExpertDraws(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Draw> of(String filing) {
        return jdbc.sql("SELECT * FROM expert_draw WHERE filing_id = :filing")
                .param("filing", filing)
                .query((row, number) -> {
                    int score = row.getInt("score");
                    boolean scored = !row.wasNull();
                    return new Draw(
                            row.getString("expert"),
                            row.getLong("seed"),
                            List.of(json.readValue(row.getString("pool"), String[].class)),
                            scored ? score : null,
                            row.getString("opinion"));
                })
                .optional();
    }

    public void add(String filing, Draw draw, String drawnBy) {
        jdbc.sql("INSERT INTO expert_draw (filing_id, expert, seed, pool, drawn_by, drawn_at)"
                        + " VALUES (:filing, :expert, :seed, :pool, :by, :at)")
                .param("filing", filing)
                .param("expert", draw.expert())
                .param("seed", draw.seed())
                .param("pool", json.writeValueAsString(draw.pool()))
                .param("by", drawnBy)
                .param("at", UtcColumn.of(clock.instant()))
                .update();
    }

    /** False when a score is there already. */
    public boolean score(String filing, int score, String opinion) {
        return jdbc.sql("UPDATE expert_draw SET score = :score, opinion = :opinion"
                                + " WHERE filing_id = :filing AND score IS NULL")
                        .param("score", score)
                        .param("opinion", opinion)
                        .param("filing", filing)
                        .update()
                == 1;
    }
}
