package org.fourplusone.industry.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells could be read.
 *
 * @param row its number in the file
 * @param values written forms by column key; a cell that is empty or a column that the file lacks is absent
 */
record Line(int row, Map<String, String> values) {

    @Nullable
    String find(String column) {
        return values.get(column);
    }

    /** A column that the file must have and every row fill. */
    String get(String column) {
        return values.getOrDefault(column, "");
    }
}
