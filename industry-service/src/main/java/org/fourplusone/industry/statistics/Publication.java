package org.fourplusone.industry.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.confidentiality.Group;
import org.fourplusone.industry.confidentiality.Groups;
import org.fourplusone.industry.confidentiality.Hidden;
import org.fourplusone.industry.confidentiality.Numbers;
import org.fourplusone.industry.confidentiality.Place;
import org.fourplusone.industry.confidentiality.Protection;
import org.fourplusone.industry.confidentiality.Reason;
import org.fourplusone.industry.report.Measure;
import org.fourplusone.industry.report.Reports;
import org.fourplusone.industry.statistics.YearNumbers.Side;
import org.jspecify.annotations.Nullable;

/**
 * One vintage's way from reports to frozen cells, year by year and measure by measure.
 *
 * <p>The numbers of a year are told twice, as its values and as the next year's bases; both share one pattern. Then the
 * releases are compared with each other: bases with the values of the year before, and both with every earlier vintage.
 */
final class Publication {

    private final String vintage;
    private final List<String> earlier;
    private final Reports reports;
    private final Cells cells;
    private final Map<String, Integer> members = new HashMap<>();
    private final Groups groups;
    private final Map<Measure, Hidden> neighbours = new EnumMap<>(Measure.class);

    /** @param earlier vintages that are published, oldest first */
    Publication(String vintage, List<String> earlier, Reports reports, Map<String, Place> places, Cells cells) {
        this.vintage = vintage;
        this.earlier = earlier;
        this.reports = reports;
        this.cells = cells;
        places.keySet().forEach(code -> members.put(code, members.size()));
        this.groups = Groups.of(List.copyOf(places.values()));
    }

    /** A year as it is told now, and as earlier vintages told it where they told it differently. */
    private final class Year {
        final int year;
        final YearNumbers numbers;
        final Map<Measure, Hidden> hiddenBases = new EnumMap<>(Measure.class);
        private final Map<Side, Map<Measure, List<Numbers>>> changes = new EnumMap<>(Side.class);
        private final Map<Side, Map<Measure, List<Numbers>>> between = new EnumMap<>(Side.class);

        Year(int year) {
            this.year = year;
            this.numbers = YearNumbers.load(reports, vintage, year, members);
            for (String older : earlier) {
                if (reports.differ(year, older, vintage)) {
                    compare(YearNumbers.load(reports, older, year, members));
                }
            }
        }

        private void compare(YearNumbers old) {
            for (Side side : Side.values()) {
                for (Measure measure : Measure.values()) {
                    list(changes, side, measure).addAll(Changes.telling(old, side, numbers, side, measure));
                    list(between, side, measure).addAll(Changes.between(old, side, numbers, side, measure));
                }
            }
        }

        List<Numbers> changes(Side side, Measure measure) {
            return list(changes, side, measure);
        }

        List<Numbers> all(Side side, Measure measure) {
            List<Numbers> all = new ArrayList<>(numbers.all(side, measure));
            all.addAll(list(between, side, measure));
            return all;
        }

        private static List<Numbers> list(Map<Side, Map<Measure, List<Numbers>>> lists, Side side, Measure measure) {
            return lists.computeIfAbsent(side, key -> new EnumMap<>(Measure.class))
                    .computeIfAbsent(measure, key -> new ArrayList<>());
        }
    }

    void addUp(Concentrations concentrations) {
        Year before = null;
        for (int number : reports.years(vintage)) {
            if (before != null && before.year != number - 1) {
                finish(before, null, concentrations);
                before = null;
            }
            Year year = new Year(number);
            finish(before, year, concentrations);
            before = year;
        }
        finish(before, null, concentrations);
    }

