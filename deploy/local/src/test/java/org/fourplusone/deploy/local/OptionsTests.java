package org.fourplusone.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTests {
    private static final Path CHECKOUT = Path.of("checkout").toAbsolutePath();

    @Test
    void startsTheSampleOnPort8080InTheCheckout() {
        Options options = Options.parse(CHECKOUT, List.of());

        assertThat(options)
                .isEqualTo(new Options(8080, CHECKOUT.resolve(".local"), null, true, false, true, false, false, false));
    }

    @Test
    void readsEveryOption() {
        Options options = Options.parse(
                CHECKOUT,
                List.of(
                        "--port",
                        "0",
                        "--state",
                        "other",
                        "--movable-clock",
                        "--fresh",
                        "--yes",
                        "--no-cache",
                        "--new-codes",
                        "--database",
                        "jdbc:mysql://root:x@db:3306/"));

        assertThat(options)
                .isEqualTo(new Options(
                        0,
                        CHECKOUT.resolve("other"),
                        "jdbc:mysql://root:x@db:3306/",
                        true,
                        true,
                        false,
                        true,
                        true,
                        true));
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Options.parse(CHECKOUT, List.of("--prot", "1")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> Options.parse(CHECKOUT, List.of("--port", "65536")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> Options.parse(CHECKOUT, List.of("--port", "http")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("http");
        assertThatThrownBy(() -> Options.parse(CHECKOUT, List.of("--state")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--state");
    }

    @Test
    void movesNoClockWithoutSampleData() {
        assertThatThrownBy(() -> Options.parse(CHECKOUT, List.of("--movable-clock", "--no-sample")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--no-sample");
    }
}
