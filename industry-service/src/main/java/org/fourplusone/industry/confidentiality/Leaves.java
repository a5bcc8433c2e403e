package org.fourplusone.industry.confidentiality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where one tree of groups ends for each enterprise: the smallest shown group that it is in. The sum over a leaf follows
 * from what is shown by subtraction, and no sum over fewer does within the tree.
 */
final class Leaves {

    /** In no shown group: nothing is known of it. */
    static final int FREE = -1;

    private final Groups groups;
    private final Hidden hidden;
    private final Cut[] cuts;
    private final boolean withParts;
    private final int[] of;

    private Leaves(Groups groups, Hidden hidden, Cut[] cuts, boolean withParts) {
        this.groups = groups;
        this.hidden = hidden;
        this.cuts = cuts;
        this.withParts = withParts;
        this.of = new int[groups.size()];
        Arrays.fill(of, FREE);
        for (Cut cut : cuts) {
            int[] group = groups.of(cut);
            for (int i = 0; i < of.length; i++) {
                if (!hidden.contains(group[i])) {
                    of[i] = group[i];
                }
            }
        }
        if (withParts) {
            int[] industry = groups.of(Cut.INDUSTRY);
            int[] part = groups.parts();
            for (int i = 0; i < of.length; i++) {
                if (!hidden.contains(industry[i])) {
                    of[i] = part[i];
                }
            }
        }
    }

    /** Total, clusters and, where they are published, size classes. */
    static Leaves bySize(Groups groups, Hidden hidden, Set<Cut> published) {
        return published.contains(Cut.CLUSTER_SIZE)
                ? new Leaves(groups, hidden, new Cut[] {Cut.TOTAL, Cut.CLUSTER, Cut.CLUSTER_SIZE}, false)
                : new Leaves(groups, hidden, new Cut[] {Cut.TOTAL, Cut.CLUSTER}, false);
    }

    /** Total, clusters, segments and industry codes within clusters. */
    static Leaves byChain(Groups groups, Hidden hidden) {
        return new Leaves(groups, hidden, new Cut[] {Cut.TOTAL, Cut.CLUSTER, Cut.SEGMENT}, true);
    }

    /** Each enterprise's leaf. */
    int[] of() {
        return of;
    }

    /** How many numbers leaves have, groups and parts together. */
    int numbers() {
        return groups.all().size() + groups.size();
    }

    /**
     * The shown groups next below a leaf: hiding one of them makes the leaf larger. For an industry code's part in a
     * cluster, the code itself.
     */
    List<Group> below(int leaf) {
        Set<Group> below = new LinkedHashSet<>();
        if (leaf >= groups.all().size()) {
            for (int i = 0; i < of.length; i++) {
                if (of[i] == leaf) {
                    below.add(groups.all().get(groups.of(Cut.INDUSTRY)[i]));
                }
            }
            return new ArrayList<>(below);
        }
        Group parent = groups.all().get(leaf);
        for (int member : parent.members()) {
            Group next = nextBelow(parent.cut(), member);
            if (next != null) {
                below.add(next);
            }
        }
        return new ArrayList<>(below);
    }

    /** The first shown group of an enterprise below a cut. */
    private @org.jspecify.annotations.Nullable Group nextBelow(Cut above, int member) {
        for (Cut cut : cuts) {
            if (cut.compareTo(above) > 0 && !hidden.contains(groups.of(cut)[member])) {
                return groups.all().get(groups.of(cut)[member]);
            }
        }
        int industry = groups.of(Cut.INDUSTRY)[member];
        return withParts && !hidden.contains(industry) ? groups.all().get(industry) : null;
    }
}
