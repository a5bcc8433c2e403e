package org.fourplusone.industry.statistics;

import java.util.Comparator;
import java.util.List;
import org.fourplusone.industry.cluster.Industries;
import org.fourplusone.industry.cluster.Segments;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.confidentiality.Cut;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of groups and the order in which people expect them. */
@Component
class GroupNames {

    private static final String NONE = "NONE";
    private static final List<String> SIZES = List.of("L", "M", "S", "XS");

    private final Taxonomies taxonomies;
    private final Segments segments;
    private final Industries industries;

    GroupNames(Taxonomies taxonomies, Segments segments, Industries industries) {
        this.taxonomies = taxonomies;
        this.segments = segments;
        this.industries = industries;
    }

    /** The cluster in a code such as {@code NEV/BATTERY}; the code itself where it is simple. */
    static String first(String code) {
        int slash = code.indexOf('/');
        return slash < 0 ? code : code.substring(0, slash);
    }

    /** The segment or size class in a code. */
    static String second(String code) {
        return code.substring(code.indexOf('/') + 1);
    }

    Text ofCluster(String cluster) {
        return taxonomies.nameOf(cluster);
    }

    Text ofSegment(String cluster, String segment) {
        return segments.nameOf(cluster, segment);
    }

    /** Null for a class that is not listed. */
    @Nullable
    Text ofIndustry(String industry) {
        return industries.nameOf(industry);
    }

    /** Whether there is a group of this code; {@code NONE} is what is in none. */
    boolean knows(String name, String code) {
        return switch (name) {
            case "cluster" -> code.equals(NONE) || taxonomies.codes().contains(code);
            case "sizeClass" -> code.equals(NONE) || SIZES.contains(code);
            case "segment" ->
                code.equals(NONE)
                        || taxonomies.codes().stream()
                                .anyMatch(cluster -> segments.codes(cluster).contains(code));
            default -> code.matches("\\d{4}");
        };
    }

    /** Clusters as the programme orders them, in them segments along the chain and sizes from large to small. */
    Comparator<String> order(Cut cut) {
        Comparator<String> byCluster = Comparator.comparingInt(code -> place(taxonomies.codes(), first(code)));
        return switch (cut) {
            case TOTAL, INDUSTRY -> Comparator.naturalOrder();
            case CLUSTER -> byCluster;
            case CLUSTER_SIZE -> byCluster.thenComparingInt(code -> place(SIZES, second(code)));
            case SEGMENT -> byCluster.thenComparingInt(code -> place(segments.codes(first(code)), second(code)));
        };
    }

    private static int place(List<String> order, String code) {
        int at = order.indexOf(code);
        return at < 0 ? order.size() : at;
    }
}
