package org.fourplusone.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.fourplusone.policy.TestCatalogue;
import org.fourplusone.policy.rule.Dictionary;
import org.fourplusone.policy.rule.FactDefinition;
import org.fourplusone.policy.rule.RandomFacts;
import org.fourplusone.policy.rule.Subject;
import org.junit.jupiter.api.Test;

class ColumnsTests {

    private static final Dictionary DICTIONARY = TestCatalogue.dictionary();
    private static final long SEED = 20261123;

    @Test
    void changesCostOnlyTheirBlocksAndLeaveWhatAFreshReadGives() {
        Encoding encoding = new Encoding(DICTIONARY);
        List<Enterprise> register = new RandomRegister(DICTIONARY, SEED).next(3000);
        List<Enterprise> kept = new ArrayList<>(register);
        Random random = new Random(SEED);
        kept.removeIf(each -> random.nextInt(40) == 0);
        Columns before = read(kept, encoding);

        List<Enterprise> changed = new ArrayList<>(register.subList(100, 200));
        List<Enterprise> others = new RandomRegister(DICTIONARY, SEED + 1).next(160);
        changed.addAll(others.subList(120, 160));
        Columns after = before.with(changed, 7, DICTIONARY);

        kept.removeIf(
                each -> changed.stream().anyMatch(other -> other.creditCode().equals(each.creditCode())));
        changed.forEach(each -> {
            kept.removeIf(other -> other.creditCode().equals(each.creditCode()));
            kept.add(each);
        });
        kept.sort(Comparator.comparing(Enterprise::creditCode));
        assertThat(after.enterprises()).containsExactlyElementsOf(kept);
        assertThat(after.cursor()).isEqualTo(7);
        assertThat(after.blocks().subList(1, after.blocks().size()))
                .containsExactlyElementsOf(
                        before.blocks().subList(1, before.blocks().size()));
        assertThat(said(after)).isEqualTo(said(read(kept, encoding)));
        assertThat(said(after)).isNotEqualTo(said(before));
    }

    @Test
    void aFullBlockPartsAndAnEmptyRegisterTakesItsFirst() {
        Encoding encoding = new Encoding(DICTIONARY);
        List<Enterprise> register = new RandomRegister(DICTIONARY, SEED).next(2500);
        Columns columns = read(List.of(), encoding).with(register, 1, DICTIONARY);
        assertThat(columns.size()).isEqualTo(2500);
        assertThat(columns.blocks()).allMatch(block -> block.size() <= Columns.BLOCK);
        assertThat(said(columns)).isEqualTo(said(read(register, encoding)));
    }

    private static Columns read(List<Enterprise> register, Encoding encoding) {
        return Columns.of(register, RandomFacts.YEAR, false, 1, DICTIONARY, encoding);
    }

    /** Every known value, row by row. */
    private static List<String> said(Columns columns) {
        List<String> said = new ArrayList<>();
        for (Block block : columns.blocks()) {
            for (int row = 0; row < block.size(); row++) {
                said.add(block.enterprises().get(row).creditCode() + said(block.own(), row));
                for (Subject subject : Subject.values()) {
                    if (subject.isRecord()) {
                        Rows records = block.records(subject);
                        said.add(subject + " " + (block.knowing(subject)[row >>> 6] >>> row & 1));
                        for (int each = 0; each < records.size(); each++) {
                            if (records.owner(each) == row) {
                                said.add(said(records, each));
                            }
                        }
                    }
                }
            }
        }
        return said;
    }

    private static String said(Rows rows, int row) {
        StringBuilder said = new StringBuilder();
        for (FactDefinition fact : DICTIONARY.facts()) {
            Column column = rows.column(fact);
            if (column != null && column.isKnown(row)) {
                said.append(' ').append(fact.key()).append('=').append(column.at(row));
            }
        }
        return said.toString();
    }
}
