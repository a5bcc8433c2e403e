package org.fourplusone.gateway;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The gateway's floors: features know what is below them, never each other in a circle. */
class HouseTests {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourplusone.gateway");

    @Test
    void hasNoCycles() {
        assertThat(classes).hasSizeGreaterThan(30);
        slices().matching("org.fourplusone.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void keepsItsTypesInTheirPackages() {
        Set<String> shown = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .map(type -> type.getSimpleName())
                .collect(Collectors.toSet());
        long all = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .count();
        assertThat(shown).hasSizeLessThanOrEqualTo((int) (all * 0.4));
    }
}
