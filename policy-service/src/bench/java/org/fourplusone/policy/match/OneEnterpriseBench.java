package org.fourplusone.policy.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.policy.column.Fixture;
import org.fourplusone.policy.column.HandWritten;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.match.CompiledItems.CompiledItem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Row 4: one enterprise and all items; each call takes the next of 1,024 enterprises. */
public class OneEnterpriseBench {

    private static final int ENTERPRISES = 1024;
    private static final LocalDate DAY = LocalDate.of(Fixture.YEAR, 6, 1);

    /** Ours. */
    @State(Scope.Benchmark)
    public static class Ours {
        final Fixture fixture = new Fixture(ENTERPRISES);
        final CompiledItems compiled = new CompiledItems(fixture.all, Fixture.YEAR);
        final Matching matching = new Matching(fixture.items);
        int next;

        org.fourplusone.policy.register.Enterprise.View view() {
            next = (next + 1) & (ENTERPRISES - 1);
            return fixture.register.get(next).view(Fixture.YEAR, false, fixture.items.dictionary());
        }
    }

    /** Hand-written Java. */
    @State(Scope.Benchmark)
    public static class Hand {
        final Fixture fixture = new Fixture(ENTERPRISES);
        final HandWritten engine = new HandWritten(fixture);
        final byte[] verdicts = new byte[fixture.all.size()];
        int next;

        @Setup
        public void agree() {
            fixture.agreed("hand-written Java", engine.verdicts(new byte[ENTERPRISES * fixture.all.size()]));
        }
    }

    @Benchmark
    public byte[] handWritten(Hand hand) {
        hand.next = (hand.next + 1) & (ENTERPRISES - 1);
        hand.engine.judge.judge(hand.engine.register.get(hand.next), hand.verdicts, 0);
        return hand.verdicts;
    }

    @Benchmark
    public byte[] verdicts(Ours ours) {
        Judge judge = new Judge(ours.fixture.items, ours.view(), ours.compiled);
        byte[] verdicts = new byte[ours.fixture.all.size()];
        int at = 0;
        for (CompiledItem item : ours.compiled.items()) {
            verdicts[at++] = (byte) judge.verdict(item).ordinal();
        }
        return verdicts;
    }

    @Benchmark
    public List<Object> explained(Ours ours) {
        Judge judge = new Judge(ours.fixture.items, ours.view(), ours.compiled);
        List<Object> explained = new ArrayList<>(ours.fixture.all.size());
        for (Judgement judged : judge.all()) {
            explained.add(judged);
            explained.add(Clause.of(judged.item(), judged.best()));
        }
        return explained;
    }

    @Benchmark
    public Match whole(Ours ours) {
        return ours.matching.match(ours.view(), DAY, Map.of());
    }

    /** Not among the goals: the same in words, both languages. */
    @Benchmark
    public MatchView words(Ours ours) {
        return MatchView.of(whole(ours), DAY, new MatchView.EnterpriseView("", "", "", ""));
    }
}
