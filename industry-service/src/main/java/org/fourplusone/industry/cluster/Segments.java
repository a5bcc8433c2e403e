package org.fourplusone.industry.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourplusone.industry.cluster.Cluster.Segment;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The segments of the first taxonomy's chains. */
@Component
public class Segments {

    private static final Text OUTSIDE = Text.of("链条之外", "Outside the chain");

    private final Taxonomies taxonomies;

    Segments(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    /** The segment of a cluster's chain that an industry counts to; empty outside of it. */
    public Optional<String> of(@Nullable String cluster, String industryCode) {
        return in(cluster)
                .filter(segment -> segment.industryCodes().contains(industryCode))
                .map(Segment::code)
                .findFirst();
    }

    /** Its name; for what is no segment the words for being outside the chain. */
    public Text nameOf(String cluster, String segment) {
        return in(cluster)
                .filter(each -> each.code().equals(segment))
                .map(Segment::name)
                .findFirst()
                .orElse(OUTSIDE);
    }

    /** The segments' codes in the chain's order. */
    public List<String> codes(String cluster) {
        return in(cluster).map(Segment::code).toList();
    }

    private Stream<Segment> in(@Nullable String cluster) {
        return taxonomies.first().stream()
                .filter(each -> each.code().equals(cluster))
                .flatMap(each -> each.segments().stream());
    }
}
