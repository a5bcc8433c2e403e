package org.fourplusone.industry.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fourplusone.industry.cluster.Cluster.Segment;
import org.fourplusone.industry.cluster.Cluster.Stage;
import org.fourplusone.industry.cluster.Membership.Count;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A cluster's chain with the zone's active enterprises in each segment, counted by their industry whatever their primary
 * cluster.
 *
 * <p>A gap is a segment with none or one enterprise. Gaps are ranked by local demand: the active enterprises of the zone
 * in the segments that need it ({@code neededBy}: they buy from it, or sell through it), each counted once; first by how
 * many of them are above scale, then by how many there are. Only numbers of enterprises go into it, so that the ranking
 * tells nobody's turnover.
 *
 * @param gaps all gaps, greatest demand first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChainMap(String cluster, Text name, List<StageMap> stages, List<Gap> gaps, Text definition) {

    private static final Text DEFINITION = Text.of(
            "环节企业数按国民经济行业小类统计区内存续企业；没有或只有一家企业的环节为缺失环节。本地需求＝需要该环节（向其采购或经其销售）的各环节的区内存续企业数，先比规上企业数，再比企业总数。",
            "Segments count the zone's active enterprises by industry class; a segment with none or one is a gap. Local demand is"
                    + " the number of active enterprises in the segments that need it (they buy from it or sell through it): first"
                    + " those above scale, then all.");

    record StageMap(Stage stage, Text name, List<SegmentMap> segments) {}

    /** A class with its name; null for one that is not listed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IndustryName(String code, @Nullable Text name) {}

    /**
     * A segment with its enterprises.
     *
     * @param cluster the cluster of 2019 that the segment belongs to
     * @param gap says that none ({@code NONE}) or only one ({@code ONE}) is here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SegmentMap(
            String cluster,
            String code,
            Text name,
            List<String> industryCodes,
            List<IndustryName> industries,
            int enterprises,
            int aboveScale,
            List<String> neededBy,
            @Nullable String gap) {}

    /**
     * A gap with its rank.
     *
     * @param demand enterprises in the segments that need it
     * @param demandAboveScale those of them above scale
     */
    record Gap(
            int rank,
            String cluster,
            String segment,
            Text name,
            Stage stage,
            int enterprises,
            int demand,
            int demandAboveScale) {}

    /** @param parts the clusters of the first taxonomy whose chains make it up */
    static ChainMap of(Cluster cluster, List<Cluster> parts, Membership.Parts register, Industries industries) {
        Map<Stage, List<SegmentMap>> stages = new TreeMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Cluster part : parts) {
            part.stages().forEach((stage, segments) -> {
                for (Segment segment : segments) {
                    Count count = register.inIndustries(segment.industryCodes());
                    String gap = count.enterprises() == 0 ? "NONE" : count.enterprises() == 1 ? "ONE" : null;
                    stages.computeIfAbsent(stage, key -> new ArrayList<>())
                            .add(segment(part, segment, count, gap, industries));
                    if (gap != null) {
                        Count demand = demand(part, segment, register);
                        gaps.add(new Gap(
                                0,
                                part.code(),
                                segment.code(),
                                segment.name(),
                                stage,
                                count.enterprises(),
                                demand.enterprises(),
                                demand.aboveScale()));
                    }
                }
            });
        }
        return new ChainMap(
                cluster.code(),
                cluster.name(),
                stages.entrySet().stream()
                        .map(entry -> new StageMap(entry.getKey(), entry.getKey().text, entry.getValue()))
                        .toList(),
                ranked(gaps),
                DEFINITION);
    }

    private static SegmentMap segment(
            Cluster part, Segment segment, Count count, @Nullable String gap, Industries industries) {
        return new SegmentMap(
                part.code(),
                segment.code(),
                segment.name(),
                segment.industryCodes(),
                segment.industryCodes().stream()
                        .map(code -> new IndustryName(code, industries.nameOf(code)))
                        .toList(),
                count.enterprises(),
                count.aboveScale(),
                segment.neededBy(),
                gap);
    }

    private static Count demand(Cluster part, Segment segment, Membership.Parts register) {
        List<String> codes = part.segments().stream()
                .filter(each -> segment.neededBy().contains(each.code()))
                .flatMap(each -> each.industryCodes().stream())
                .distinct()
                .toList();
        return register.inIndustries(codes);
    }

    /** Greatest demand first; equal demand has equal rank. */
    private static List<Gap> ranked(List<Gap> gaps) {
        List<Gap> sorted = gaps.stream()
                .sorted(Comparator.comparingInt(Gap::demandAboveScale)
                        .thenComparingInt(Gap::demand)
                        .reversed()
                        .thenComparing(Gap::segment))
                .toList();
        List<Gap> ranked = new ArrayList<>();
        for (Gap gap : sorted) {
            Gap before = ranked.isEmpty() ? null : ranked.get(ranked.size() - 1);
            boolean same =
                    before != null && before.demand == gap.demand && before.demandAboveScale == gap.demandAboveScale;
            int rank = before != null && same ? before.rank : ranked.size() + 1;
            ranked.add(new Gap(
                    rank,
                    gap.cluster,
                    gap.segment,
                    gap.name,
                    gap.stage,
                    gap.enterprises,
                    gap.demand,
                    gap.demandAboveScale));
        }
        return ranked;
    }
}
