package org.fourplusone.policy.sql;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fourplusone.policy.column.ItemRun;
import org.fourplusone.policy.column.RegisterRun;
import org.fourplusone.policy.column.WholeRegister;
import org.fourplusone.policy.item.Item;
import org.fourplusone.policy.item.Items;
import org.fourplusone.starter.web.Accepted;
import org.fourplusone.starter.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items as SQL, and the matcher's own verdicts to compare with. */
@RestController
@Tag(name = "SQL")
class SqlController {

    private final Items items;
    private final WholeRegister wholeRegister;
    private final Clock clock;

    SqlController(Items items, WholeRegister wholeRegister, Clock clock) {
        this.items = items;
        this.wholeRegister = wholeRegister;
        this.clock = clock;
    }

    /**
     * @param sql one statement: {@code credit_code} and {@code verdict} of every enterprise in the tables
     * @param tables what it reads, see {@link FactTables}
     */
    record SqlView(String code, int version, int policyYear, String sql, List<FactTables.Table> tables) {}

    /** What counts as known: all facts, or only what is proven and not merely declared. */
    enum Basis {
        DECLARED,
        PROVEN
    }

    /**
     * The item's verdict as one SQL statement over documented tables of facts, for MariaDB and MySQL; as text the
     * statement alone.
     *
     * @param asOf the date to speak for, default today; its year is the policy year
     */
    @GetMapping(
            path = "/items/{code}/sql",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    @Operation(
            summary = "An item as one SQL statement over documented tables of facts; as text the statement alone",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = SqlView.class)),
                                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE)
                            }))
    ResponseEntity<?> sql(
            @PathVariable String code,
            @RequestParam @Nullable LocalDate asOf,
            @RequestHeader(defaultValue = MediaType.ALL_VALUE) String accept) {
        LocalDate date = asOf == null ? LocalDate.now(clock) : asOf;
        Item item = items.require(code, date);
        String sql = ItemSql.of(item, date.getYear(), group(item));
        String form = Accepted.of(accept, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE);
        if (form.equals(MediaType.TEXT_PLAIN_VALUE)) {
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(sql);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new SqlView(
                        item.code(),
                        item.version(),
                        date.getYear(),
                        sql,
                        FactTables.of(items.dictionary()).all()));
    }

    private List<String> group(Item item) {
        String group = item.stacking().group();
        return group == null ? List.of(item.code()) : items.inGroup(group);
    }

    /**
     * The matcher's verdict on every enterprise of the register, by credit code: two columns, {@code creditCode} and
     * {@code verdict} (RFC 4180).
     *
     * @param asOf the date to speak for, default today
     * @param basis default DECLARED
     */
    @GetMapping(path = "/items/{code}/verdicts", produces = Download.CSV)
    @Operation(summary = "The verdict on every enterprise of the register for one item, as CSV")
    ResponseEntity<byte[]> verdicts(
            @PathVariable String code, @RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Basis basis) {
        LocalDate date = asOf == null ? LocalDate.now(clock) : asOf;
        RegisterRun run = wholeRegister.verdicts(List.of(items.require(code, date)), date, basis == Basis.PROVEN);
        ItemRun judged = run.items().get(0);
        StringBuilder csv = new StringBuilder("creditCode,verdict\r\n");
        for (int row = 0; row < run.size(); row++) {
            csv.append(run.enterprise(row).creditCode())
                    .append(',')
                    .append(judged.verdict(row))
                    .append("\r\n");
        }
        return Download.csv(code + "-verdicts.csv", csv.toString());
    }
}
