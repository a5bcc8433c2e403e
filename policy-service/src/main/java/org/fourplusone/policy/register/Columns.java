package org.fourplusone.policy.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fourplusone.policy.rule.Dictionary;

/**
 * The register as columns in one policy year, in blocks by credit code. Immutable; a change makes a new one that shares
 * every block that it does not touch.
 *
 * @param cursor the newest change that is in for certain
 * @param enterprises all of them, in the order of the rows
 */
public record Columns(
        int policyYear,
        boolean provenOnly,
        long cursor,
        Encoding encoding,
        List<Block> blocks,
        List<Enterprise> enterprises) {

    /** The most enterprises of a block; those of one register part evenly. */
    static final int BLOCK = 1024;

    public Columns(int policyYear, boolean provenOnly, long cursor, Encoding encoding, List<Block> blocks) {
        this(policyYear, provenOnly, cursor, encoding, List.copyOf(blocks), rows(blocks));
    }

    private static List<Enterprise> rows(List<Block> blocks) {
        List<Enterprise> rows = new ArrayList<>();
        blocks.forEach(block -> rows.addAll(block.enterprises()));
        return Collections.unmodifiableList(rows);
    }

    /** @param enterprises by credit code */
    public static Columns of(
            List<Enterprise> enterprises,
            int policyYear,
            boolean provenOnly,
            long cursor,
            Dictionary dictionary,
            Encoding encoding) {
        List<Block> blocks = new ArrayList<>();
        int size = enterprises.size();
        int count = (size + BLOCK - 1) / BLOCK;
        for (int i = 0; i < count; i++) {
            blocks.add(new Block(
                    enterprises.subList((int) ((long) size * i / count), (int) ((long) size * (i + 1) / count)),
                    policyYear,
                    provenOnly,
                    dictionary,
                    encoding));
        }
        return new Columns(policyYear, provenOnly, cursor, encoding, blocks);
    }

    /** With these enterprises in the place of those with the same credit code, or new among them. */
    Columns with(Iterable<Enterprise> changed, long upTo, Dictionary dictionary) {
        List<List<Enterprise>> rows = new ArrayList<>();
        blocks.forEach(block -> rows.add(block.enterprises()));
        boolean[] touched = new boolean[Math.max(1, blocks.size())];
        if (rows.isEmpty()) {
            rows.add(List.of());
        }
        for (Enterprise enterprise : changed) {
            int at = blockOf(rows, enterprise.creditCode());
            if (!touched[at]) {
                rows.set(at, new ArrayList<>(rows.get(at)));
                touched[at] = true;
            }
            put(rows.get(at), enterprise);
        }
        List<Block> next = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (touched[i]) {
                next.addAll(of(rows.get(i), policyYear, provenOnly, upTo, dictionary, encoding).blocks);
            } else if (i < blocks.size()) {
                next.add(blocks.get(i));
            }
        }
        return new Columns(policyYear, provenOnly, upTo, encoding, next);
    }

    /** The block that a credit code belongs to: the last one that does not begin after it. */
    private static int blockOf(List<List<Enterprise>> rows, String creditCode) {
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rows.get(middle).get(0).creditCode().compareTo(creditCode) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static void put(List<Enterprise> rows, Enterprise enterprise) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = rows.get(middle).creditCode().compareTo(enterprise.creditCode());
            if (order == 0) {
                rows.set(middle, enterprise);
                return;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        rows.add(low, enterprise);
    }

    public int size() {
        return enterprises.size();
    }
}
