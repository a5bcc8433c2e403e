package org.fourplusone.policy.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A simulation in the list.
 *
 * @param newlyIn over all its items
 * @param shortLines the lines whose free money would not cover the certain cost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedSimulation(
        String id,
        String hash,
        Instant createdAt,
        String createdBy,
        LocalDate asOf,
        Simulation.Basis basis,
        @Nullable Boolean stale,
        boolean illustrative,
        List<Named> items,
        int newlyIn,
        int newlyOut,
        Cost before,
        Cost after,
        List<ProgrammeLine> shortLines) {

    record Named(String code, Text title, Simulation.Kind kind) {}

    static ListedSimulation of(Simulation simulation) {
        return new ListedSimulation(
                simulation.id(),
                simulation.hash(),
                simulation.createdAt(),
                simulation.createdBy(),
                simulation.asOf(),
                simulation.basis(),
                simulation.stale(),
                simulation.illustrative(),
                simulation.items().stream()
                        .map(item -> new Named(item.code(), item.title(), item.kind()))
                        .toList(),
                simulation.items().stream()
                        .mapToInt(Simulation.ItemImpact::newlyIn)
                        .sum(),
                simulation.items().stream()
                        .mapToInt(Simulation.ItemImpact::newlyOut)
                        .sum(),
                simulation.totals().before(),
                simulation.totals().after(),
                simulation.lines().stream()
                        .filter(line ->
                                line.shortAfter() != null && line.shortAfter().certain() != null)
                        .map(Simulation.LineImpact::line)
                        .toList());
    }
}
