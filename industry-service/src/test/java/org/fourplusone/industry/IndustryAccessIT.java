package org.fourplusone.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fourplusone.starter.test.TestTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The table of who may knock, written down a second time and tried role by role. */
class IndustryAccessIT extends RunningIndustry {

    private static final Set<String> ROLES = Set.of(
            "ENTERPRISE",
            "SERVICE",
            "INTAKE",
            "REVIEWER",
            "EXPERT",
            "APPROVER",
            "PAYER",
            "RELEASER",
            "POLICY_EDITOR",
            "POLICY_PUBLISHER",
            "ANALYST",
            "AUDITOR",
            "ADMIN",
            "SECURITY_ADMIN");

    private static final String SAMPLE_VINTAGE =
            YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();

    private record Row(String method, String path, String template, Set<String> allowed, boolean open) {}

    private static Row open(String path, String template) {
        return new Row("GET", path, template, ROLES, true);
    }

    private static Row row(String method, String path, String template, String... allowed) {
        return new Row(method, path, template, Set.of(allowed), false);
    }

    /** A step in an enterprise's life, which the intake desk and the system administrator take. */
    private static Row move(String step) {
        return row(
                "POST",
                "/enterprises/" + BUS_MAKER + "/" + step,
                "/enterprises/{creditCode}/" + step,
                "INTAKE",
                "ADMIN");
    }

    private static Row butFor(String path, String template, String... refused) {
        Set<String> allowed = new TreeSet<>(ROLES);
        allowed.removeAll(Set.of(refused));
        return new Row("GET", path, template, allowed, false);
    }

