package org.fourplusone.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The starter knows how, never what: no word of the business, no cycle between its features. */
class StarterHouseTests {

    private static final List<String> BUSINESS = List.of(
            "enterprise-",
            "filing",
            "subsid",
            "cluster",
            "policy_",
            "fund",
            "award",
            "instalment",
            "eligib",
            "recovery");

    @Test
    void holdsNoBusinessWord() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();
            assertThat(sources).hasSizeGreaterThan(30);
            for (Path source : sources) {
                String text = Files.readString(source).toLowerCase(Locale.ROOT);
                for (String word : BUSINESS) {
                    assertThat(text)
                            .as(source + " holds the business word " + word)
                            .doesNotContain(word);
                }
            }
        }
    }

    @Test
    void itsFeaturesHaveNoCycle() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.fourplusone.starter");
        assertThat(classes).hasSizeGreaterThan(25);
        SlicesRuleDefinition.slices()
                .matching("org.fourplusone.starter.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
