package org.fourplusone.industry.fact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourplusone.industry.enterprise.ChangeNumbers;
import org.fourplusone.industry.enterprise.Closures;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.Enterprises;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The change feed: every enterprise whose change number is above a cursor, in the order of those numbers, each as its
 * current whole document. A reader that continues from the last number it saw misses nothing.
 */
@RestController
@Tag(name = "Facts")
class FeedController {

    private static final int MOST = 20_000;
    private static final int CHUNK = 500;

    private final Enterprises enterprises;
    private final Facts facts;
    private final Awards awards;
    private final Closures closures;
    private final ChangeNumbers changes;
    private final FactDictionary dictionary;
    private final ObjectWriter writer;

    FeedController(
            Enterprises enterprises,
            Facts facts,
            Awards awards,
            Closures closures,
            ChangeNumbers changes,
            FactDictionary dictionary,
            JsonMapper json) {
        this.enterprises = enterprises;
        this.facts = facts;
        this.awards = awards;
        this.closures = closures;
        this.changes = changes;
        this.dictionary = dictionary;
        this.writer = json.writerFor(FeedDocument.class);
    }

    @GetMapping("/facts/feed")
    @Operation(
            summary = "Enterprises changed after a cursor, as NDJSON; X-Feed-Cursor is the newest number there is",
            description = "One JSON document a line, ascending by cursor; at most limit lines.")
    void feed(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "5000") int limit,
            HttpServletResponse response)
            throws IOException {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid(new FieldProblem("limit", "RANGE", 1, MOST));
        }
        if (after < 0) {
            throw Problem.invalid(new FieldProblem("after", "RANGE", 0, Long.MAX_VALUE));
        }
        response.setContentType("application/x-ndjson");
        response.setHeader("X-Feed-Cursor", String.valueOf(changes.newest()));
        response.setHeader("Cache-Control", "no-store");
        OutputStream out = response.getOutputStream();
        long cursor = after;
        int left = limit;
        while (left > 0) {
            List<Enterprise> chunk = enterprises.changedAfter(cursor, Math.min(left, CHUNK));
            if (chunk.isEmpty()) {
                break;
            }
            List<String> codes = chunk.stream().map(Enterprise::creditCode).toList();
            FeedDocument.Sources sources = sources(codes);
            for (Enterprise enterprise : chunk) {
                out.write(writer.writeValueAsBytes(FeedDocument.of(enterprise, sources, dictionary)));
                out.write('\n');
            }
            cursor = chunk.get(chunk.size() - 1).changeNumber();
            left -= chunk.size();
        }
        out.flush();
    }

    private FeedDocument.Sources sources(List<String> codes) {
        Map<String, List<Closure>> predecessors = closures.predecessors(codes);
        List<String> all = new ArrayList<>(codes);
        predecessors.values().forEach(list -> list.forEach(each -> all.add(each.creditCode())));
        return new FeedDocument.Sources(facts.histories(all), awards.of(all), closures.of(codes), predecessors);
    }
}
