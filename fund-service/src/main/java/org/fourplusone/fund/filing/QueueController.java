package org.fourplusone.fund.filing;

import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
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
    Page<FilingView> queue(Paging paging) {
        Caller caller = Caller.current();
        return FilingController.brief(query.queue(caller, paging), caller, paging, views);
    }
}
