package org.fourplusone.industry.figure;

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

/** The figures of the zone's two published accounts, kept apart from everything that the suite computes. */
@Component
class PublishedFigures {

    private final Contents contents;

    /** An account that figures were taken from. */
    record Source(String code, Text title, int year, String yearBasis, Text evidence) {}

    /**
     * Figures that do not go together.
     *
     * @param explanation what could have brought it about, and what is done with them here
     * @param derivations codes of the derived numbers that show it
     */
    record Contradiction(String code, List<String> figures, Text text, Text explanation, List<String> derivations) {}

    private record Contents(List<Source> sources, List<Contradiction> contradictions, List<Figure> figures) {}

    PublishedFigures(JsonMapper json) {
        try (InputStream in = new ClassPathResource("reference/figures.json").getInputStream()) {
            contents = json.readValue(in, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Figure> find(@Nullable String source, @Nullable String indicator, @Nullable String scope) {
        return contents.figures().stream()
                .filter(figure -> source == null || figure.source().equals(source))
                .filter(figure -> indicator == null || figure.indicator().equals(indicator))
                .filter(figure -> scope == null || figure.scope().equals(scope))
                .toList();
    }

    Optional<Figure> find(String id) {
        return contents.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst();
    }

    Figure get(String id) {
        return find(id).orElseThrow();
    }

    List<Source> sources() {
        return contents.sources();
    }

    Source source(String code) {
        return contents.sources().stream()
                .filter(source -> source.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<Contradiction> contradictions() {
        return contents.contradictions();
    }
}
