package org.fourplusone.deploy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job once more, in a real browser, as each of its users meets it. Screenshots are kept as build output. */
class PortalIT extends BrowserStage {

    private static final List<Integer> WIDTHS = List.of(1280, 360);

    private final Map<String, Browser.Window> windows = new HashMap<>();

    private String code(String username) {
        return suite.authenticator(username).next();
    }

    /** The window of somebody who has signed in; it stays open for what comes later. */
    private Browser.Window window(String username) {
        return windows.computeIfAbsent(
                username, name -> browser.window(1280, "zh-CN").signIn(name, suite.password(name)));
    }

    @Test
    void publicPagesAreWholeInBothLanguagesAndSizes() {
        Map<String, String> pages = Map.of(
                "home",
                "/",
                "items",
                "/items",
                "item",
                "/items/A01-02",
                "check",
                "/check",
                "calls",
                "/calls",
                "notices",
                "/notices",
                "awards",
                "/awards",
                "fund",
                "/fund",
                "clusters",
                "/clusters",
                "sign-in",
                "/sign-in");
        sideBySide(WIDTHS.stream()
                .map(width -> (Consumer<Browser>) own -> {
                    for (String language : List.of("zh-CN", "en-GB")) {
                        try (Browser.Window window = own.window(width, language)) {
                            pages.forEach((name, path) -> publicPage(window, name, path, width, language));
                        }
                    }
                })
                .toList());
    }

