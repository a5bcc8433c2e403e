package org.fourplusone.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.item.CatalogueItems;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.policy.match.CompiledItems.CompiledItem;
import org.fourplusone.policy.register.Enterprise;
import org.fourplusone.policy.register.RandomRegister;
import org.fourplusone.policy.rule.RandomFacts;
import org.junit.jupiter.api.Test;

/** The compiled items say of one enterprise what the conditions themselves say, in every detail. */
class OneEnterpriseTests {

    private static final int ENTERPRISES = 150;
    private static final Items ITEMS = CatalogueItems.loaded();
    private static final List<Item> ALL = CatalogueItems.read();
    private static final CompiledItems COMPILED = new CompiledItems(ALL, RandomFacts.YEAR);

    @Test
    void compiledItemsAnswerAsTheConditionsThemselves() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("compiled against uncompiled: seed " + seed + ", " + ENTERPRISES + " enterprises");
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        RandomRegister register = new RandomRegister(ITEMS.dictionary(), seed);
        for (int i = 0; i < ENTERPRISES; i++) {
            Enterprise enterprise = register.next();
            Enterprise.View view = view(enterprise, i % 4 == 0);
            assertThat(differences(view, view, seen))
                    .as("seed " + seed + " row " + i)
                    .isEmpty();
        }
        assertThat(seen.values()).hasSize(3).allMatch(count -> count > 50);
        System.out.println(seen);
    }

    /** The control: the compiled items are given somebody else's facts. */
    @Test
    void aWrongAnswerIsCaught() {
        RandomRegister register = new RandomRegister(ITEMS.dictionary(), 7);
        int caught = 0;
        for (int i = 0; i < 50; i++) {
            Enterprise.View one = view(register.next(), false);
            Enterprise.View other = view(register.next(), false);
            caught += differences(one, other, new EnumMap<>(Verdict.class)).isEmpty() ? 0 : 1;
        }
        assertThat(caught).isGreaterThan(45);
    }

    private static Enterprise.View view(Enterprise enterprise, boolean provenOnly) {
        return enterprise.view(RandomFacts.YEAR, provenOnly, ITEMS.dictionary());
    }

    private static List<String> differences(
            Enterprise.View view, Enterprise.View compiledView, Map<Verdict, Integer> seen) {
        Judge plain = new Judge(ITEMS, view);
        Judge fast = new Judge(ITEMS, compiledView, COMPILED);
        List<String> differences = new ArrayList<>();
        for (CompiledItem item : COMPILED.items()) {
            Judgement expected = plain.judge(item.item());
            seen.merge(expected.verdict(), 1, Integer::sum);
            String what = told(expected, view);
            String told = told(fast.judge(item.item()), compiledView);
            if (!told.equals(what) || fast.verdict(item) != expected.verdict()) {
                differences.add(item.item().code() + ": " + what + "\n compiled: " + told + "\n " + fast.verdict(item));
            }
        }
        return differences;
    }

    private static String told(Judgement judged, Enterprise.View view) {
        StringBuilder told =
                new StringBuilder(judged.verdict() + " of " + judged.best().ref());
        for (Judgement.OfRecord each : judged.records()) {
            told.append('\n').append(each.ref()).append(' ').append(each.absent());
            told.append(' ')
                    .append(each.rule())
                    .append(' ')
                    .append(each.reached())
                    .append(' ')
                    .append(each.truth());
            for (int i = 0; i < judged.item().leaves().size(); i++) {
                told.append(' ').append(each.leaf(i));
            }
            told.append(' ').append(each.award()).append(' ').append(each.standing());
        }
        return told.append('\n')
                .append(judged.award())
                .append('\n')
                .append(ItemView.of(ItemMatch.of(judged, view.own())))
                .toString();
    }
}