    /** Decides the pattern between two years that follow each other, either of which may be missing. */
    private void finish(@Nullable Year year, @Nullable Year next, Concentrations concentrations) {
        for (Measure measure : Measure.values()) {
            List<Numbers> shared = new ArrayList<>();
            Hidden hidden = new Hidden(groups);
            if (year != null) {
                shared.addAll(year.all(Side.VALUE, measure));
                hideAgain(hidden, measure, year.year, Side.VALUE);
            }
            if (next != null) {
                shared.addAll(next.all(Side.BASE, measure));
                hideAgain(hidden, measure, next.year, Side.BASE);
            }
            if (year != null && next != null) {
                shared.addAll(Changes.between(next.numbers, Side.BASE, year.numbers, Side.VALUE, measure));
            }
            Hidden neighbour = neighbours.get(measure);
            Predicate<Group> nearby = neighbour == null ? group -> false : neighbour::contains;
            Hidden pattern = Protection.of(groups, shared, hidden, nearby);
            neighbours.put(measure, pattern);
            if (next != null) {
                List<Numbers> changes = new ArrayList<>(next.changes(Side.BASE, measure));
                if (year != null) {
                    changes.addAll(Changes.telling(year.numbers, Side.VALUE, next.numbers, Side.BASE, measure));
                }
                next.hiddenBases.put(measure, Protection.of(groups, changes, pattern, nearby));
            }
            if (year != null) {
                Hidden values = Protection.of(groups, year.changes(Side.VALUE, measure), pattern, nearby);
                write(year, measure, values, concentrations);
            }
        }
    }

    /** What the newest earlier vintage hid stays hidden. */
    private void hideAgain(Hidden hidden, Measure measure, int year, Side side) {
        if (!earlier.isEmpty()) {
            for (Cell cell : cells.ofYear(earlier.get(earlier.size() - 1), measure, year)) {
                String reason = side == Side.VALUE ? cell.valueHidden() : cell.baseHidden();
                if (reason != null) {
                    groups.find(cell.cut(), cell.code()).ifPresent(group -> hidden.add(group, Reason.valueOf(reason)));
                }
            }
        }
    }

    private void write(Year year, Measure measure, Hidden values, Concentrations concentrations) {
        Hidden bases = year.hiddenBases.getOrDefault(measure, new Hidden(groups));
        Map<String, Cell> known = new HashMap<>();
        if (!earlier.isEmpty()) {
            cells.ofYear(earlier.get(earlier.size() - 1), measure, year.year)
                    .forEach(cell -> known.put(cell.key(), cell));
        }
        List<Cell> rows = new ArrayList<>();
        for (Period.Grain grain : Period.Grain.values()) {
            for (int part = 1; part <= year.numbers.parts(grain); part++) {
                long[] value = year.numbers.single(Side.VALUE, measure, grain, part);
                long[] base = year.numbers.single(Side.BASE, measure, grain, part);
                for (Group group : groups.all()) {
                    if (Combination.cuts(grain).contains(group.cut())) {
                        rows.add(cell(year, grain, part, group, value, base, values, bases, known));
                    }
                }
            }
        }
        cells.addAll(vintage, measure, rows);
        long[] whole = year.numbers.until(Side.VALUE, measure, year.numbers.through());
        List<Group> shown = groups.all().stream()
                .filter(group -> group.cut() == Cut.CLUSTER || group.cut() == Cut.SEGMENT)
                .filter(group -> !values.contains(group))
                .toList();
        concentrations.add(vintage, measure, year.year, shown, whole);
    }

    private static Cell cell(
            Year year,
            Period.Grain grain,
            int part,
            Group group,
            long[] value,
            long[] base,
            Hidden values,
            Hidden bases,
            Map<String, Cell> known) {
        long sum = 0;
        long baseSum = 0;
        int firms = 0;
        int baseFirms = 0;
        for (int member : group.members()) {
            sum += value[member];
            baseSum += base[member];
            firms += value[member] != 0 ? 1 : 0;
            baseFirms += base[member] != 0 ? 1 : 0;
        }
        Cell fresh = new Cell(
                group.cut(),
                grain,
                group.code(),
                year.year,
                grain == Period.Grain.YEAR ? 0 : part,
                year.numbers.lastMonth(grain, part),
                sum,
                baseSum,
                values.contains(group) ? null : sum,
                firms,
                baseFirms,
                values.reason(group).map(Reason::name).orElse(null),
                bases.reason(group).map(Reason::name).orElse(null));
        Cell first = known.get(fresh.key());
        return first == null || first.through() != fresh.through() ? fresh : fresh.firstPublishedAs(first);
    }
}
