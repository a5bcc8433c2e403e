package org.fourplusone.deploy.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium. Every page that it opens reports what it complained of: script errors and blocked content. */
final class Browser implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int LONGEST_SHOT = 2_400;

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    Browser(String address, Path executable) {
        this.address = address;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Where Chromium is on this machine, if it is. */
    static Optional<Path> installed() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A light window of this width, in Chinese or English, with nobody signed in. */
    Window window(int width, String language) {
        return window(width, language, ColorScheme.LIGHT);
    }

    Window window(int width, String language, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, width < 500 ? 740 : 900)
                .setLocale(language)
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return new Window(context, page);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** One person's window. */
    static final class Window implements AutoCloseable {

        final Page page;
        private final BrowserContext context;

        private Window(BrowserContext context, Page page) {
            this.context = context;
            this.page = page;
        }

        Window signIn(String username, String password) {
            open("/sign-in");
            page.locator("input[name='username'], #f-username").first().fill(username);
            page.locator("input[type='password']").first().fill(password);
            page.locator("form button").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            return this;
        }

        /** Opens an address of the portal and waits until its heading and data are there. */
        Window open(String path) {
            page.navigate(path);
            page.locator("main > :not([aria-busy='true']) h1").first().waitFor();
            return this;
        }

        void settle() {
            page.locator("h1").first().waitFor();
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            page.waitForCondition(() -> page.locator(".skeleton").count() == 0);
        }

        void press(String button) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(false))
                    .last()
                    .click();
        }

        /** Presses a button that asks first, and says yes in its dialog. */
        void pressAndConfirm(String button) {
            press(button);
            page.locator("dialog[open] form button").first().click();
            done();
        }

        /** The same where the second factor is asked for next: its six digits are typed, and the move goes on by itself. */
        void pressAndProve(String button, String code) {
            press(button);
            page.locator("dialog[open] form button").first().click();
            prove(code);
            done();
        }

        /** Answers the dialog that asks for the six digits. */
        void prove(String code) {
            page.locator("dialog[open] input[autocomplete='one-time-code']").fill(code);
            page.keyboard().press("Enter");
        }

        private void done() {
            page.locator("dialog[open]")
                    .first()
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            settle();
        }

        void fill(String label, String value) {
            page.getByLabel(label).first().fill(value);
        }

        void waitFor(String text) {
            page.getByText(text).first().waitFor();
        }

        String text() {
            return page.locator("body").innerText();
        }

        /** Keeps what is seen now as build output; of a long table the beginning is enough. */
        Window shot(String name) {
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true)
                    .setTimeout(90_000) // a picture proves nothing: on a busy machine it may take its time
                    .setClip(0, 0, page.viewportSize().width, Math.min(height, LONGEST_SHOT)));
            return this;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
