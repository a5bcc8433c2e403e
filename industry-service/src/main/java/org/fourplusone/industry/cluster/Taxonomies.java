package org.fourplusone.industry.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The zone's clusters as it named them in 2019 (five, "4+1") and in 2024 (four). Enterprises are assigned to those of
 * 2019; the later ones are added up from what maps to them, never overwritten. Which industries count to a cluster is
 * dated, and one industry may count to several.
 */
@Component
public class Taxonomies {

    static final int FIRST = 2019;
    private static final Text NONE = Text.of("不属任一集群", "In no cluster");

    private final List<Taxonomy> taxonomies;

    private record Resource(List<Taxonomy> taxonomies) {}

    /**
     * A cluster that an enterprise belongs to on a day.
     *
     * @param taxonomy 2019 or 2024
     * @param primary the one that statistics count it to
     * @param by {@code INDUSTRY_CODE} or {@code ENTRY}: the register says so although the industry does not
     */
    public record Belonging(int taxonomy, String code, Text name, boolean primary, String by) {}

    Taxonomies(JsonMapper json) {
        try (InputStream in = new ClassPathResource("reference/clusters.json").getInputStream()) {
            taxonomies = json.readValue(in, Resource.class).taxonomies();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Taxonomy> all() {
        return taxonomies;
    }

    Optional<Taxonomy> of(int year) {
        return taxonomies.stream().filter(taxonomy -> taxonomy.year() == year).findFirst();
    }

    /** @throws Problem 400 naming the years that there are */
    Taxonomy require(int year) {
        return of(year).orElseThrow(() -> Problem.invalid(new FieldProblem(
                "taxonomy",
                "UNKNOWN_VALUE",
                String.join(
                        ", ",
                        taxonomies.stream()
                                .map(taxonomy -> String.valueOf(taxonomy.year()))
                                .toList()))));
    }

    List<Cluster> first() {
        return of(FIRST).orElseThrow().clusters();
    }

    /** The clusters of 2019 that a cluster of any taxonomy is made of; itself if it is one of them. */
    List<Cluster> parts(Cluster cluster) {
        return first().contains(cluster)
                ? List.of(cluster)
                : first().stream().filter(part -> part.mapsTo(cluster.code())).toList();
    }

    /** The codes that enterprises are assigned to, in the programme's order. */
    public List<String> codes() {
        return first().stream().map(Cluster::code).toList();
    }

    public boolean isCluster(String code) {
        return codes().contains(code);
    }

    /** The cluster's name; for null and {@code NONE} the words for being in no cluster. */
    public Text nameOf(@Nullable String code) {
        return first().stream()
                .filter(cluster -> cluster.code().equals(code))
                .map(Cluster::name)
                .findFirst()
                .orElse(NONE);
    }

    /** The industries of a segment of a chain, as class codes; nothing if there is no such segment. */
    public Optional<List<String>> segment(String cluster, String segment) {
        return first().stream()
                .filter(each -> each.code().equals(cluster))
                .flatMap(each -> each.segments().stream())
                .filter(each -> each.code().equals(segment))
                .map(Cluster.Segment::industryCodes)
                .findFirst();
    }

    /**
     * The clusters that an enterprise belongs to on a day, in every taxonomy named by then: those of its industry, and the
     * primary one of its entry with what that went into.
     */
    public List<Belonging> belonging(String industryCode, @Nullable String primary, LocalDate day) {
        List<Belonging> all = new ArrayList<>();
        for (Taxonomy taxonomy : taxonomies) {
            if (day.isBefore(taxonomy.from())) {
                continue;
            }
            List<Cluster> byIndustry = taxonomy.of(industryCode, day);
            for (Cluster cluster : taxonomy.clusters()) {
                boolean isPrimary =
                        parts(cluster).stream().anyMatch(part -> part.code().equals(primary));
                if (isPrimary || byIndustry.contains(cluster)) {
                    all.add(new Belonging(
                            taxonomy.year(),
                            cluster.code(),
                            cluster.name(),
                            isPrimary,
                            byIndustry.contains(cluster) ? "INDUSTRY_CODE" : "ENTRY"));
                }
            }
        }
        return all;
    }
}
