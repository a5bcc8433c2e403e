package org.fourplusone.fund;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The floors of this service: features do not go round in circles, and arrows only run down. */
class FundHouseTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fourplusone.fund");

    @Test
    void seesTheWholeHouse() {
        assertThat(HOUSE.size()).isGreaterThan(100);
        assertThat(HOUSE.contain("org.fourplusone.fund.payment.MakeBatch")).isTrue();
    }

    @Test
    void noFeatureGoesRoundInCircles() {
        slices().matching("org.fourplusone.fund.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void nothingStandsOnPayment() {
        classes()
                .that()
                .resideInAPackage("..fund.payment..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("..fund.payment..")
                .check(HOUSE);
    }

    @Test
    void onlyPaymentAndLettersStandOnRecovery() {
        classes()
                .that()
                .resideInAPackage("..fund.recovery..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("..fund.recovery..", "..fund.payment..", "..fund.letter..")
                .check(HOUSE);
    }

    @Test
    void nothingStandsOnOutcome() {
        classes()
                .that()
                .resideInAPackage("..fund.outcome..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("..fund.outcome..")
                .check(HOUSE);
    }

    @Test
    void nothingStandsOnWhatOnlyLooksBack() {
        for (String top : new String[] {"..fund.timeliness..", "..fund.retention.."}) {
            classes()
                    .that()
                    .resideInAPackage(top)
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAPackage(top)
                    .check(HOUSE);
        }
    }

    @Test
    void theGroundFloorKnowsNothingAboveIt() {
        noClasses()
                .that()
                .resideInAnyPackage("..fund.ledger..", "..fund.calendar..", "..fund.mandate..", "..fund.call..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..fund.filing..",
                        "..fund.budget..",
                        "..fund.notice..",
                        "..fund.review..",
                        "..fund.award..",
                        "..fund.recovery..",
                        "..fund.payment..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("..fund.filing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..fund.notice..",
                        "..fund.review..",
                        "..fund.award..",
                        "..fund.recovery..",
                        "..fund.payment..",
                        "..fund.evidence..")
                .check(HOUSE);
    }

    @Test
    void mostTypesAreHidden() {
        long all = HOUSE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .count();
        long open = HOUSE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .count();
        System.out.println("FundHouseTests: " + open + " of " + all + " types are public");
        assertThat(open * 100 / all).isLessThanOrEqualTo(40);
    }
}
