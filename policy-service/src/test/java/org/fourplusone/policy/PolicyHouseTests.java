package org.fourplusone.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The floors of this room: arrows only run down. */
class PolicyHouseTests {

    private static final List<String> FLOORS = List.of(
            "entitlement",
            "simulation",
            "sql",
            "run",
            "column",
            "match",
            "combination",
            "register",
            "draft",
            "workbook",
            "diff",
            "item",
            "benefit",
            "rule");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fourplusone.policy");

    @Test
    void everyFloorIsInhabitedAndNothingLivesElsewhere() {
        for (String floor : FLOORS) {
            assertThat(CLASSES.stream().filter(type -> floor.equals(floor(type))))
                    .as(floor)
                    .isNotEmpty();
        }
        assertThat(CLASSES.stream()
                        .map(PolicyHouseTests::floor)
                        .filter(floor -> !floor.isEmpty() && !FLOORS.contains(floor)))
                .isEmpty();
    }

    private static String floor(JavaClass type) {
        String rest = type.getPackageName().substring("org.fourplusone.policy".length());
        return rest.isEmpty() ? "" : rest.substring(1);
    }

    @Test
    void arrowsOnlyRunDown() {
        var house = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.fourplusone.policy..");
        for (String floor : FLOORS) {
            house = house.layer(floor).definedBy("org.fourplusone.policy." + floor);
        }
        for (int i = 0; i < FLOORS.size(); i++) {
            String[] above = FLOORS.subList(0, i).toArray(String[]::new);
            house = above.length == 0
                    ? house.whereLayer(FLOORS.get(i)).mayNotBeAccessedByAnyLayer()
                    : house.whereLayer(FLOORS.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        house.check(CLASSES);
        slices().matching("org.fourplusone.policy.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void rulesAndMoneyArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("org.fourplusone.policy.rule", "org.fourplusone.policy.benefit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "feign..")
                .check(CLASSES);
    }

    @Test
    void noFloatingPointNumberAnywhere() {
        for (Class<?> type : List.of(double.class, float.class, Double.class, Float.class)) {
            fields().should().notHaveRawType(type).check(CLASSES);
            methods().should().notHaveRawReturnType(type).check(CLASSES);
            noClasses()
                    .should()
                    .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "a method that takes or gives " + type.getSimpleName(),
                            call -> call.getTarget().getRawReturnType().isEquivalentTo(type)
                                    || call.getTarget().getRawParameterTypes().stream()
                                            .anyMatch(parameter -> parameter.isEquivalentTo(type))))
                    .check(CLASSES);
        }
    }
}
