package org.fourplusone.industry.confidentiality;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hidden groups with their reasons; a cluster takes along what is cut from it. */
public final class Hidden {

    private final Groups groups;
    private final Map<Integer, Reason> reasons = new TreeMap<>();

    /** Nothing hidden yet. */
    public Hidden(Groups groups) {
        this.groups = groups;
    }

    /** The same again, to go on from. */
    public Hidden copy() {
        Hidden copy = new Hidden(groups);
        copy.reasons.putAll(reasons);
        return copy;
    }

    public boolean contains(Group group) {
        return reasons.containsKey(group.id());
    }

    boolean contains(int id) {
        return reasons.containsKey(id);
    }

    public Optional<Reason> reason(Group group) {
        return Optional.ofNullable(reasons.get(group.id()));
    }

    public int size() {
        return reasons.size();
    }

    /** Hides a group, those of the same enterprises and, with a cluster, all that would tell of its parts. */
    public void add(Group group, Reason reason) {
        if (reasons.putIfAbsent(group.id(), reason) != null) {
            return;
        }
        groups.twins(group).forEach(twin -> add(twin, reason));
        if (group.cut() == Cut.CLUSTER) {
            for (Cut cut : new Cut[] {Cut.CLUSTER_SIZE, Cut.SEGMENT, Cut.INDUSTRY}) {
                int[] of = groups.of(cut);
                for (int member : group.members()) {
                    add(groups.all().get(of[member]), Reason.SECONDARY);
                }
            }
        }
    }
}
