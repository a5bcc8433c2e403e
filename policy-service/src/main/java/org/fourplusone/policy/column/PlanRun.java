package org.fourplusone.policy.column;

import java.util.Arrays;
import java.util.List;
import org.fourplusone.policy.register.Block;
import org.fourplusone.policy.register.Encoding;
import org.fourplusone.policy.register.Rows;
import org.fourplusone.policy.rule.Subject;
import org.fourplusone.policy.rule.Truth;

/** A plan on one block after the other. Its arrays are used again and again; for one thread. */
final class PlanRun {

    /** Deepest tree that rules can have, with room for what is put around them. */
    private static final int DEEPEST = 24;

    private final LeafRun[] leaves;
    private final long[][] truth;
    private final long[][] possible;
    private final boolean[] judged;
    private final long[][] spare = new long[2 * DEEPEST][];
    private long[] words = new long[0];
    private Block block;
    private int depth;

    @SuppressWarnings("NullAway.Init") // a block is entered before anything is asked
    PlanRun(List<Leaf> leaves, int policyYear, Encoding encoding) {
        this.leaves = leaves.stream()
                .map(leaf -> new LeafRun(leaf, policyYear, encoding))
                .toArray(LeafRun[]::new);
        this.truth = new long[leaves.size()][0];
        this.possible = new long[leaves.size()][0];
        this.judged = new boolean[leaves.size()];
        Arrays.fill(spare, new long[0]);
    }

    void enter(Block next) {
        block = next;
        Arrays.fill(judged, false);
        depth = 0;
    }

    Rows rows(Subject of) {
        return of == Subject.ENTERPRISE ? block.own() : block.records(of);
    }

    /** The rows on which the tree is true, and those on which it is true or unknown. */
    void judge(Plan.Node node, Subject of, long[] isTrue, long[] isPossible) {
        int size = rows(of).words();
        if (node instanceof Plan.Leaves each) {
            judge(each.leaf());
            System.arraycopy(truth[each.leaf()], 0, isTrue, 0, size);
            System.arraycopy(possible[each.leaf()], 0, isPossible, 0, size);
        } else if (node instanceof Plan.And and) {
            all(and.of(), of, size, isTrue, isPossible);
        } else if (node instanceof Plan.Or or) {
            any(or.of(), of, size, isTrue, isPossible);
        } else if (node instanceof Plan.Not not) {
            judge(not.of(), of, isTrue, isPossible);
            for (int word = 0; word < size; word++) {
                long was = isTrue[word];
                isTrue[word] = ~isPossible[word];
                isPossible[word] = ~was;
            }
            clip(of, isTrue);
            clip(of, isPossible);
        } else if (node instanceof Plan.Constant constant) {
            Arrays.fill(isTrue, 0, size, constant.truth() == Truth.TRUE ? -1 : 0);
            Arrays.fill(isPossible, 0, size, constant.truth() == Truth.FALSE ? 0 : -1);
            clip(of, isTrue);
            clip(of, isPossible);
        } else if (node instanceof Plan.OfOwner owner) {
            int level = depth++;
            long[] ownersTrue = scratch(2 * level, block.own().words());
            long[] ownersPossible = scratch(2 * level + 1, block.own().words());
            judge(owner.of(), Subject.ENTERPRISE, ownersTrue, ownersPossible);
            rows(of).fromOwners(ownersTrue, isTrue);
            rows(of).fromOwners(ownersPossible, isPossible);
            depth = level;
        }
    }

    private void all(List<Plan.Node> parts, Subject of, int size, long[] isTrue, long[] isPossible) {
        judge(parts.get(0), of, isTrue, isPossible);
        for (int i = 1; i < parts.size() && isAny(isPossible, size); i++) {
            if (parts.get(i) instanceof Plan.Leaves each) {
                judge(each.leaf());
                and(truth[each.leaf()], possible[each.leaf()], size, isTrue, isPossible);
            } else {
                int level = depth++;
                long[] partTrue = scratch(2 * level, size);
                long[] partPossible = scratch(2 * level + 1, size);
                judge(parts.get(i), of, partTrue, partPossible);
                and(partTrue, partPossible, size, isTrue, isPossible);
                depth = level;
            }
        }
    }

    private static void and(long[] truth, long[] possible, int size, long[] isTrue, long[] isPossible) {
        for (int word = 0; word < size; word++) {
            isTrue[word] &= truth[word];
            isPossible[word] &= possible[word];
        }
    }

    private void any(List<Plan.Node> parts, Subject of, int size, long[] isTrue, long[] isPossible) {
        judge(parts.get(0), of, isTrue, isPossible);
        for (int i = 1; i < parts.size(); i++) {
            int level = depth++;
            long[] partTrue = scratch(2 * level, size);
            long[] partPossible = scratch(2 * level + 1, size);
            judge(parts.get(i), of, partTrue, partPossible);
            for (int word = 0; word < size; word++) {
                isTrue[word] |= partTrue[word];
                isPossible[word] |= partPossible[word];
            }
            depth = level;
        }
    }

    static boolean isAny(long[] bits, int size) {
        for (int word = 0; word < size; word++) {
            if (bits[word] != 0) {
                return true;
            }
        }
        return false;
    }

    private void clip(Subject of, long[] bits) {
        int size = rows(of).size();
        if ((size & 63) != 0) {
            bits[size >>> 6] &= -1L >>> -size;
        }
    }

    private void judge(int leaf) {
        if (!judged[leaf]) {
            Rows of = rows(leaves[leaf].leaf().rows());
            int size = of.words();
            if (truth[leaf].length < size) {
                truth[leaf] = new long[size];
                possible[leaf] = new long[size];
            }
            if (words.length < size) {
                words = new long[size];
            }
            leaves[leaf].judge(of, truth[leaf], possible[leaf], words);
            judged[leaf] = true;
        }
    }

    private long[] scratch(int at, int size) {
        if (spare[at].length < size) {
            spare[at] = new long[size];
        }
        return spare[at];
    }

    /** Judges every leaf on this block and keeps its bits: {@code [leaf][0 true, 1 possible][word]}. */
    long[][][] conditions() {
        long[][][] kept = new long[leaves.length][2][];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            judge(leaf);
            int size = rows(leaves[leaf].leaf().rows()).words();
            kept[leaf][0] = Arrays.copyOf(truth[leaf], size);
            kept[leaf][1] = Arrays.copyOf(possible[leaf], size);
        }
        return kept;
    }
}
