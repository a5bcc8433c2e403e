package org.fourplusone.fund.filing;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of filings: all that one may see, and one's own work. */
@RestController
class FilingListController {
    private static final String CSV = "text/csv";

    /** The most rows of one file. */
    private static final int MOST = 10_000;

    private static final List<Text> HEADER = List.of(
            Text.of("申报编号", "Number"),
            Text.of("办理环节", "State"),
            Text.of("事项编码", "Item"),
            Text.of("支持事项", "Title"),
            Text.of("责任部门", "Department"),
            Text.of("资金用途", "Line"),
            Text.of("企业", "Enterprise"),
            Text.of("统一社会信用代码", "Credit code"),
            Text.of("金额(元)", "Amount (CNY)"),
            Text.of("时限", "Due on"),
            Text.of("提交时间", "Submitted at"));

    private final FilingQuery query;
    private final FilingViews views;

    FilingListController(FilingQuery query, FilingViews views) {
        this.query = query;
        this.views = views;
    }

    @GetMapping("/filings")
    @Operation(summary = "Own filings for an enterprise, all for officers; as text/csv at most 10,000 of them")
    Page<FilingView> list(@ParameterObject FilingFilter filter, Paging paging) {
        Caller caller = Caller.current();
        return brief(query.list(filter, caller, paging), caller, paging);
    }

    @GetMapping(value = "/filings", produces = CSV)
    ResponseEntity<byte[]> file(@ParameterObject FilingFilter filter) {
        return csv("filings.csv", query.list(filter, Caller.current(), new Paging(0, MOST)));
    }

    @GetMapping("/queue")
    @Operation(summary = "What waits for me, by due date: only what I may act on; as text/csv at most 10,000 of them")
    Page<FilingView> queue(@ParameterObject FilingFilter filter, Paging paging) {
        Caller caller = Caller.current();
        return brief(query.queue(filter, caller, paging), caller, paging);
    }

    @GetMapping(value = "/queue", produces = CSV)
    ResponseEntity<byte[]> queueFile(@ParameterObject FilingFilter filter) {
        return csv("queue.csv", query.queue(filter, Caller.current(), new Paging(0, MOST)));
    }

    private Page<FilingView> brief(Page<Filing> page, Caller caller, Paging paging) {
        return Page.of(views.brief(page.items(), caller), paging, page.total());
    }

    private static ResponseEntity<byte[]> csv(String name, Page<Filing> page) {
        Language language = Language.current();
        List<String> header = HEADER.stream().map(text -> text.in(language)).toList();
        List<List<@Nullable Object>> rows =
                page.items().stream().map(filing -> cells(filing, language)).toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(Csv.of(header, rows).getBytes(StandardCharsets.UTF_8));
    }

    private static List<@Nullable Object> cells(Filing filing, Language language) {
        return Arrays.asList(
                filing.number(),
                filing.state().title().in(language),
                filing.itemCode(),
                filing.title().in(language),
                filing.department().in(language),
                filing.line(),
                filing.enterpriseName(),
                filing.creditCode(),
                filing.amount(),
                filing.dueOn(),
                filing.submittedAt());
    }
}
