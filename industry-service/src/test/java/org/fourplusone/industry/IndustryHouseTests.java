package org.fourplusone.industry;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class IndustryHouseTests {

    private static final String HOME = "org.fourplusone.industry.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fourplusone.industry");

    @Test
    void hasArrowsThatOnlyRunDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("top")
                .definedBy(HOME + "sample", HOME + "bulletin", HOME + "imports", HOME + "keyenterprise")
                .layer("upper")
                .definedBy(HOME + "statistics")
                .layer("middle")
                .definedBy(HOME + "fact", HOME + "report", HOME + "project", HOME + "figure")
                .layer("ground")
                .definedBy(HOME + "enterprise", HOME + "cluster", HOME + "confidentiality", HOME + "spreadsheet")
                .whereLayer("top")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("upper")
                .mayOnlyBeAccessedByLayers("top")
                .whereLayer("middle")
                .mayOnlyBeAccessedByLayers("top", "upper")
                .whereLayer("ground")
                .mayOnlyBeAccessedByLayers("top", "upper", "middle")
                .check(CLASSES);
        slices().matching(HOME + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void hidesMostOfItsTypes() {
        long all = CLASSES.stream().filter(each -> each.isTopLevelClass()).count();
        long hidden = CLASSES.stream()
                .filter(each -> each.isTopLevelClass())
                .filter(each -> !each.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(all).isGreaterThan(40);
        assertThat(hidden * 100 / all).isGreaterThanOrEqualTo(60);
    }

    @Test
    void saysEveryProblemInBothLanguages() throws IOException {
        assertThat(texts("en").stringPropertyNames()).isEqualTo(texts("zh").stringPropertyNames());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = IndustryHouseTests.class.getResourceAsStream("/problems_" + language + ".properties")) {
            assertThat(in).isNotNull();
            texts.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
