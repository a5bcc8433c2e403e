package org.fourplusone.policy.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.starter.money.Money;

/**
 * What a simulation is to run.
 *
 * @param inForce the items in force on the day, by code
 * @param changes by code
 * @param capBefore the yearly cap of an enterprise in force on the day
 * @param capAfter that of a package's draft, or the same
 * @param free free money of lines; a line that is not named is not compared
 */
record Plan(
        LocalDate asOf,
        Simulation.Basis basis,
        List<Item> inForce,
        List<Change> changes,
        Money capBefore,
        Money capAfter,
        Map<ProgrammeLine, Money> free) {

    boolean isProvenOnly() {
        return basis == Simulation.Basis.PROVEN;
    }
}
