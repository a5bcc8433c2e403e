package org.fourplusone.industry.spreadsheet;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param number from 1, as a spreadsheet program numbers it
 * @param cells their texts, stripped of surrounding space, empty where there is nothing; trailing empty cells may be absent
 */
public record SheetRow(int number, List<String> cells) {

    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** Whether it is a remark for people: its first cell begins with {@code #}. */
    public boolean isRemark() {
        return cell(0).startsWith("#") || cell(0).startsWith("＃");
    }
}
