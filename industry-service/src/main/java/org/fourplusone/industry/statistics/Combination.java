package org.fourplusone.industry.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.industry.confidentiality.Numbers;
import org.fourplusone.industry.statistics.Period.Grain;

/** The combinations that are published; nothing else is, so that they can be protected together. */
enum Combination {
    CLUSTER_MONTH(Cut.CLUSTER, Grain.MONTH, "cluster", "month"),
    CLUSTER_QUARTER(Cut.CLUSTER, Grain.QUARTER, "cluster", "quarter"),
    CLUSTER_YEAR(Cut.CLUSTER, Grain.YEAR, "cluster", "year"),
    CLUSTER_SIZE_QUARTER(Cut.CLUSTER_SIZE, Grain.QUARTER, "cluster", "sizeClass", "quarter"),
    SEGMENT_YEAR(Cut.SEGMENT, Grain.YEAR, "segment", "year"),
    INDUSTRY_YEAR(Cut.INDUSTRY, Grain.YEAR, "industry", "year");

    final Cut cut;
    final Grain grain;
    private final List<String> names;

    Combination(Cut cut, Grain grain, String... names) {
        this.cut = cut;
        this.grain = grain;
        this.names = List.of(names);
    }

    /** As in {@code by}: {@code cluster,quarter}. */
    String by() {
        return String.join(",", names);
    }

    /** What its rows can be narrowed to. */
    List<String> cutNames() {
        return switch (this) {
            case CLUSTER_MONTH, CLUSTER_QUARTER, CLUSTER_YEAR -> List.of("cluster");
            case CLUSTER_SIZE_QUARTER -> List.of("cluster", "sizeClass");
            case SEGMENT_YEAR -> List.of("cluster", "segment");
            case INDUSTRY_YEAR -> List.of("industry");
        };
    }

    static List<String> published() {
        return Arrays.stream(values()).map(Combination::by).toList();
    }

    /** The combination of these names in any order. */
    static Optional<Combination> of(String by) {
        List<String> parts = List.of(by.split(",", -1));
        return Arrays.stream(values())
                .filter(each ->
                        parts.size() == each.names.size() && Set.copyOf(parts).equals(Set.copyOf(each.names)))
                .findFirst();
    }

    /** The cuts whose sums are stored for a kind of period; the total goes with each. */
    static Set<Cut> cuts(Grain grain) {
        return switch (grain) {
            case MONTH -> Numbers.MONTH;
            case QUARTER -> Numbers.QUARTER;
            case YEAR -> Set.of(Cut.TOTAL, Cut.CLUSTER, Cut.SEGMENT, Cut.INDUSTRY);
        };
    }
}
