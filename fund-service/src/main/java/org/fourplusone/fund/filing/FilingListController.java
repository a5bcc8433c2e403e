package org.fourplusone.fund.filing;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.fourplusone.starter.csv.Csv;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.fourplusone.starter.text.Language;
import org.fourplusone.starter.text.Text;
import org.fourplusone.starter.web.Download;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of filings: all that one may see, and one's own work. */
@RestController
class FilingListController {
    /** The most rows of one file. */
    private static final int MOST = 10_000;

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

    @GetMapping(value = "/filings", produces = Download.CSV)
    ResponseEntity<byte[]> file(@ParameterObject FilingFilter filter) {
        return csv("filings.csv", query.list(filter, Caller.current(), new Paging(0, MOST)));
    }

    @GetMapping("/queue")
    @Operation(summary = "What waits for me, by due date: only what I may act on; as text/csv at most 10,000 of them")
    Page<FilingView> queue(@ParameterObject FilingFilter filter, Paging paging) {
        Caller caller = Caller.current();
        return brief(query.queue(filter, caller, paging), caller, paging);
    }

    @GetMapping(value = "/queue", produces = Download.CSV)
    ResponseEntity<byte[]> queueFile(@ParameterObject FilingFilter filter) {
        return csv("queue.csv", query.queue(filter, Caller.current(), new Paging(0, MOST)));
    }

    private Page<FilingView> brief(Page<Filing> page, Caller caller, Paging paging) {
        return Page.of(views.brief(page.items(), caller), paging, page.total());
    }

    private static ResponseEntity<byte[]> csv(String name, Page<Filing> page) {
        Caller caller = Caller.current();
        List<Filing> told = page.items().stream()
                .map(filing -> FilingViews.told(filing, caller))
                .toList();
        return Download.csv(name, Csv.table(columns(Language.current()), told));
    }

    private static List<Csv.Column<Filing>> columns(Language language) {
        return List.of(
                new Csv.Column<>(Text.of("申报编号", "Number").in(language), Filing::number),
                new Csv.Column<>(
                        Text.of("办理环节", "State").in(language),
                        filing -> filing.state().title().in(language)),
                new Csv.Column<>(Text.of("事项编码", "Item").in(language), Filing::itemCode),
                new Csv.Column<>(Text.of("支持事项", "Title").in(language), filing -> filing.title()
                        .in(language)),
                new Csv.Column<>(Text.of("责任部门", "Department").in(language), filing -> filing.department()
                        .in(language)),
                new Csv.Column<>(Text.of("资金用途", "Line").in(language), Filing::line),
                new Csv.Column<>(Text.of("企业", "Enterprise").in(language), Filing::enterpriseName),
                new Csv.Column<>(Text.of("统一社会信用代码", "Credit code").in(language), Filing::creditCode),
                new Csv.Column<>(Text.of("金额(元)", "Amount (CNY)").in(language), Filing::amount),
                new Csv.Column<>(Text.of("时限", "Due on").in(language), Filing::dueOn),
                new Csv.Column<>(Text.of("提交时间", "Submitted at").in(language), Filing::submittedAt));
    }
}
