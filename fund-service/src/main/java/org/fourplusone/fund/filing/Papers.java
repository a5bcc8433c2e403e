package org.fourplusone.fund.filing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Item;
import org.fourplusone.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The documents that a filing's item asks, and what was handed in for each. */
@Component
class Papers {
    /** What the system has itself: the form and the credit report. */
    private static final Set<String> BY_SYSTEM = Set.of("E01", "E04");

    private final Documents documents;
    private final Calls calls;
    private final Filings filings;

    Papers(Documents documents, Calls calls, Filings filings) {
        this.documents = documents;
        this.calls = calls;
        this.filings = filings;
    }

    /** None on the NO_APPLICATION track: the register proves it all. */
    List<FilingView.Paper> of(Filing filing) {
        if (filing.track() == Track.NO_APPLICATION) {
            return List.of();
        }
        List<Documents.File> files = documents.of(filing.id());
        return calls.find(filing.callId()).map(call -> call.item().papers()).orElse(List.of()).stream()
                .map(paper -> paper(paper, files))
                .toList();
    }

    private static FilingView.Paper paper(Item.Document paper, List<Documents.File> files) {
        List<Documents.File> there =
                files.stream().filter(file -> file.code().equals(paper.code())).toList();
        boolean bySystem = BY_SYSTEM.contains(paper.code());
        return new FilingView.Paper(
                paper.code(), paper.name(), paper.required() && !bySystem, bySystem || !there.isEmpty(), there);
    }

    /** 409 {@code DOCUMENTS_MISSING} with {@code documents} that are required and not there. */
    void requireAll(Filing filing) {
        List<String> lacking = of(filing).stream()
                .filter(paper -> paper.required() && !paper.provided())
                .map(FilingView.Paper::code)
                .toList();
        if (!lacking.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "DOCUMENTS_MISSING", String.join(", ", lacking))
                    .with("documents", lacking);
        }
    }

    /** The numbers of other filings that handed in the same bytes, by the name of this one's file. */
    Map<String, List<String>> duplicates(Filing filing) {
        Map<String, List<String>> seen = documents.seenIn(filing.id());
        Map<String, Filing> others =
                filings.all(seen.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return seen.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().stream()
                .map(others::get)
                .filter(Objects::nonNull)
                .map(Filing::number)
                .sorted()
                .toList()));
    }
}
