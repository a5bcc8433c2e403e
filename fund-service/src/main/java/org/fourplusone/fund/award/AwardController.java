package org.fourplusone.fund.award;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The awards as open data: by page in JSON, whole in CSV. */
@RestController
class AwardController {
    private static final List<String> COLUMNS = List.of(
            "number",
            "creditCode",
            "enterpriseName",
            "itemCode",
            "itemVersion",
            "title",
            "line",
            "year",
            "amount",
            "paid",
            "currency",
            "state",
            "committedOn",
            "paidOn");

    private final Awards awards;

    AwardController(Awards awards) {
        this.awards = awards;
    }

    /** What is answered unless CSV is asked for. */
    @GetMapping("/awards")
    Page<Award> list(Paging paging) {
        return Page.of(awards.newest(paging), paging, awards.count());
    }

    @GetMapping(value = "/awards", produces = "text/csv")
    ResponseEntity<byte[]> csv() {
        String csv = Csv.of(
                COLUMNS, awards.all().stream().map(AwardController::cells).toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"awards.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<@Nullable Object> cells(Award award) {
        return Arrays.asList(
                award.number(),
                award.creditCode(),
                award.enterpriseName(),
                award.itemCode(),
                award.itemVersion(),
                award.title().in(Language.current()),
                award.line(),
                award.year(),
                award.amount(),
                award.paid(),
                award.currency(),
                award.state(),
                award.committedOn(),
                award.paidOn());
    }
}
