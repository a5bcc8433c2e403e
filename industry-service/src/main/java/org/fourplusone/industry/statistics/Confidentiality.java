package org.fourplusone.industry.statistics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which cells of one period are hidden: those of fewer than three enterprises, and with them the next smallest, so that
 * a hidden value cannot be found by subtracting from a total (统计法 2024, art. 28).
 */
final class Confidentiality {

    private Confidentiality() {}

    /** @param cells all cells of one period */
    static Set<Cell> hidden(List<Cell> cells) {
        Set<Cell> hidden = new HashSet<>(cells.stream().filter(Cell::isSmall).toList());
        if (!hidden.isEmpty()) {
            cells.stream()
                    .filter(cell -> !hidden.contains(cell) && cell.firms() + cell.baseFirms() > 0)
                    .min(Comparator.comparingLong((Cell cell) -> Math.abs(cell.value()))
                            .thenComparing(Cell::cluster))
                    .ifPresent(hidden::add);
        }
        return hidden;
    }
}
