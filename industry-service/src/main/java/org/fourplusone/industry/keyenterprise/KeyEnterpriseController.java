package org.fourplusone.industry.keyenterprise;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.starter.audit.AuditLog;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paged;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.fourplusone.starter.web.Accepted;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Key enterprises by name; every reading is recorded. Analysts see no more than how many are in each class. */
@RestController
@Tag(name = "Key enterprises")
class KeyEnterpriseController {

    private static final int FIRST_YEAR = 2015;

    private final KeyEnterprises enterprises;
    private final Taxonomies taxonomies;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyEnterpriseController(
            KeyEnterprises enterprises,
            Taxonomies taxonomies,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.enterprises = enterprises;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What to order by, greatest first; enterprises without the number come last. */
    enum Order {
        OUTPUT(each -> each.number(KeyFact.OUTPUT)),
        REVENUE(each -> each.number(KeyFact.REVENUE)),
        TAX(each -> each.number(KeyFact.TAX)),
        SCORE(each -> {
            LandEfficiency efficiency = each.efficiency();
            return efficiency == null ? null : efficiency.score();
        });

        private final Comparator<KeyEnterprise> comparator;

        Order(Function<KeyEnterprise, @Nullable BigDecimal> number) {
            this.comparator = Comparator.<KeyEnterprise, BigDecimal>comparing(each -> {
                        BigDecimal value = number.apply(each);
                        return value == null ? BigDecimal.ONE.negate() : value;
                    })
                    .reversed()
                    .thenComparing(KeyEnterprise::creditCode);
        }
    }

    /**
     * A page with what its numbers are.
     *
     * @param definition how the land is evaluated, by illustrative weights and limits
     */
    record Listing(
            int year,
            Text source,
            Text definition,
            boolean illustrative,
            @JsonUnwrapped Page<KeyEnterprise> page) implements Paged {

        private static final Text SOURCE =
                Text.of("企业申报和部门核实的行政事实，不含统计报表", "Administrative facts, declared or verified; no statistical reports");

        Listing(int year, Page<KeyEnterprise> page) {
            this(year, SOURCE, LandEfficiency.DEFINITION, true, page);
        }
    }

    @GetMapping(
            path = "/key-enterprises",
            produces = {MediaType.APPLICATION_JSON_VALUE, Download.CSV, Download.XLSX})
    @Operation(summary = "Enterprises above scale by name with their administrative facts of a year; JSON, CSV or XLSX")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String cluster,
            @RequestParam(defaultValue = "OUTPUT") Order order,
            Paging paging,
            HttpServletRequest request) {
        int of = year(year);
        if (cluster != null && !cluster.equals("NONE") && !taxonomies.isCluster(cluster)) {
            throw Problem.invalid(
                    new FieldProblem("cluster", "UNKNOWN_VALUE", String.join(", ", taxonomies.codes()) + ", NONE"));
        }
        List<KeyEnterprise> all = enterprises.of(of).stream()
                .filter(each -> cluster == null
                        || (cluster.equals("NONE") ? each.cluster() == null : cluster.equals(each.cluster())))
                .sorted(order.comparator)
                .toList();
        String name = "key-enterprises-" + of;
        Language language = Language.current();
        String form = Accepted.of(
                request.getHeader(HttpHeaders.ACCEPT), MediaType.APPLICATION_JSON_VALUE, Download.CSV, Download.XLSX);
        switch (form) {
            case Download.CSV -> {
                record(of, cluster, "csv", all.size());
                return Download.csv(name + ".csv", KeyEnterpriseFiles.csv(all, language));
            }
            case Download.XLSX -> {
                record(of, cluster, "xlsx", all.size());
                return Download.xlsx(name + ".xlsx", KeyEnterpriseFiles.xlsx(of, all, language));
            }
            default -> {
                Page<KeyEnterprise> page = Page.cut(all, paging);
                record(of, cluster, "page " + page.page(), page.items().size());
                return ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Listing(of, page));
            }
        }
    }

    @GetMapping("/land-efficiency")
    @Operation(summary = "How many enterprises are in each class of land efficiency; small classes are hidden")
    LandEfficiencyCounts landEfficiency(@RequestParam(required = false) @Nullable Integer year) {
        int of = year(year);
        return LandEfficiencyCounts.of(of, enterprises.of(of));
    }

    private int year(@Nullable Integer year) {
        int now = LocalDate.now(clock).getYear();
        if (year != null && (year < FIRST_YEAR || year > now)) {
            throw Problem.invalid(new FieldProblem("year", "RANGE", String.valueOf(FIRST_YEAR), String.valueOf(now)));
        }
        return year == null ? now : year;
    }

    private void record(int year, @Nullable String cluster, String form, int count) {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("year", year);
        if (cluster != null) {
            read.put("cluster", cluster);
        }
        read.put("form", form);
        read.put("enterprises", count);
        transaction.executeWithoutResult(status -> audit.record("key-enterprises", "READ_KEY_ENTERPRISES", null, read));
    }
}
