package org.fourplusone.industry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a row would change.
 *
 * @param row its number in the file
 * @param added whether it is about something that is not there yet
 * @param key what it is about, by column
 * @param subject the name of what it is about
 * @param what the fact that it states
 * @param cells what would change
 * @param note what else the one who applies it must know, by name
 */
record Change(
        int row,
        boolean added,
        Map<String, String> key,
        String subject,
        @Nullable Text what,
        List<Cell> cells,
        Map<String, String> note) {

    /** One column's value now and then. */
    record Cell(
            String column,
            @Nullable String before,
            @Nullable String after) {}

    /** Those of some columns that differ. */
    static List<Cell> differences(
            List<Column> columns, Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            String old = before.get(column.key());
            String next = after.get(column.key());
            if (!Objects.equals(old, next)) {
                cells.add(new Cell(column.key(), old, next));
            }
        }
        return cells;
    }

    @Nullable
    String after(String column) {
        for (Cell cell : cells) {
            if (cell.column().equals(column)) {
                return cell.after();
            }
        }
        return null;
    }
}
