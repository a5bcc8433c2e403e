package org.fourplusone.fund.filing;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** My work, by due date: only what the caller may act on. */
@RestController
class QueueController {
    private final FilingQuery query;
    private final FilingViews views;

    QueueController(FilingQuery query, FilingViews views) {
        this.query = query;
        this.views = views;
    }

    @GetMapping("/queue")
    @Operation(summary = "What waits for me, by due date; of one department, or due before a day")
    Page<FilingView> queue(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            Paging paging) {
        Caller caller = Caller.current();
        FilingQuery.Work work = new FilingQuery.Work(department, dueBefore);
        return FilingController.brief(query.queue(work, caller, paging), caller, paging, views);
    }
}
