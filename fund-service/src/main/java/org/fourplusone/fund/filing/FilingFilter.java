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
            "dueOn", "due_on IS NULL, due_on, serial",
            "-dueOn", "due_on DESC, serial DESC",
            "submittedAt", "submitted_at IS NULL, submitted_at, serial",
            "-submittedAt", "submitted_at DESC, serial DESC",
            "amount", "COALESCE(approved, reviewed, estimate, 0), serial",
            "-amount", "COALESCE(approved, reviewed, estimate, 0) DESC, serial DESC");

    /** How the list is ordered; 400 {@code INVALID} for an unknown sort. */
    String order(String otherwise) {
        String order = ORDERS.get(sort == null ? otherwise : sort);
        if (order == null) {
            throw Problem.invalid(new FieldProblem(
                    "sort",
                    "UNKNOWN_VALUE",
                    String.join(", ", ORDERS.keySet().stream().sorted().toList())));
        }
        return order;
    }

    /** Adds the conditions on the row itself; those of {@code move} are the query's. */
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
            conditions.add("due_on < :dueBefore");
            values.put("dueBefore", dueBefore);
        }
        if (Boolean.TRUE.equals(overdue)) {
            conditions.add("due_on < :today");
            values.put("today", today);
        }
        search(conditions, values);
    }

    private static void equal(
            String column, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    private void search(List<String> conditions, Map<String, Object> values) {
        if (search == null || search.isBlank()) {
            return;
        }
        if (search.length() > 100) {
            throw Problem.invalid(new FieldProblem("search", "LENGTH", 1, 100));
        }
        String text = search.strip();
        String digits = text.replaceFirst("(?i)^LC\\d{4}-?", "");
        if (!digits.isEmpty() && digits.length() <= 12 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            conditions.add("(serial = :serial OR enterprise_name LIKE :part ESCAPE '!')");
            values.put("serial", Long.parseLong(digits));
        } else {
            conditions.add("(enterprise_name LIKE :part ESCAPE '!' OR title_zh LIKE :part ESCAPE '!')");
        }
        values.put("part", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
    }
}
