package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an analyst does with the statistics, in a real browser: choose, look closer, pass on, take along, print. */
class AnalystIT extends BrowserStage {

    /** The numbers of the table, row by row, exactly as they were published. */
    private static List<List<String>> numbers(Page page) {
        page.locator("table.whole tbody tr").first().waitFor();
        List<List<String>> rows = new ArrayList<>();
        Object found = page.evaluate("[...document.querySelectorAll('table.whole tbody tr')]"
                + ".map(row => [...row.querySelectorAll('data')].map(each => each.value).join(' '))");
        for (Object row : (List<?>) found) {
            rows.add(List.of(String.valueOf(row).split(" ")));
        }
        return rows;
    }

    private static List<List<String>> numbers(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> header = Arrays.asList(lines.get(0).split(","));
        List<Integer> columns = new ArrayList<>();
        for (String column : List.of("数值", "可比基数", "原公布上年同期", "增速%", "贡献率%", "拉动百分点")) {
            if (header.contains(column)) {
                columns.add(header.indexOf(column));
            }
        }
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> columns.stream()
                        .map(column -> cells[column])
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .map(row -> row.isEmpty() ? List.of("") : row)
                .toList();
    }

    @Test
    void chosenFiguresAreTheSameForWhoeverOpensTheirAddressAndInTheFile() throws Exception {
        String address;
        List<List<String>> seen;
        try (Browser.Window window = browser.window(1280, "zh-CN").signIn("analyst", suite.password("analyst"))) {
            Page page = window.page;
            window.open("/analyst/statistics?to=2026-Q2");
            page.locator("select[name=measure]").selectOption("revenue");
            page.waitForURL("**measure=revenue**");
            page.locator("select[name=from]").selectOption("2025-Q1");
            page.waitForURL("**from=2025-Q1**");
            page.locator("fpo-trend[data-drawn]").waitFor();
            page.locator("fpo-treemap[data-drawn]").waitFor();
            window.shot("analyst-1-clusters");
            page.locator(".view-tools a[href*='as=table']").click();
            page.locator("table.whole tbody th").getByText("2025年一季度").first().waitFor();
            seen = numbers(page);
            window.shot("analyst-2-table");
            assertThat(seen).hasSizeGreaterThan(12);
            address = page.url();
            assertThat(address).contains("measure=revenue", "from=2025-Q1", "to=2026-Q2", "vintage=");
            Download csv = page.waitForDownload(() -> page.getByText("下载 CSV").click());
            assertThat(numbers(Files.readString(csv.path(), StandardCharsets.UTF_8)))
                    .isEqualTo(seen);
        }
        try (Browser.Window stranger = browser.window(1280, "zh-CN")) {
            stranger.open(address.replaceFirst("^https?://[^/]+", ""));
            assertThat(numbers(stranger.page)).isEqualTo(seen);
            assertThat(stranger.page.locator("select[name=measure]").inputValue())
                    .isEqualTo("revenue");
        }
    }

    @Test
    void lookingCloserKeepsEveryChoice() {
        try (Browser.Window window = browser.window(1280, "zh-CN")) {
            Page page = window.open("/analyst/statistics?measure=rd&from=2025-Q1&to=2026-Q2&show=growth").page;
            page.locator("fpo-trend[data-drawn]").waitFor();
            String cluster = page.locator(".parts-table tbody th").first().innerText();
            page.locator(".parts-table .deeper a[href*='cluster=NEV']").first().click();
            page.locator("nav.drill").waitFor();
            assertThat(page.locator("nav.drill [aria-current]").innerText()).isEqualTo(cluster);
            assertThat(page.url())
                    .contains("cluster=NEV", "measure=rd", "from=2025-Q1", "to=2026-Q2", "show=growth", "vintage=");
            window.shot("analyst-3-closer");
        }
    }

    @Test
    void theNewestBulletinIsPrintedUnderItsTitle() {
        try (Browser.Window window = browser.window(1280, "zh-CN")) {
            Page page = window.open("/analyst/bulletins?kind=quarter").page;
            page.locator("a[href*='/analyst/bulletin/']").first().click();
            page.locator(".bulletin-section").first().waitFor();
            String title = page.locator("h1").first().innerText();
            assertThat(title).endsWith("季报");
            window.shot("analyst-4-bulletin");
            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            String written = HexFormat.of().withUpperCase().formatHex(title.getBytes(StandardCharsets.UTF_16BE));
            assertThat(new String(printed, StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF")
                    .contains(written);
        }
    }
}
