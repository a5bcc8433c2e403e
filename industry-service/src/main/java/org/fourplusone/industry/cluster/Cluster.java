package org.fourplusone.industry.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of one taxonomy.
 *
 * @param kind {@code 4} or {@code 1} of "4+1"; null in later taxonomies
 * @param mapsTo codes of the next taxonomy that it went into; null there
 * @param mapping how it went there; null in the last taxonomy
 * @param widened what it holds that no earlier cluster held; null in the first taxonomy
 * @param chain segments by stage ({@code UP}, {@code MID}, {@code DOWN}); null in later taxonomies
 * @param industries what counts to it besides the segments of its chain
 */
record Cluster(
        String code,
        @Nullable String kind,
        Text name,
        @Nullable List<String> mapsTo,
        @Nullable Text mapping,
        @Nullable Text widened,
        Text summary,
        @Nullable Map<Stage, List<Segment>> chain,
        @Nullable List<Scope> industries) {

    /** Place in the chain. */
    enum Stage {
        UP(Text.of("上游", "Upstream")),
        MID(Text.of("中游", "Midstream")),
        DOWN(Text.of("下游", "Downstream"));

        final Text text;

        Stage(Text text) {
            this.text = text;
        }
    }

    /**
     * Part of a chain, defined by classes of GB/T 4754-2017.
     *
     * @param neededBy segments of the same chain that buy from it or sell through it: the local demand for it
     */
    record Segment(String code, Text name, List<String> industryCodes, List<String> neededBy) {}

    /**
     * Classes, groups or divisions of GB/T 4754-2017 that count to a cluster for a time.
     *
     * @param codes beginnings of class codes, 2 to 4 digits
     * @param from first day
     * @param until the day from which they no longer count; null for in force
     */
    record Scope(
            List<String> codes, LocalDate from, @Nullable LocalDate until) {

        boolean holdOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    boolean mapsTo(String other) {
        return mapsTo != null && mapsTo.contains(other);
    }

    Map<Stage, List<Segment>> stages() {
        return chain == null ? Map.of() : chain;
    }

    /** All segments, upstream first. */
    List<Segment> segments() {
        return stages().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(stage -> stage.getValue().stream())
                .toList();
    }
}
