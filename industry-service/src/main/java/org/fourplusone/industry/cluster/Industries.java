package org.fourplusone.industry.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * GB/T 4754-2017 as far as the project uses it: all 97 divisions, and the classes of the clusters, their chains and the
 * sample. A class code of four digits in one of the divisions is taken even if its class is not here: the list is not the
 * whole standard, so such a code is shown without a name ({@code known: false}) instead of being refused.
 */
@Component
public class Industries {

    private final List<Industry> divisions;
    private final List<Industry> classes;
    private final Map<String, Text> names = new LinkedHashMap<>();

    /** A division (two digits) or class (four). */
    public record Industry(String code, Text name) {}

    private record Resource(String note, List<Industry> divisions, List<Industry> classes) {}

    Industries(JsonMapper json) {
        Resource resource;
        try (InputStream in = new ClassPathResource("reference/industries.json").getInputStream()) {
            resource = json.readValue(in, Resource.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        divisions = resource.divisions();
        classes = resource.classes();
        divisions.forEach(each -> names.put(each.code(), each.name()));
        classes.forEach(each -> names.put(each.code(), each.name()));
    }

    /** A division's or class's name; null for a class that is not listed here. */
    public @Nullable Text nameOf(String code) {
        return names.get(code);
    }

    List<Industry> divisions() {
        return divisions;
    }

    List<Industry> classes() {
        return classes;
    }
}
