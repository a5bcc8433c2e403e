package org.fourplusone.industry.imports;

import java.util.List;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one cell.
 *
 * @param row from 1, as a spreadsheet program numbers it
 * @param column its key
 * @param name the column's name; absent where the file has a column that is none
 * @param value what stands in the cell, cut short
 * @param code of the sentence, with what it is filled with
 */
record RowError(int row, String column, @Nullable Text name, String value, String code, List<String> arguments) {

    private static final int LONGEST = 80;

    static RowError of(int row, String column, @Nullable Text name, String value, FieldProblem problem) {
        return new RowError(
                row,
                column,
                name,
                value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value,
                problem.code(),
                problem.arguments().stream().map(String::valueOf).toList());
    }

    FieldProblem problem() {
        return new FieldProblem(column, code, arguments.toArray());
    }
}
