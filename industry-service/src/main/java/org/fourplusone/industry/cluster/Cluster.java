package org.fourplusone.industry.cluster;

import java.util.List;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of one taxonomy.
 *
 * @param kind {@code 4} or {@code 1} of "4+1"; null in later taxonomies
 * @param mapsTo codes of the next taxonomy that it went into; null there
 * @param chain segments by stage ({@code UP}, {@code MID}, {@code DOWN}); null in later taxonomies
 */
record Cluster(
        String code,
        @Nullable String kind,
        Text name,
        @Nullable List<String> mapsTo,
        Text summary,
        @Nullable Map<Stage, List<Segment>> chain) {

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

    /** Part of a chain, defined by classes of GB/T 4754-2017. */
    record Segment(String code, Text name, List<String> industryCodes) {}

    boolean mapsTo(String other) {
        return mapsTo != null && mapsTo.contains(other);
    }
}
