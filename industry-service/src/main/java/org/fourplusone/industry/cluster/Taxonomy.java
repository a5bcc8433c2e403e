package org.fourplusone.industry.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourplusone.industry.cluster.Cluster.Scope;

/**
 * The clusters as the zone named them in one year.
 *
 * @param from since when they are named so; a later taxonomy does not end an earlier one, which the programme's items keep
 */
record Taxonomy(int year, LocalDate from, List<Cluster> clusters) {

    Optional<Cluster> find(String code) {
        return clusters.stream().filter(cluster -> cluster.code().equals(code)).findFirst();
    }

    /** The clusters that an industry counts to on a day; one industry may count to several. */
    List<Cluster> of(String industryCode, LocalDate day) {
        return clusters.stream()
                .filter(cluster -> industries(cluster).stream()
                        .filter(each -> each.holdOn(day))
                        .flatMap(each -> each.codes().stream())
                        .anyMatch(industryCode::startsWith))
                .toList();
    }

    /** What counts to a cluster: its chain's segments for as long as the taxonomy is named, and what it lists besides. */
    List<Scope> industries(Cluster cluster) {
        List<Scope> all = new ArrayList<>();
        cluster.segments().forEach(segment -> all.add(new Scope(segment.industryCodes(), from, null)));
        if (cluster.industries() != null) {
            all.addAll(cluster.industries());
        }
        return all;
    }
}
