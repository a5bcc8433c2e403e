package org.fourplusone.policy.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures and prints the table: medians of processor time, each beside its reference of the same run. */
public final class Bench {

    private static final int[] SIZES = {13_633, 136_330, 1_363_300, 3_000_000};

    private final Map<String, Double> medians = new HashMap<>();
    private final List<String[]> table = new ArrayList<>();

    private Bench() {}

    /** @param arguments {@code short} or {@code long}, then regular expressions of what to measure */
    public static void main(String[] arguments) throws RunnerException {
        boolean isLong = arguments.length > 0 && arguments[0].equals("long");
        Bench bench = new Bench();
        String only = arguments.length > 1 ? arguments[1] : ".*";
        if (!only.equals("growth")) {
            bench.measure(isLong, only);
        }
        bench.rows();
        if (only.equals(".*") || only.equals("growth")) {
            bench.growth();
        }
        bench.print(isLong);
    }

    private void measure(boolean isLong, String only) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\.(WholeRegister|OneEnterprise)Bench\\..*" + only)
                .mode(Mode.AverageTime)
                .timeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(isLong ? 5 : 3)
                .warmupTime(TimeValue.seconds(isLong ? 3 : 2))
                .measurementIterations(isLong ? 11 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL);
        for (RunResult result : new Runner(options.build()).run()) {
            List<Double> values = new ArrayList<>();
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult each : fork.getIterationResults()) {
                    values.add(each.getSecondaryResults().get(CpuTime.NAME).getScore());
                }
            }
            values.sort(null);
            String name = result.getParams().getBenchmark();
            medians.put(name.replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""), values.get(values.size() / 2));
        }
    }

    private void rows() {
        String whole = "WholeRegisterBench.";
        String one = "OneEnterpriseBench.";
        row("register, verdicts: hand-written Java", whole + "handWritten", null, 0, false);
        row("register, verdicts: Drools 10.2", whole + "drools", null, 0, false);
        row("register, verdicts: CEL 0.14", whole + "cel", null, 0, false);
        row("register, verdicts: ours, against hand-written", whole + "verdicts", whole + "handWritten", 6, true);
        row("register, verdicts: ours, against Drools", whole + "verdicts", whole + "drools", 80, true);
        row("register, verdicts: ours, against CEL", whole + "verdicts", whole + "cel", 80, true);
        row("register, every condition kept, against verdicts", whole + "kept", whole + "verdicts", 1.5, false);
        row("register, amounts and line totals, against verdicts", whole + "amounts", whole + "verdicts", 5, false);
        row("one enterprise, verdicts: hand-written Java", one + "handWritten", null, 0, false);
        row("one enterprise, verdicts", one + "verdicts", one + "handWritten", 2, false);
        row("one enterprise, explained", one + "explained", one + "handWritten", 5, false);
        row("one enterprise, all of the answer", one + "whole", one + "handWritten", 12, false);
    }

    /** @param isFaster the goal is so many times faster, or else so many times the time at most */
    private void row(String work, String name, String reference, double goal, boolean isFaster) {
        Double median = medians.get(name);
        Double other = reference == null ? null : medians.get(reference);
        if (median == null) {
            return;
        }
        if (other == null) {
            add(work, time(median), "", "", "");
            return;
        }
        double ratio = isFaster ? other / median : median / other;
        boolean isMet = isFaster ? ratio >= goal : ratio <= goal;
        String sign = isFaster ? "faster, \u2265 " : "\u2264 ";
        add(work, time(median), number(ratio) + "\u00d7", sign + number(goal) + "\u00d7", isMet ? "met" : "MISSED");
    }

    private void growth() {
        List<Growth.Size> sizes = Growth.measured(SIZES);
        for (Growth.Size each : sizes) {
            double ratio = each.nanosEach() / sizes.get(0).nanosEach();
            boolean isFirst = each == sizes.get(0);
            add(
                    "growth, %,d enterprises, %,d B each".formatted(each.enterprises(), each.bytesEach()),
                    time(each.nanosEach()) + " each",
                    isFirst ? "" : number(ratio) + "\u00d7",
                    isFirst ? "" : "\u2264 1.3\u00d7",
                    isFirst ? "" : ratio <= 1.3 ? "met" : "MISSED");
        }
    }

    private void add(String... cells) {
        table.add(cells);
    }

    private static String time(double nanos) {
        return nanos < 1e4 ? number(nanos) + " ns" : nanos < 1e7 ? number(nanos / 1e3) + " \u00b5s" : number(nanos / 1e6) + " ms";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    private void print(boolean isLong) {
        System.out.printf(
                "%nJDK %s, %d processors, seed %d, %,d enterprises \u00d7 51 items, %s run, processor time, medians%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Fixture.SEED,
                Fixture.ENTERPRISES,
                isLong ? "long" : "short");
        System.out.println("| work | median | ratio | goal | |\n|---|---|---|---|---|");
        table.forEach(cells -> System.out.println("| " + String.join(" | ", cells) + " |"));
        System.out.println("\nAll engines gave the same verdict for every enterprise and item. Nobody was granted anything"
                + " before, and amounts are measured in ours alone: the references do neither. Growth: columns only, the"
                + " same enterprises again in new blocks.");
    }
}
