package org.fourplusone.industry.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.industry.cluster.Membership.Count;
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
    private final Industries industries;
    private final Clock clock;

    ClusterController(Taxonomies taxonomies, Membership membership, Industries industries, Clock clock) {
        this.taxonomies = taxonomies;
        this.membership = membership;
        this.industries = industries;
        this.clock = clock;
    }

    /**
     * A cluster with the number of enterprises in it.
     *
     * @param from since when the zone names its clusters so
     * @param enterprises those whose primary cluster it is; each enterprise counts once
     * @param members those whose industry counts to it; one enterprise may be a member of several
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counted(
            String code,
            Text name,
            int taxonomy,
            LocalDate from,
            @Nullable String kind,
            Text summary,
            int enterprises,
            int aboveScale,
            int members,
            @Nullable List<String> mapsTo,
            @Nullable List<String> mapsFrom,
            @Nullable Text mapping) {}

    /** Where a cluster of the first taxonomy went. */
    record Succession(String from, Text fromName, String to, Text toName, Text text) {}

    /** A part of a later cluster that no earlier one held. */
    record Widening(String to, Text toName, Text text) {}

    /**
     * How the taxonomies hang together.
     *
     * @param withoutSuccessor industries that counted to a cluster of the first and count to none of the last
     */
    record Mapping(
            int from,
            int to,
            List<Succession> successions,
            List<Widening> widened,
            List<Industries.Industry> withoutSuccessor) {}

    @GetMapping
    @Operation(
            summary = "The clusters of a taxonomy (2019: five, 2024: four) with their enterprises, now or on a day",
            description = "enterprises counts by primary cluster, members by industry code as dated.")
    List<Counted> list(
            @RequestParam(defaultValue = "2019") int taxonomy,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        Taxonomy asked = taxonomies.require(taxonomy);
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Membership.Parts parts = membership.parts(asOf);
        return asked.clusters().stream()
                .map(cluster -> counted(cluster, asked, parts, day))
                .toList();
    }

    private Counted counted(Cluster cluster, Taxonomy taxonomy, Membership.Parts parts, LocalDate day) {
        List<String> primary =
                taxonomies.parts(cluster).stream().map(Cluster::code).toList();
        Count count = parts.of(part -> primary.contains(part.cluster()));
        Count members = parts.of(part -> primary.contains(part.cluster())
                || taxonomy.of(part.industryCode(), day).contains(cluster));
        return new Counted(
                cluster.code(),
                cluster.name(),
                taxonomy.year(),
                taxonomy.from(),
                cluster.kind(),
                cluster.summary(),
                count.enterprises(),
                count.aboveScale(),
                members.enterprises(),
                cluster.mapsTo(),
                cluster.mapsTo() == null ? primary : null,
                cluster.mapping() == null ? cluster.widened() : cluster.mapping());
    }

    @GetMapping("/mapping")
    @Operation(summary = "Which cluster of 2019 went into which of 2024, what is new there and what has no successor")
    Mapping mapping() {
        List<Taxonomy> all = taxonomies.all();
        Taxonomy first = all.get(0);
        Taxonomy last = all.get(all.size() - 1);
        List<Succession> successions = first.clusters().stream()
                .flatMap(cluster -> (cluster.mapsTo() == null ? List.<String>of() : cluster.mapsTo())
                        .stream()
                                .map(to -> new Succession(
                                        cluster.code(),
                                        cluster.name(),
                                        to,
                                        last.find(to).orElseThrow().name(),
                                        cluster.mapping() == null ? cluster.summary() : cluster.mapping())))
                .toList();
        List<Widening> widened = last.clusters().stream()
                .flatMap(cluster -> cluster.widened() == null
                        ? java.util.stream.Stream.of()
                        : java.util.stream.Stream.of(new Widening(cluster.code(), cluster.name(), cluster.widened())))
                .toList();
        List<Industries.Industry> without = industries.classes().stream()
                .filter(each -> !first.of(each.code(), first.from()).isEmpty()
                        && last.of(each.code(), last.from()).isEmpty())
                .toList();
        return new Mapping(first.year(), last.year(), successions, widened, without);
    }

    @GetMapping("/{code}/chain")
    @Operation(
            summary =
                    "A cluster's chain, upstream to downstream, with enterprises per segment and its gaps by local demand",
            description = "Numbers of enterprises are public; who they are is told by"
                    + " /enterprises?cluster=&segment= to those who may read the register.")
    ChainMap chain(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
        Cluster cluster = taxonomies.all().stream()
                .flatMap(taxonomy -> taxonomy.find(code).stream())
                .findFirst()
                .orElseThrow(Problem::notFound);
        return ChainMap.of(cluster, taxonomies.parts(cluster), membership.parts(asOf), industries);
    }
}
