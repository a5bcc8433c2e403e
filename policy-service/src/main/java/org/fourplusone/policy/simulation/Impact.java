package org.fourplusone.policy.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Item.ProgrammeLine;
import org.fourplusone.policy.match.Verdict;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.simulation.Simulation.Group;
import org.fourplusone.policy.simulation.Simulation.ItemImpact;
import org.fourplusone.policy.simulation.Simulation.LineImpact;
import org.fourplusone.policy.simulation.Simulation.Share;
import org.fourplusone.policy.simulation.Simulation.Short;
import org.fourplusone.starter.money.Money;
import org.jspecify.annotations.Nullable;

/** What the changes of a plan do, read off one run of the changed items and the items in force on the same register. */
final class Impact {

    static final String NONE = "NONE";

    private final Plan plan;
    private final RegisterRun run;
    private final Map<String, Baseline.Judged> before;
    private final Map<String, Baseline.Judged> after;
    private final List<ItemImpact> items = new ArrayList<>();
    private final Map<String, List<ChangedEnterprise>> changed = new TreeMap<>();
    private final Set<Integer> touched = new TreeSet<>();

    /** The items that are run for a plan's changes: each as it is, where it is in force, and as it would be. */
    static List<Item> items(Plan plan) {
        List<Item> items = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change.before() != null) {
                items.add(change.before());
            }
            if (change.after() != null) {
                items.add(change.after());
            }
        }
        return items;
    }

    /** @param runs the items of {@link #items}, in that order */
    Impact(Plan plan, RegisterRun run, List<ItemRun> runs, Baseline baseline) {
        this.plan = plan;
        this.run = run;
        this.before = baseline.items();
        this.after = new HashMap<>(before);
        Iterator<ItemRun> next = runs.iterator();
        for (Change change : plan.changes()) {
            ItemRun was = change.before() == null ? null : next.next();
            ItemRun becomes = change.after() == null ? null : next.next();
            after.remove(change.code());
            if (becomes != null) {
                after.put(change.code(), Baseline.Judged.of(becomes, run.size()));
            }
            judge(change, was, becomes);
        }
        if (!plan.capBefore().equals(plan.capAfter())) {
            Stream.concat(before.values().stream(), after.values().stream())
                    .forEach(each -> each.eligible().stream().forEach(touched::add));
        }
    }

    private void judge(Change change, @Nullable ItemRun was, @Nullable ItemRun becomes) {
        Tally whole = new Tally();
        Map<String, Tally> clusters = new TreeMap<>();
        Map<String, Tally> sizes = new TreeMap<>();
        List<ChangedEnterprise> rows = new ArrayList<>();
        for (int row = 0; row < run.size(); row++) {
            Enterprise enterprise = run.enterprise(row);
            Standpoint stood = Standpoint.of(was, row);
            Standpoint stands = Standpoint.of(becomes, row);
            Shift shift = Shift.of(stood, stands);
            whole.add(stood, stands, shift);
            tally(clusters, enterprise.cluster()).add(stood, stands, shift);
            tally(sizes, enterprise.sizeClass()).add(stood, stands, shift);
            if (shift != null) {
                rows.add(new ChangedEnterprise(
                        enterprise.creditCode(),
                        enterprise.name(),
                        enterprise.cluster(),
                        enterprise.sizeClass(),
                        change.code(),
                        shift,
                        stood,
                        stands));
                if (stood.verdict() == Verdict.ELIGIBLE || stands.verdict() == Verdict.ELIGIBLE) {
                    touched.add(row);
                }
            }
        }
        changed.put(change.code(), rows);
        items.add(new ItemImpact(
                change.code(),
                change.item().title(),
                change.item().line(),
                change.kind(),
                change.draft(),
                change.before() == null ? null : whole.before(change.before().version()),
                change.after() == null ? null : whole.after(),
                whole.count(Shift.NEWLY_IN),
                whole.count(Shift.NEWLY_OUT),
                whole.count(Shift.NEWLY_UNDETERMINED),
                whole.count(Shift.RULED_OUT),
                whole.count(Shift.CHANGED_AMOUNT),
                groups(clusters),
                groups(sizes)));
    }

    private static Tally tally(Map<String, Tally> groups, @Nullable String code) {
        return groups.computeIfAbsent(code == null ? NONE : code, each -> new Tally());
    }

    /** By code, those without a code last; groups that the item never concerns are left out. */
    private static List<Group> groups(Map<String, Tally> tallies) {
        List<Group> groups = new ArrayList<>();
        tallies.forEach((code, tally) -> {
            if (!tally.isEmpty()) {
                groups.add(tally.group(code));
            }
        });
        groups.sort(
                Comparator.comparing((Group group) -> group.code().equals(NONE)).thenComparing(Group::code));
        return groups;
    }

    List<ItemImpact> items() {
        return items;
    }

    /** By item, each by credit code. */
    Map<String, List<ChangedEnterprise>> changed() {
        return changed;
    }

    /** Rows of the enterprises whose lawful total may differ. */
    Set<Integer> touched() {
        return touched;
    }

    /** The items that an enterprise is eligible for, before or after. */
    List<Item> eligible(int row, boolean afterwards) {
        return (afterwards ? after : before)
                .values().stream()
                        .filter(each -> each.eligible().get(row))
                        .map(Baseline.Judged::item)
                        .sorted(Comparator.comparing(Item::code))
                        .toList();
    }

    List<LineImpact> lines() {
        Map<ProgrammeLine, Cost> was = costs(before);
        Map<ProgrammeLine, Cost> becomes = costs(after);
        List<LineImpact> lines = new ArrayList<>();
        for (ProgrammeLine line : ProgrammeLine.values()) {
            Money free = plan.free().get(line);
            Cost costBefore = was.getOrDefault(line, Cost.NOTHING);
            Cost costAfter = becomes.getOrDefault(line, Cost.NOTHING);
            lines.add(new LineImpact(
                    line,
                    costBefore,
                    costAfter,
                    free,
                    shortBy(costBefore, free),
                    shortBy(costAfter, free),
                    shares(line)));
        }
        return lines;
    }

    static Cost total(List<LineImpact> lines, boolean afterwards) {
        return lines.stream()
                .map(line -> afterwards ? line.after() : line.before())
                .reduce(Cost.NOTHING, Cost::plus);
    }

    private static Map<ProgrammeLine, Cost> costs(Map<String, Baseline.Judged> judged) {
        Map<ProgrammeLine, Cost> costs = new EnumMap<>(ProgrammeLine.class);
        judged.values().forEach(each -> costs.merge(each.item().line(), each.cost(), Cost::plus));
        return costs;
    }

    private static @Nullable Short shortBy(Cost cost, @Nullable Money free) {
        if (free == null) {
            return null;
        }
        Money possible = cost.possible();
        Short by = new Short(
                cost.certain().isMoreThan(free) ? cost.certain().minus(free) : null,
                possible != null && possible.isMoreThan(free) ? possible.minus(free) : null,
                possible == null ? true : null);
        return by.certain() == null && by.possible() == null && by.unbounded() == null ? null : by;
    }

    private List<Share> shares(ProgrammeLine line) {
        Set<String> codes = new HashSet<>();
        plan.changes().forEach(change -> codes.add(change.code()));
        return after.values().stream()
                .filter(each -> each.item().line() == line)
                .map(each -> new Share(
                        each.item().code(),
                        each.item().title(),
                        codes.contains(each.item().code()),
                        each.cost().certain(),
                        each.cost().possible()))
                .filter(each -> each.changed()
                        || each.certain().isPositive()
                        || each.possible() == null
                        || each.possible().isPositive())
                .sorted(Comparator.comparing(Share::certain).reversed().thenComparing(Share::code))
                .toList();
    }
}
