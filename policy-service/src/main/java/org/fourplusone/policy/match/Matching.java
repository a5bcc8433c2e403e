package org.fourplusone.policy.match;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.starter.money.Money;
import org.springframework.stereotype.Component;

/** Matches enterprises, one at a time, against the items in force, which it keeps compiled until they are read again. */
@Component
class Matching {

    private static final int MOST_DAYS = 64;

    private final Items items;
    private volatile Kept kept = new Kept(0, Map.of());

    Matching(Items items) {
        this.items = items;
    }

    /** @param byDay for each day that was asked for */
    private record Kept(long generation, Map<LocalDate, CompiledItems> byDay) {}

    /** @param free free money of lines; a line that is not named is not limited */
    Match match(Enterprise.View view, LocalDate asOf, Map<ProgrammeLine, Money> free) {
        return Match.of(new Judge(items, view, inForce(asOf)), view, items.yearCap(), free);
    }

    CompiledItems inForce(LocalDate day) {
        long generation = items.generation();
        Kept current = kept;
        if (current.generation != generation || current.byDay.size() > MOST_DAYS) {
            current = new Kept(generation, new ConcurrentHashMap<>());
            kept = current;
        }
        return current.byDay.computeIfAbsent(day, any -> new CompiledItems(items.inForce(day), day.getYear()));
    }
}
