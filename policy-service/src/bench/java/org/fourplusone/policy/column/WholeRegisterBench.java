package org.fourplusone.policy.column;

import java.util.List;
import org.fourplusone.policy.match.Judge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rows 1 to 3: the whole register. Each engine must first have given the same verdicts as ours. */
public class WholeRegisterBench {

    /** Ours. */
    @State(Scope.Benchmark)
    public static class Ours {
        final Fixture fixture = new Fixture(Fixture.ENTERPRISES);

        @Setup
        public void agree() {
            byte[] verdicts = fixture.verdicts();
            byte[] judged = new byte[verdicts.length];
            int at = 0;
            for (var enterprise : fixture.register) {
                Judge judge = new Judge(
                        fixture.items, enterprise.view(Fixture.YEAR, false, fixture.items.dictionary()));
                for (var item : fixture.all) {
                    judged[at++] = (byte) judge.judge(item).verdict().ordinal();
                }
            }
            fixture.agreed("the judge of single enterprises", judged);
        }
    }

    /** Hand-written Java. */
    @State(Scope.Benchmark)
    public static class Hand {
        final Fixture fixture = new Fixture(Fixture.ENTERPRISES);
        final HandWritten engine = new HandWritten(fixture);
        final byte[] verdicts = new byte[Fixture.ENTERPRISES * fixture.all.size()];

        @Setup
        public void agree() {
            fixture.agreed("hand-written Java", engine.verdicts(verdicts));
        }
    }

    /** Drools. */
    @State(Scope.Benchmark)
    public static class Drools {
        final Fixture fixture = new Fixture(Fixture.ENTERPRISES);
        final DroolsRules engine = new DroolsRules(fixture, new HandWritten(fixture));
        final byte[] verdicts = new byte[Fixture.ENTERPRISES * fixture.all.size()];

        @Setup
        public void agree() {
            fixture.agreed("Drools", engine.verdicts(verdicts));
        }
    }

    /** CEL. */
    @State(Scope.Benchmark)
    public static class Cel {
        final Fixture fixture = new Fixture(Fixture.ENTERPRISES);
        final CelRules engine = new CelRules(fixture);
        final byte[] verdicts = new byte[Fixture.ENTERPRISES * fixture.all.size()];

        @Setup
        public void agree() {
            fixture.agreed("CEL", engine.verdicts(verdicts));
        }
    }

    @Benchmark
    public List<ItemRun> verdicts(Ours ours) {
        return ours.fixture.judged(ours.fixture.columns, false);
    }

    @Benchmark
    public byte[] handWritten(Hand hand) {
        return hand.engine.verdicts(hand.verdicts);
    }

    @Benchmark
    public byte[] drools(Drools drools) {
        return drools.engine.verdicts(drools.verdicts);
    }

    @Benchmark
    public byte[] cel(Cel cel) {
        return cel.engine.verdicts(cel.verdicts);
    }

    @Benchmark
    public Object kept(Ours ours) {
        return ours.fixture.kept();
    }

    @Benchmark
    public long[] amounts(Ours ours) {
        long[] lines = new long[2 * org.fourplusone.policy.item.Item.ProgrammeLine.values().length];
        for (ItemRun run : ours.fixture.judged(ours.fixture.columns, true)) {
            int line = run.item().line().ordinal();
            lines[2 * line] += run.certainFen();
            long possible = run.possibleFen();
            lines[2 * line + 1] = possible == ItemRun.UNBOUNDED || lines[2 * line + 1] == ItemRun.UNBOUNDED
                    ? ItemRun.UNBOUNDED
                    : lines[2 * line + 1] + possible;
        }
        return lines;
    }
}
