package org.fourplusone.industry.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.fourplusone.starter.problem.Problem;
import org.junit.jupiter.api.Test;

class CreditCodeTests {

    private static final String WORKED_EXAMPLE = "91350100M000100Y43";

    @Test
    void checksTheWorkedExampleOfTheStandard() {
        assertThat(CreditCode.check("91350100M000100Y4")).isEqualTo('3');
        assertThat(CreditCode.organisationCheck("M000100Y")).isEqualTo('4');
        assertThat(CreditCode.isValid(WORKED_EXAMPLE)).isTrue();
        assertThat(CreditCode.of("91", "350100", "M000100Y").value()).isEqualTo(WORKED_EXAMPLE);
    }

    @Test
    void findsEverySingleWrongCharacter() {
        for (int at = 0; at < 18; at++) {
            for (char other : CreditCode.CHARACTERS.toCharArray()) {
                String wrong = WORKED_EXAMPLE.substring(0, at) + other + WORKED_EXAMPLE.substring(at + 1);
                assertThat(CreditCode.isValid(wrong)).isEqualTo(wrong.equals(WORKED_EXAMPLE));
            }
        }
    }

    @Test
    void acceptsWhatItMakes() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder organisation = new StringBuilder();
            for (int j = 0; j < 8; j++) {
                organisation.append(CreditCode.CHARACTERS.charAt(random.nextInt(31)));
            }
            String code = CreditCode.of("91", "371502", organisation.toString()).value();
            assertThat(CreditCode.isValid(code)).as(code).isTrue();
        }
    }

    @Test
    void refusesWhatIsNoCode() {
        for (String wrong :
                new String[] {"", "9135", "91350100M000100Y4I", "91350100m000100y43", WORKED_EXAMPLE + "1"}) {
            assertThatThrownBy(() -> CreditCode.parse(wrong))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_CREDIT_CODE"));
        }
    }
}
