package org.fourplusone.industry.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The zone's clusters as it named them in 2019 (five, "4+1") and in 2024 (four). Enterprises are assigned to those of
 * 2019; the later ones are added up from what maps to them, never overwritten.
 */
@Component
public class Taxonomies {

    static final int FIRST = 2019;
    private static final Text NONE = Text.of("不属任一集群", "In no cluster");

    private final List<Taxonomy> taxonomies;

    /** The clusters named in one year. */
    record Taxonomy(int year, List<Cluster> clusters) {}

    private record Resource(List<Taxonomy> taxonomies) {}

    Taxonomies(JsonMapper json) {
        try (InputStream in = new ClassPathResource("reference/clusters.json").getInputStream()) {
            taxonomies = json.readValue(in, Resource.class).taxonomies();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Integer> years() {
        return taxonomies.stream().map(Taxonomy::year).toList();
    }

    Optional<Taxonomy> of(int year) {
        return taxonomies.stream().filter(taxonomy -> taxonomy.year == year).findFirst();
    }

    List<Cluster> first() {
        return of(FIRST).orElseThrow().clusters();
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
}
