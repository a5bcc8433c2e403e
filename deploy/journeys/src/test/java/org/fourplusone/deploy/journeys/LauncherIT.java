package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The launcher mends what was killed and finds what is up. */
class LauncherIT {

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void aSecondUpFindsTheFirst() {
        String said = RunningSuite.launcher(List.of("up", "--movable-clock"));
        assertThat(said).contains(suite.address());
        assertThat(said.toLowerCase(Locale.ROOT)).contains("already");
    }

    @Test
    void aKilledServiceIsNamedAndMended() {
        suite.anybody().get("/api/fund/fund").expect(200);
        ProcessHandle fund = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("fund-service")
                                && line.contains(
                                        RunningSuite.STATE.getFileName().toString()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process of fund-service"));
        fund.destroyForcibly();
        fund.onExit().join();
        assertThat(RunningSuite.launcher(List.of("status"))).contains("fund-service");
        assertThat(suite.anybody().get("/api/policy/items").expect(200).json()).hasSize(51);
        RunningSuite.launcher(List.of("up", "--movable-clock"));
        assertThat(suite.anybody()
                        .get("/api/fund/fund")
                        .expect(200)
                        .json()
                        .path("total")
                        .asString())
                .isEqualTo("60000000.00");
    }
}
