package org.fourplusone.industry.project;

import java.time.LocalDate;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A key project of the zone.
 *
 * @param ownerCode credit code of the enterprise that builds it
 * @param planYear the year that plan and done are for
 * @param doneThrough the month up to which {@code yearDone} counts, such as {@code 2026-10}
 * @param sample generated, not a real project
 */
public record Project(
        String code,
        String name,
        Level level,
        @Nullable String cluster,
        @Nullable String ownerCode,
        String ownerName,
        int planYear,
        Stage stage,
        Money totalInvestment,
        Money yearPlan,
        Money yearDone,
        String doneThrough,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        boolean sample) {

    /** Whose list it is on. */
    public enum Level {
        PROVINCE,
        CITY,
        ZONE
    }

    public enum Stage {
        PREPARING,
        IMPLEMENTING,
        COMPLETED
    }
}
