package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourplusone.starter.paging.Page;
import org.fourplusone.starter.paging.Paging;
import org.fourplusone.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Lists filings: what somebody may see, and what waits for somebody. */
@Component
class FilingQuery {
    private final FilingPages pages;
    private final FilingSearch search;
    private final Work work;
    private final Clock clock;

    FilingQuery(FilingPages pages, FilingSearch search, Work work, Clock clock) {
        this.pages = pages;
        this.search = search;
        this.work = work;
        this.clock = clock;
    }

    Page<Filing> list(FilingFilter filter, Caller caller, Paging paging) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (!FilingViews.isOfficer(caller)) {
            owned(caller, conditions, values);
        }
        narrow(filter, conditions, values);
        String order = filter.order("-number", !conditions.isEmpty());
        return pages.of(List.of(all(conditions)), values, order, paging);
    }

    /** What the caller may do now, by due date. */
    Page<Filing> queue(FilingFilter filter, Caller caller, Paging paging) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        narrow(filter, conditions, values);
        List<String> ways = work.of(caller, values).stream()
                .map(way -> all(conditions) + " AND " + way)
                .toList();
        return pages.of(ways, values, filter.order("dueOn", true), paging);
    }

    private static String all(List<String> conditions) {
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    private void narrow(FilingFilter filter, List<String> conditions, Map<String, Object> values) {
        filter.narrow(conditions, values, LocalDate.now(clock));
        search.add(filter.search(), conditions, values);
        if (filter.move() != null) {
            conditions.add(Work.stands(filter.move()));
        }
    }

    private static void owned(Caller caller, List<String> conditions, Map<String, Object> values) {
        Set<String> mine = caller.has("ENTERPRISE") ? caller.creditCodes() : Set.of();
        conditions.add("credit_code IN (:owned)");
        values.put("owned", mine.isEmpty() ? Set.of("") : mine);
    }
}
