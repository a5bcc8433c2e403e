package org.fourplusone.fund.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fourplusone.fund.call.Calls;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.filing.ClaimLine;
import org.fourplusone.fund.filing.ClaimLines;
import org.fourplusone.fund.filing.Decisions;
import org.fourplusone.fund.filing.Filing;
import org.fourplusone.fund.filing.FilingStep;
import org.fourplusone.fund.filing.Filings;
import org.fourplusone.starter.problem.FieldProblem;
import org.fourplusone.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The one-time correction notice (一次性告知, 行政许可法 Art. 32): everything that has to be corrected is said at once. A
 * second notice is for what the correction itself brought up; what could have been said at first needs a reason.
 */
@Component
class CorrectionNotice {
    /**
     * One point; a plain string is a point that names nothing.
     *
     * @param clause the clause it rests on
     * @param document the code of the document it is about, such as {@code E10}
     * @param line the claim line it is about, such as {@code L2}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(
            @NotBlank @Size(max = 500) String text,
            @Nullable @Size(max = 200) String clause,
            @Nullable @Size(max = 10) String document,
            @Nullable @Size(max = 10) String line) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Point {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Point of(String text) {
            return new Point(text, null, null, null);
        }

        private String sentence() {
            String about = Stream.of(clause, document, line)
                    .filter(each -> each != null && !each.isBlank())
                    .collect(Collectors.joining(", "));
            return about.isEmpty() ? text.strip() : text.strip() + " (" + about + ")";
        }
    }

    /** @param reason why something is asked only now; null at the first notice */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(List<Point> points, @Nullable String reason) {
        String text() {
            String all = IntStream.range(0, points.size())
                    .mapToObj(i -> (i + 1) + ". " + points.get(i).sentence())
                    .collect(Collectors.joining("\n"));
            return reason == null ? all : all + "\n" + reason;
        }
    }

    private final Calls calls;
    private final ClaimLines claimLines;
    private final Decisions decisions;
    private final Filings filings;

    CorrectionNotice(Calls calls, ClaimLines claimLines, Decisions decisions, Filings filings) {
        this.calls = calls;
        this.claimLines = claimLines;
        this.decisions = decisions;
        this.filings = filings;
    }

    /**
     * @throws Problem 400 {@code INVALID} for a document that the item does not ask or a line that is not there; 409
     *     {@code RETURN_TWICE} with {@code points} that could have been said at first and no reason why they were not
     */
    void check(Filing filing, Body notice) {
        requireKnown(filing, notice.points());
        Optional<Instant> first = decisions.of(filing.id()).stream()
                .filter(decision -> decision.kind() == Decisions.Kind.RETURN)
                .map(Decisions.Decision::at)
                .findFirst();
        if (first.isEmpty() || notice.reason() != null) {
            return;
        }
        List<FilingStep> since = filings.history(filing.id()).stream()
                .filter(step -> step.at().isAfter(first.get()))
                .toList();
        List<String> late = notice.points().stream()
                .filter(point -> !cameUp(point, since))
                .map(Point::text)
                .toList();
        if (!late.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "RETURN_TWICE", late.size())
                    .with("points", late)
                    .with("returnedAt", first.get());
        }
    }

    /** Whether what the point is about was handed in or changed with the correction. */
    private static boolean cameUp(Point point, List<FilingStep> since) {
        if (point.document() != null) {
            return since.stream()
                    .filter(step -> step.action().equals("EVIDENCE") && step.note() != null)
                    .anyMatch(step -> String.valueOf(step.note()).startsWith(point.document()));
        }
        return point.line() != null
                && since.stream().anyMatch(step -> step.action().equals("CHANGE"));
    }

    private void requireKnown(Filing filing, List<Point> points) {
        List<String> papers = calls
                .find(filing.callId())
                .map(call -> call.item().papers())
                .orElse(List.of())
                .stream()
                .map(Item.Document::code)
                .toList();
        List<String> lines =
                claimLines.of(filing.id()).stream().map(ClaimLine::id).toList();
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.document() != null && !papers.contains(point.document())) {
                wrong.add(new FieldProblem(
                        "points[" + i + "].document", "PAPER", papers.isEmpty() ? "-" : String.join(", ", papers)));
            }
            if (point.line() != null && !lines.contains(point.line())) {
                wrong.add(new FieldProblem("points[" + i + "].line", "NO_LINE"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
