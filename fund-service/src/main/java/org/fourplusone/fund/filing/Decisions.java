package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What officers decided on a filing and why, in their own words. */
@Component
public class Decisions {
    public enum Kind {
        RETURN,
        REFUSE,
        SCORE,
        REVIEW,
        APPROVAL,
        SEND_BACK,
        REJECT
    }

    /** @param person who decided; an enterprise is not shown it */
    public record Decision(Kind kind, @Nullable String person, Instant at, JsonNode body) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Decisions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void add(String filing, Kind kind, String person, Object body) {
        jdbc.sql(
                        "INSERT INTO decision (filing_id, kind, person, at, body) VALUES (:filing, :kind, :person, :at, :body)")
                .param("filing", filing)
                .param("kind", kind.name())
                .param("person", person)
                .param("at", UtcColumn.of(clock.instant()))
                .param("body", json.writeValueAsString(body))
                .update();
    }

    public List<Decision> of(String filing) {
        return jdbc.sql("SELECT * FROM decision WHERE filing_id = :filing ORDER BY id")
                .param("filing", filing)
                .query((row, number) -> new Decision(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("person"),
                        Objects.requireNonNull(UtcColumn.read(row, "at")),
                        json.readTree(row.getString("body"))))
                .list();
    }
}