    private static final List<Row> TABLE = List.of(
            open("/audit/roots", "/audit/roots"),
            open("/audit/key", "/audit/key"),
            row("GET", "/audit?case=x", "/audit", "AUDITOR"),
            row("GET", "/audit/verification?case=x", "/audit/verification", "AUDITOR"),
            row("GET", "/audit/export", "/audit/export", "AUDITOR"),
            open("/clusters", "/clusters"),
            open("/clusters/NEV/chain", "/clusters/{code}/chain"),
            open("/clusters/mapping", "/clusters/mapping"),
            open("/industries", "/industries"),
            open("/figures?size=1", "/figures"),
            open("/figures/sources", "/figures/sources"),
            open("/figures/contradictions", "/figures/contradictions"),
            open("/figures/derived", "/figures/derived"),
            open("/figures/S001", "/figures/{id}"),
            open("/statistics?measure=rd&by=cluster,year", "/statistics"),
            open("/statistics/concentration?measure=rd", "/statistics/concentration"),
            open("/statistics/vintages", "/statistics/vintages"),
            open("/statistics/vintages/" + SAMPLE_VINTAGE, "/statistics/vintages/{vintage}"),
            row("POST", "/statistics/vintages", "/statistics/vintages", "ANALYST"),
            open("/bulletins?size=1", "/bulletins"),
            open("/bulletins/2026-Q1", "/bulletins/{period}"),
            open("/projects?size=1", "/projects"),
            open("/projects/summary", "/projects/summary"),
            open(
                    "/projects/KP-"
                            + YearMonth.now(ZoneId.of("Asia/Shanghai"))
                                    .minusMonths(1)
                                    .getYear() + "-001",
                    "/projects/{code}"),
            row("POST", "/projects", "/projects", "INTAKE", "ADMIN"),
            row("PUT", "/projects/KP-0", "/projects/{code}", "INTAKE", "ADMIN"),
            row("PATCH", "/projects/KP-0", "/projects/{code}", "INTAKE", "ADMIN"),
            open("/facts/dictionary", "/facts/dictionary"),
            row("GET", "/facts/feed?limit=1", "/facts/feed", "SERVICE"),
            butFor("/enterprises?size=1", "/enterprises", "SECURITY_ADMIN"),
            row("POST", "/enterprises", "/enterprises", "INTAKE", "ADMIN"),
            butFor("/enterprises/" + BUS_MAKER, "/enterprises/{creditCode}", "SECURITY_ADMIN"),
            row("PUT", "/enterprises/" + BUS_MAKER, "/enterprises/{creditCode}", "INTAKE", "ADMIN"),
            move("rename"),
            move("close"),
            move("merge"),
            move("reopen"),
            move("addresses"),
            butFor("/enterprises/" + BUS_MAKER + "/addresses", "/enterprises/{creditCode}/addresses", "SECURITY_ADMIN"),
            butFor(
                    "/enterprises/" + BUS_MAKER + "/scale",
                    "/enterprises/{creditCode}/scale",
                    "SECURITY_ADMIN",
                    "ANALYST"),
            butFor(
                    "/enterprises/" + BUS_MAKER + "/facts/history?key=ent.revenueYear",
                    "/enterprises/{creditCode}/facts/history",
                    "SECURITY_ADMIN",
                    "ANALYST"),
            butFor(
                    "/enterprises/" + BUS_MAKER + "/facts",
                    "/enterprises/{creditCode}/facts",
                    "SECURITY_ADMIN",
                    "ANALYST"),
            row(
                    "PUT",
                    "/enterprises/" + BUS_MAKER + "/facts",
                    "/enterprises/{creditCode}/facts",
                    "ENTERPRISE",
                    "INTAKE",
                    "REVIEWER"),
            row(
                    "PUT",
                    "/enterprises/" + BUS_MAKER + "/awards/F-0",
                    "/enterprises/{creditCode}/awards/{filing}",
                    "SERVICE"),
            row(
                    "PUT",
                    "/enterprises/" + BUS_MAKER + "/recovery-order",
                    "/enterprises/{creditCode}/recovery-order",
                    "SERVICE"),
            row("GET", "/key-enterprises?size=1", "/key-enterprises", "INTAKE", "REVIEWER", "APPROVER", "ADMIN"),
            row("GET", "/land-efficiency", "/land-efficiency", "ANALYST", "INTAKE", "REVIEWER", "APPROVER", "ADMIN"),
            row("POST", "/imports/enterprises", "/imports/{kind}", "INTAKE", "ADMIN"),
            row("POST", "/imports/facts", "/imports/{kind}", "INTAKE", "ADMIN"),
            row("POST", "/imports/projects", "/imports/{kind}", "INTAKE", "ADMIN"),
            row("POST", "/imports/reports", "/imports/{kind}", "ANALYST", "ADMIN"),
            row("GET", "/imports/reports/template", "/imports/{kind}/template", "ANALYST", "ADMIN"),
            row("GET", "/imports", "/imports", "INTAKE", "ANALYST", "ADMIN"),
            row("GET", "/imports/x", "/imports/{id}", "INTAKE", "ANALYST", "ADMIN"),
            row("GET", "/imports/x/errors", "/imports/{id}/errors", "INTAKE", "ANALYST", "ADMIN"),
            row("GET", "/imports/x/changes", "/imports/{id}/changes", "INTAKE", "ANALYST", "ADMIN"),
            row("POST", "/imports/x/apply", "/imports/{id}/apply", "INTAKE", "ANALYST", "ADMIN"),
            row("POST", "/imports/x/discard", "/imports/{id}/discard", "INTAKE", "ANALYST", "ADMIN"));

    @Test
    void letsEachRoleKnockWhereTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE) {
            if (row.open() != (status(row, null) == 200)) {
                wrong.add(row.method() + " " + row.path() + " anonymous: " + status(row, null));
            }
            for (String role : ROLES) {
                int status = status(row, TestTokens.bearer("x", Set.of(role), Set.of(BUS_MAKER)));
                boolean refused = status == 401 || status == 403;
                if (refused == row.allowed().contains(role) || status >= 500) {
                    wrong.add(row.method() + " " + row.path() + " " + role + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int status(Row row, String token) throws Exception {
        HttpRequest.Builder request = token == null ? to(row.path()) : as(token, row.path());
        return send(request.header("Content-Type", "application/json")
                        .method(
                                row.method(),
                                row.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")))
                .statusCode();
    }

    @Test
    void describesJustTheOperationsOfTheTable() throws Exception {
        JsonNode paths = read(send(to("/openapi"))).get("paths");
        Set<String> described = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        Set<String> expected = new TreeSet<>();
        TABLE.forEach(row -> expected.add(row.method() + " " + row.template()));
        assertThat(described).isEqualTo(expected);
    }
}
