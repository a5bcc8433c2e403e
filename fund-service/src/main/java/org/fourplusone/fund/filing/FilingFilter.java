package org.fourplusone.fund.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a list of filings is narrowed to; what is absent narrows nothing.
 *
 * @param cluster code of the enterprise's primary cluster when the filing was begun
 * @param department its name, in either language
 * @param dueBefore the day before which the step is due
 * @param overdue true leaves those whose step was due before today
 * @param move leaves those that it leads on from
 * @param search part of the number, of the enterprise's name or of the item's Chinese title
 * @param sort a field, led by {@code -} for descending
 */
record FilingFilter(
        @Nullable State state,
        @Nullable String item,
        @Nullable String call,
        @Nullable Line line,
        @Nullable String cluster,
        @Nullable String department,
        @Nullable String creditCode,
        @Nullable Track track,
        @Nullable Integer year,
        @Nullable LocalDate dueBefore,
        @Nullable Boolean overdue,
        @Nullable Move move,
        @Nullable String search,
        @Nullable String sort) {

    private static final Map<String, String> ORDERS = Map.of(
            "number", "serial",
            "-number", "serial DESC",
            "dueOn", "due_order, serial",
            "-dueOn", "due_on DESC, serial DESC",
            "submittedAt", "submitted_order, serial",
            "-submittedAt", "submitted_at DESC, serial DESC",
            "amount", "amount_order, serial",
            "-amount", "amount_order DESC, serial DESC");

    /**
     * How the list is ordered; 400 {@code INVALID} for an unknown sort.
     *
     * @param narrowed whether it is narrowed: then it is put in order within the index that it is read from
     */
    String order(String otherwise, boolean narrowed) {
        String order = ORDERS.get(sort == null ? otherwise : sort);
        if (order == null) {
            throw Problem.invalid(new FieldProblem(
                    "sort",
                    "UNKNOWN_VALUE",
                    String.join(", ", ORDERS.keySet().stream().sorted().toList())));
        }
        return narrowed
                ? order.replace("due_on DESC", "due_order = DATE '9999-12-31', due_order DESC")
                        .replace("submitted_at DESC", "submitted_order >= DATE '9999-12-31', submitted_order DESC")
                : order;
    }

    /** Adds the conditions on the row itself; those of {@code move} and {@code search} are the query's. */
    void narrow(List<String> conditions, Map<String, Object> values, LocalDate today) {
        equal("state", state == null ? null : state.name(), conditions, values);
        equal("item_code", item, conditions, values);
        equal("call_id", call, conditions, values);
        equal("line", line == null ? null : line.name(), conditions, values);
        equal("cluster", cluster, conditions, values);
        equal("credit_code", creditCode, conditions, values);
        equal("track", track == null ? null : track.name(), conditions, values);
        equal("year", year, conditions, values);
        if (department != null) {
            conditions.add("(department_zh = :department OR department_en = :department)");
            values.put("department", department.strip());
        }
        if (dueBefore != null) {
            conditions.add("due_order < :dueBefore");
            values.put("dueBefore", dueBefore);
        }
        if (Boolean.TRUE.equals(overdue)) {
            conditions.add("due_order < :today");
            values.put("today", today);
        }
    }

    private static void equal(
            String column, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }
}
