package org.fourplusone.industry.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The loader of each kind of file. */
@Component
class Loaders {

    private final Map<ImportKind, Loader> loaders;

    Loaders(List<Loader> loaders) {
        this.loaders = loaders.stream().collect(Collectors.toMap(Loader::kind, Function.identity()));
    }

    Loader of(ImportKind kind) {
        return Objects.requireNonNull(loaders.get(kind), kind::name);
    }
}