    private static void publicPage(Browser.Window window, String name, String path, int width, String language) {
        window.open(path);
        String what = name + "-" + width + "-" + language.substring(0, 2);
        window.shot("public-" + what);
        assertThat(window.page.locator("h1").first().innerText()).as(what).isNotBlank();
        assertThat(((Number) window.page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(what + " does not scroll sideways")
                .isLessThanOrEqualTo(width);
        // What axe finds lies in the structure: each width once, each language once.
        if (width == 1280 == language.startsWith("zh")) {
            assertAccessible(window, what);
        }
    }

    private static void assertAccessible(Browser.Window window, String what) {
        // Only what is wrong is told with its places: what is right would be a long list to carry over.
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        // Legacy mode judges in the page itself; there are no frames for which axe would open another.
        List<String> serious = new AxeBuilder(window.page)
                .setLegacyMode(true).options(violations).analyze().getViolations().stream()
                        .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": " + violation.getNodes())
                        .toList();
        assertThat(serious).as("axe on " + what).isEmpty();
    }

    @Test
    void fromMatchToMoneyInTheBrowser() throws Exception {
        Person third = suite.person("clerk");
        String creditCode = "91371502MA3EX003XY";
        JsonNode item = Case.fitting(suite, third, creditCode, "VERIFY").stream()
                .filter(candidate -> new java.math.BigDecimal(candidate
                                        .path("estimate")
                                        .path("amount")
                                        .asString())
                                .compareTo(new java.math.BigDecimal("500000"))
                        <= 0)
                .findFirst()
                .orElseThrow();
        String amount = item.path("estimate").path("amount").asString();
        String filing = file(creditCode, item);
        decide(filing, amount);
        publishAndClose(filing);
        pay(filing);
        Browser.Window clerk = window("clerk");
        clerk.open("/enterprise/filings/" + filing).shot("19-enterprise-paid");
        assertThat(clerk.text()).contains("已办结");
        try (Browser.Window anybody = browser.window(1280, "zh-CN")) {
            anybody.open("/awards").shot("20-awards");
            assertThat(anybody.text()).contains(item.path("code").asString());
            anybody.open("/fund").shot("21-fund");
        }
    }

    private String file(String creditCode, JsonNode item) throws Exception {
        Browser.Window clerk = window("clerk");
        clerk.open("/enterprise?e=" + creditCode).shot("01-matches");
        clerk.open("/enterprise/start/" + item.path("code").asString() + "?e=" + creditCode);
        if (clerk.page.locator("select").count() > 0) {
            clerk.page.locator("select").first().selectOption(creditCode);
            clerk.settle();
        }
        clerk.shot("02-start");
        clerk.press("开始申报");
        clerk.page.waitForURL("**/enterprise/filings/*");
        String filing = clerk.page.url().replaceAll(".*/", "");
        String path = "/enterprise/filings/" + filing;
        clerk.settle();
        clerk.shot("03-tasks");
        lines(clerk, path);
        documents(clerk, path);
        clerk.open(path + "/contact");
        clerk.fill("姓名", "王五");
        clerk.fill("电话", "0635-8512345");
        clerk.press("保存");
        clerk.page.waitForURL("**" + path);
        clerk.open(path + "/check").shot("05-check-answers");
        clerk.page.locator("input[type='checkbox'][name='promise']").check();
        clerk.press("提交申报");
        clerk.page.waitForURL("**/receipt");
        clerk.settle();
        clerk.shot("06-receipt");
        return filing;
    }

    private static void lines(Browser.Window clerk, String path) {
        clerk.open(path + "/lines");
        int lines = clerk.page.locator("fieldset.record").count();
        if (lines == 0) {
            return;
        }
        for (int i = 0; i < lines; i++) {
            var line = clerk.page.locator("fieldset.record").nth(i);
            line.getByLabel("编号").fill("BROWSER-" + System.nanoTime());
            if (line.getByLabel("不含税金额").count() > 0) {
                line.getByLabel("不含税金额").fill("900000000.00");
            }
            if (line.getByLabel("付款日期").count() > 0) {
                line.getByLabel("付款日期").fill("2026-06-30");
            }
        }
        clerk.press("保存");
        clerk.page.waitForURL("**" + path);
    }

    private static void documents(Browser.Window clerk, String path) {
        clerk.open(path + "/documents");
        Path pdf = Path.of("target", "evidence.pdf");
        List<String> inputs = clerk.page.locator("input[type='file']").all().stream()
                .map(input -> input.getAttribute("id"))
                .toList();
        for (String id : inputs) {
            try {
                Files.write(pdf, Case.pdf(id));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            var document = clerk.page
                    .locator("li.document")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHas(clerk.page.locator("#" + id)));
            clerk.page.locator("#" + id).setInputFiles(pdf);
            document.locator("ul.files li").first().waitFor();
        }
        clerk.shot("04-documents");
    }

    private void decide(String filing, String amount) {
        Browser.Window intake = window("intake");
        intake.open("/officer").shot("07-queue");
        intake.open("/officer/filings/" + filing).shot("08-case");
        intake.press("确认受理");
        intake.waitFor("等审核岗");
        Browser.Window reviewer = window("reviewer");
        reviewer.open("/officer/filings/" + filing);
        reviewer.fill("审核金额", amount);
        reviewer.fill("审核意见", "材料齐全，符合条件，同意支持。");
        reviewer.shot("09-review");
        reviewer.pressAndConfirm("提交审核意见");
        reviewer.waitFor("等审批岗");
        Browser.Window approver = window("approver");
        approver.open("/officer/filings/" + filing);
        approver.fill("批准意见", "同意");
        approver.shot("10-approve");
        approver.pressAndProve("批准 ", code("approver"));
        approver.waitFor("等受理岗列入公示");
    }

    private void publishAndClose(String filing) {
        Browser.Window intake = window("intake");
        intake.open("/officer/notices/new").shot("11-publish");
        intake.pressAndConfirm("发布公示");
        intake.page.waitForURL("**/officer/notices/*");
        String notice = intake.page.url().replaceAll(".*/", "");
        intake.settle();
        intake.shot("12-notice");
        Browser.Window admin = window("admin");
        admin.open("/admin");
        admin.page.getByLabel("14 天").check();
        admin.shot("13-clock");
        admin.pressAndConfirm("拨快时钟");
        intake.open("/officer/notices/" + notice);
        intake.pressAndConfirm("结束公示");
        intake.open("/officer/filings/" + filing).shot("14-confirmed");
    }

    private void pay(String filing) throws Exception {
        String name = suite.person("intake")
                .get("/api/fund/filings/" + filing)
                .expect(200)
                .json()
                .path("enterpriseName")
                .asString();
        Browser.Window payer = window("payer");
        payer.open("/officer/filings/" + filing);
        payer.press("申请拨付");
        payer.fill("账户名称", name);
        payer.page.getByLabel("账号").first().fill("1611020009200012345");
        payer.fill("开户银行", "示例银行聊城开发区支行");
        payer.fill("联行号", "402795602394");
        payer.shot("15-request");
        payer.press("提交拨付申请");
        payer.page.locator("dialog[open] input[autocomplete='one-time-code']").waitFor();
        payer.shot("15-second-factor");
        payer.prove(code("payer"));
        payer.waitFor("已申请拨付");
        payer.open("/officer/payments").shot("16-payments");
        payer.pressAndConfirm("编制批次");
        payer.page.waitForURL("**/officer/batches/*");
        String batch = payer.page.url().replaceAll(".*/", "");
        Browser.Window releaser = window("releaser");
        releaser.open("/officer/batches/" + batch).shot("17-release");
        releaser.pressAndProve("复核放行", code("releaser"));
        releaser.pressAndConfirm("送银行");
        Download download = releaser.page.waitForDownload(
                () -> releaser.page.getByText("下载付款文件").click());
        String transfer = Files.readString(download.path(), StandardCharsets.UTF_8);
        Path report = Path.of("target", "pain002.xml");
        Files.writeString(report, BankReport.pain002(transfer, "ACSC"));
        releaser.page.locator("input[type='file']").setInputFiles(report);
        releaser.press("导入回执");
        releaser.waitFor("到账 ");
        releaser.shot("18-bank-answer");
    }

    @Test
    void analystsAuditorsAndOfficersHaveTheirPages() {
        Map<String, List<String>> pages = Map.of(
                "analyst",
                        List.of(
                                "/analyst",
                                "/analyst/statistics",
                                "/analyst/structure",
                                "/analyst/chain",
                                "/analyst/bulletins",
                                "/analyst/vintages",
                                "/analyst/figures",
                                "/analyst/figures/derived",
                                "/analyst/figures/contradictions",
                                "/analyst/projects"),
                "auditor", List.of("/auditor", "/officer/filings", "/officer/fund"),
                "intake",
                        List.of(
                                "/officer",
                                "/officer/no-application",
                                "/officer/calls",
                                "/officer/calls/new",
                                "/officer/notices",
                                "/officer/experts",
                                "/officer/experts?view=panels",
                                "/officer/enterprises",
                                "/officer/enterprises/91371502MA3EX0013C?view=entry",
                                "/officer/enterprises/91371502MA3EX0013C?view=facts",
                                "/officer/projects",
                                "/officer/projects/new",
                                "/officer/key-enterprises",
                                "/officer/imports"),
                "editor", List.of("/editor", "/editor/simulations", "/editor/simulate?item=A02-03", "/editor/package"),
                "security", List.of("/admin/people", "/admin/factor-records"),
                "admin",
                        List.of(
                                "/officer/fund?view=revisions",
                                "/officer/fund?view=years",
                                "/officer/fund/revise",
                                "/officer/limits",
                                "/officer/offices",
                                "/admin/retention"),
                "enterprise1", List.of("/enterprise", "/enterprise/filings", "/enterprise/mandates"));
        sideBySide(WIDTHS.stream()
                .map(width -> (Consumer<Browser>) own -> pages.forEach((username, paths) -> {
                    try (Browser.Window window = rolesWindow(own, width).signIn(username, suite.password(username))) {
                        for (int i = 0; i < paths.size(); i++) {
                            window.open(paths.get(i));
                            String what = username + paths.get(i).replaceAll("[/?=]", "-") + "-" + width;
                            window.shot("role-" + what);
                            // What axe finds lies in the structure: each page once, by turns wide and narrow.
                            if (width == 1280 == (i % 2 == 0)) {
                                assertAccessible(window, what);
                            }
                        }
                    }
                }))
                .toList());
    }

    /** Wide in Chinese and light, or narrow in English and dark. */
    private static Browser.Window rolesWindow(Browser own, int width) {
        return width == 1280 ? own.window(width, "zh-CN") : own.window(width, "en-US", ColorScheme.DARK);
    }
}
