package org.fourplusone.industry.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fourplusone.industry.spreadsheet.CellText;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says, in its written form, or what is wrong with it.
 *
 * @param value empty for an empty cell; money as {@code 1234.50}, dates as {@code 2026-01-31}, months as {@code 2026-01},
 *     flags as {@code true} or {@code false}, choices as their codes
 */
record CellReading(String value, @Nullable FieldProblem problem) {

    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000000");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})(?:[-/.月]?([0-9]{1,2})日?)?月?");
    private static final Map<String, String> FLAGS = Map.of(
            "是", "true", "否", "false", "true", "true", "false", "false", "yes", "true", "no", "false", "y", "true", "n",
            "false");

    private static CellReading of(String value) {
        return new CellReading(value, null);
    }

    private static CellReading wrong(Column column, String code, Object... arguments) {
        return new CellReading("", new FieldProblem(column.key(), code, arguments));
    }

    static CellReading of(Column column, String cell) {
        if (cell.isEmpty()) {
            return column.required() ? wrong(column, "REQUIRED") : of("");
        }
        if (CellText.isUnreadable(cell)) {
            return wrong(column, "CELL_UNREADABLE");
        }
        return switch (column.form()) {
            case CODE -> of(CellText.code(cell));
            case TEXT -> CellText.isFormula(cell) ? wrong(column, "CELL_FORMULA") : of(cell);
            case ANY -> of(cell);
            case MONEY -> money(column, cell, BigDecimal.ZERO);
            case SIGNED_MONEY -> money(column, cell, MOST_YUAN.negate());
            case WHOLE -> whole(column, cell);
            case FLAG -> {
                String flag = FLAGS.get(CellText.narrow(cell).toLowerCase(Locale.ROOT));
                yield flag == null ? wrong(column, "CELL_FLAG") : of(flag);
            }
            case DATE -> date(column, cell);
            case MONTH -> month(column, cell);
            case CHOICE -> choice(column, cell);
        };
    }

    private static CellReading money(Column column, String cell, BigDecimal least) {
        String text = CellText.number(cell);
        if (text == null || new BigDecimal(text).stripTrailingZeros().scale() > 2) {
            return wrong(column, "CELL_MONEY");
        }
        BigDecimal yuan = new BigDecimal(text);
        return yuan.compareTo(least) < 0 || yuan.compareTo(MOST_YUAN) > 0
                ? wrong(column, "RANGE", least.toPlainString(), MOST_YUAN.toPlainString())
                : of(Money.ofYuan(yuan).toString());
    }

    private static CellReading whole(Column column, String cell) {
        String text = CellText.number(cell);
        if (text == null || !text.matches("[0-9]{1,9}(\\.0+)?")) {
            return wrong(column, "CELL_WHOLE");
        }
        return of(String.valueOf(new BigDecimal(text).intValueExact()));
    }

    private static CellReading date(Column column, String cell) {
        Matcher parts = DATE.matcher(CellText.narrow(cell).replace(" ", ""));
        if (!parts.matches() || parts.group(3) == null) {
            return wrong(column, "CELL_DATE");
        }
        try {
            return of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))
                    .toString());
        } catch (DateTimeException e) {
            return wrong(column, "CELL_DATE");
        }
    }

    private static CellReading month(Column column, String cell) {
        Matcher parts = DATE.matcher(CellText.narrow(cell).replace(" ", ""));
        try {
            return parts.matches()
                    ? of(YearMonth.of(number(parts, 1), number(parts, 2)).toString())
                    : wrong(column, "CELL_MONTH");
        } catch (DateTimeException e) {
            return wrong(column, "CELL_MONTH");
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static CellReading choice(Column column, String cell) {
        String narrow = CellText.narrow(cell);
        for (Column.Choice choice : column.choices()) {
            if (choice.code().equalsIgnoreCase(narrow)
                    || choice.name().zh().equals(cell)
                    || choice.name().en().equalsIgnoreCase(narrow)) {
                return of(choice.code());
            }
        }
        return wrong(
                column,
                "UNKNOWN_VALUE",
                column.choices().stream().map(Column.Choice::code).collect(Collectors.joining(", ")));
    }
}
