package org.fourplusone.industry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.fourplusone.industry.fact.SampleForms;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleRegisterTests {

    private static String digest(long seed) {
        Digest digest = new Digest();
        new SampleRegister(
                        seed,
                        LocalDate.of(2026, 11, 21),
                        Instant.parse("2026-11-21T02:00:00Z"),
                        SampleForms.forms(),
                        JsonMapper.builder().findAndAddModules().build())
                .deliver(digest, 1000);
        return digest.hex();
    }

    @Test
    void isTheSameForTheSameSeed() {
        System.out.println("seed " + SampleRegister.SEED);
        String first = digest(SampleRegister.SEED);
        assertThat(digest(SampleRegister.SEED)).isEqualTo(first);
        assertThat(digest(SampleRegister.SEED + 1)).isNotEqualTo(first);
    }

    @Test
    void numbersTheNamedEnterprisesFirst() {
        assertThat(Firms.creditCode(1).value()).isEqualTo("91371502MA3EX0013C");
        assertThat(Firms.creditCode(2).value()).isEqualTo("91371502MA3EX00217");
        assertThat(Firms.creditCode(3).value()).isEqualTo("91371502MA3EX003XY");
    }

    @Test
    void hasFourGroupsThatTogetherAreTheRegister() {
        assertThat(Group.total()).isEqualTo(13_633);
        assertThat(Group.of(523)).isEqualTo(Group.ABOVE_SCALE);
        assertThat(Group.of(524)).isEqualTo(Group.PIPE_MAKER);
        assertThat(Group.of(13_633)).isEqualTo(Group.BUILDING_TENANT);
    }
}
