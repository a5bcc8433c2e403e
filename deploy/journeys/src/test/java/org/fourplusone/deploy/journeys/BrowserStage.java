package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fourplusone.deploy.local.SideBySide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.opentest4j.TestAbortedException;

/** The running suite before a real browser, which must have nothing to complain of after any journey. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrowserStage {

    RunningSuite suite;
    Browser browser;
    private Path chromium;

    @BeforeAll
    void start() throws IOException {
        chromium = Browser.installed().orElse(null);
        if (chromium == null) {
            String reason = "browser journeys skipped: no Chromium found (apt-get install chromium fonts-noto-cjk)";
            System.out.println(reason);
            throw new TestAbortedException(reason);
        }
        Files.createDirectories(Browser.SCREENSHOTS);
        suite = RunningSuite.get();
        browser = new Browser(suite.address(), chromium);
    }

    @AfterEach
    void nothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Goes all these ways at once, each in a browser of its own: while a page is drawn in one, the other judges its own. */
    void sideBySide(List<Consumer<Browser>> ways) {
        SideBySide.run(ways.stream().map(way -> (Runnable) () -> walk(way)).toList());
    }

    private void walk(Consumer<Browser> way) {
        try (Browser own = new Browser(suite.address(), chromium)) {
            way.accept(own);
            assertThat(own.complaints()).isEmpty();
        }
    }
}
