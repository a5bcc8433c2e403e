package org.fourplusone.fund.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fourplusone.fund.call.Office;
import org.fourplusone.fund.ledger.UtcColumn;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the offices of a joint review (联审) were asked and said. */
@Component
public class JointOpinions {
    public enum Answer {
        CLEAR,
        OBJECTS
    }

    /**
     * One office's part.
     *
     * @param dueOn the last day of its limit
     * @param answer null while it is open
     * @param resolution how its objection was settled; null while it is not
     */
    public record Opinion(
            Office office,
            Text officeName,
            LocalDate dueOn,
            boolean overdue,
            @Nullable Answer answer,
            @Nullable String reason,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String resolution,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {

        public boolean isOpen() {
            return answer == null;
        }

        public boolean isObjecting() {
            return answer == Answer.OBJECTS && resolution == null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    JointOpinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void ask(String filing, List<Office> offices, LocalDate dueOn) {
        for (Office office : offices) {
            jdbc.sql("INSERT INTO joint_opinion (filing_id, office, due_on) VALUES (:filing, :office, :due)")
                    .param("filing", filing)
                    .param("office", office.name())
                    .param("due", dueOn)
                    .update();
        }
    }

    public List<Opinion> of(String filing) {
        return jdbc.sql("SELECT * FROM joint_opinion WHERE filing_id = :filing ORDER BY office")
                .param("filing", filing)
                .query(this::read)
                .list();
    }

    /** Keeps an office's answer in the place of its earlier one, with whatever settled that. */
    public void answer(String filing, Office office, Answer answer, @Nullable String reason, String person) {
        jdbc.sql("UPDATE joint_opinion SET answer = :answer, reason = :reason, answered_by = :by, answered_at = :now,"
                        + " resolution = NULL, resolved_by = NULL, resolved_at = NULL"
                        + " WHERE filing_id = :filing AND office = :office")
                .param("answer", answer.name())
                .param("reason", reason)
                .param("by", person)
                .param("now", UtcColumn.of(clock.instant()))
                .param("filing", filing)
                .param("office", office.name())
                .update();
    }

    /** False when the office does not object. */
    public boolean resolve(String filing, Office office, String resolution, String person) {
        return jdbc.sql("UPDATE joint_opinion SET resolution = :resolution, resolved_by = :by, resolved_at = :now"
                                + " WHERE filing_id = :filing AND office = :office AND answer = 'OBJECTS'")
                        .param("resolution", resolution)
                        .param("by", person)
                        .param("now", UtcColumn.of(clock.instant()))
                        .param("filing", filing)
                        .param("office", office.name())
                        .update()
                == 1;
    }

    /** Of these filings those that wait for an office which the person answers for. */
    Set<String> waitingFor(Collection<String> filings, String person) {
        if (filings.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT DISTINCT o.filing_id FROM joint_opinion o JOIN office_member m"
                        + " ON m.office = o.office AND m.username = :me"
                        + " WHERE o.filing_id IN (:filings) AND o.answer IS NULL")
                .param("me", person)
                .param("filings", filings)
                .query(String.class)
                .list());
    }

    private Opinion read(ResultSet row, int number) throws SQLException {
        Office office = Office.valueOf(row.getString("office"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        String answer = row.getString("answer");
        return new Opinion(
                office,
                office.title(),
                dueOn,
                answer == null && dueOn.isBefore(LocalDate.now(clock)),
                answer == null ? null : Answer.valueOf(answer),
                row.getString("reason"),
                row.getString("answered_by"),
                UtcColumn.read(row, "answered_at"),
                row.getString("resolution"),
                row.getString("resolved_by"),
                UtcColumn.read(row, "resolved_at"));
    }
}
