package org.fourplusone.fund.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.fourplusone.fund.ledger.UtcColumn;
import org.jspecify.annotations.Nullable;

/**
 * One line of a filing's history.
 *
 * @param action the {@link Move}'s name, or the name of a step that changed no state
 * @param onBehalfOf who delegated the step to the person
 * @param to the state it led to; null when the state stayed
 */
public record FilingStep(
        Instant at,
        Step step,
        String action,
        State from,
        @Nullable State to,
        @Nullable String person,
        @Nullable String onBehalfOf,
        String role,
        @Nullable String note,
        @Nullable LocalDate dueOn) {

    static FilingStep of(ResultSet row, int number) throws SQLException {
        String to = row.getString("to_state");
        return new FilingStep(
                Objects.requireNonNull(UtcColumn.read(row, "at")),
                Step.valueOf(row.getString("step")),
                row.getString("action"),
                State.valueOf(row.getString("from_state")),
                to == null ? null : State.valueOf(to),
                row.getString("person"),
                row.getString("on_behalf_of"),
                row.getString("role"),
                row.getString("note"),
                row.getObject("due_on", LocalDate.class));
    }
}
