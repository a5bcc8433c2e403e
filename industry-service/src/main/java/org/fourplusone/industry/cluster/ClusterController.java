package org.fourplusone.industry.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.cluster.Cluster.Segment;
import org.fourplusone.industry.cluster.Cluster.Stage;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/clusters")
@Tag(name = "Clusters")
class ClusterController {

    private final Taxonomies taxonomies;
    private final Membership membership;

    ClusterController(Taxonomies taxonomies, Membership membership) {
        this.taxonomies = taxonomies;
        this.membership = membership;
    }

    /** A cluster with the number of enterprises in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counted(
            String code,
            Text name,
            int taxonomy,
            @Nullable String kind,
            Text summary,
            int enterprises,
            int aboveScale,
            @Nullable List<String> mapsTo,
            @Nullable List<String> mapsFrom) {}

    /** A segment with its enterprises; {@code gap} says that none ({@code NONE}) or only one ({@code ONE}) is here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountedSegment(
            String code,
            Text name,
            List<String> industryCodes,
            int enterprises,
            int aboveScale,
            @Nullable String gap) {}

    record CountedStage(Stage stage, Text name, List<CountedSegment> segments) {}

    record Chain(String cluster, Text name, List<CountedStage> stages) {}

    @GetMapping
    @Operation(summary = "The clusters of a taxonomy (2019: five, 2024: four) with their enterprises")
    List<Counted> list(@RequestParam(defaultValue = "2019") int taxonomy) {
        Map<String, Membership.Count> counts = membership.byCluster();
        return taxonomies
                .of(taxonomy)
                .orElseThrow(() -> Problem.invalid(new FieldProblem("taxonomy", "UNKNOWN_VALUE", years())))
                .clusters()
                .stream()
                .map(cluster -> taxonomy == Taxonomies.FIRST
                        ? counted(cluster, taxonomy, List.of(cluster), counts, null)
                        : merged(cluster, taxonomy, counts))
                .toList();
    }

    private Counted merged(Cluster cluster, int taxonomy, Map<String, Membership.Count> counts) {
        List<Cluster> parts = taxonomies.first().stream()
                .filter(part -> part.mapsTo(cluster.code()))
                .toList();
        return counted(
                cluster,
                taxonomy,
                parts,
                counts,
                parts.stream().map(Cluster::code).toList());
    }

    private static Counted counted(
            Cluster cluster,
            int taxonomy,
            List<Cluster> parts,
            Map<String, Membership.Count> counts,
            @Nullable List<String> mapsFrom) {
        Membership.Count sum = parts.stream()
                .map(part -> counts.getOrDefault(part.code(), Membership.Count.ZERO))
                .reduce(Membership.Count.ZERO, Membership.Count::plus);
        return new Counted(
                cluster.code(),
                cluster.name(),
                taxonomy,
                cluster.kind(),
                cluster.summary(),
                sum.enterprises(),
                sum.aboveScale(),
                cluster.mapsTo(),
                mapsFrom);
    }

    @GetMapping("/{code}/chain")
    @Operation(summary = "A cluster's chain, upstream to downstream, with enterprises per segment and gaps")
    Chain chain(@PathVariable String code) {
        Cluster cluster = taxonomies.first().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
        Map<Stage, List<Segment>> chain = cluster.chain() == null ? Map.of() : cluster.chain();
        Map<String, Membership.Count> counts = membership.byIndustryCode(code);
        List<CountedStage> stages = chain.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new CountedStage(
                        entry.getKey(),
                        entry.getKey().text,
                        entry.getValue().stream()
                                .map(segment -> segment(segment, counts))
                                .toList()))
                .toList();
        return new Chain(code, cluster.name(), stages);
    }

    private static CountedSegment segment(Segment segment, Map<String, Membership.Count> counts) {
        Membership.Count sum = segment.industryCodes().stream()
                .map(industry -> counts.getOrDefault(industry, Membership.Count.ZERO))
                .reduce(Membership.Count.ZERO, Membership.Count::plus);
        String gap = sum.enterprises() == 0 ? "NONE" : sum.enterprises() == 1 ? "ONE" : null;
        return new CountedSegment(
                segment.code(), segment.name(), segment.industryCodes(), sum.enterprises(), sum.aboveScale(), gap);
    }

    private String years() {
        return String.join(
                ", ", taxonomies.years().stream().map(String::valueOf).toList());
    }
}
