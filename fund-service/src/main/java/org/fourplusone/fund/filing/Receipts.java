package org.fourplusone.fund.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.problem.Problem;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The receipts of submissions. */
@Component
class Receipts {
    /**
     * What the enterprise may keep.
     *
     * @param number the filing's number and the count of its submissions, {@code LC2026-000123-1}
     * @param dueOn by when the intake answers
     * @param workingDays the intake's limit, counted from the day after the submission
     * @param documents what was handed in, with the hash by which each file can be told again
     */
    record Receipt(
            String number,
            String filing,
            LocalDate submittedOn,
            String itemCode,
            int itemVersion,
            Text title,
            Text department,
            String creditCode,
            String enterpriseName,
            @Nullable Money estimate,
            @Nullable LocalDate dueOn,
            @Nullable Integer workingDays,
            int claimLines,
            List<Documents.File> documents) {}

    private final Filings filings;
    private final ClaimLines claimLines;
    private final Documents documents;
    private final StepDays stepDays;
    private final Clock clock;

    Receipts(Filings filings, ClaimLines claimLines, Documents documents, StepDays stepDays, Clock clock) {
        this.filings = filings;
        this.claimLines = claimLines;
        this.documents = documents;
        this.stepDays = stepDays;
        this.clock = clock;
    }

    /** The newest submission's receipt; 409 {@code NOT_SUBMITTED} before there is one. */
    Receipt of(Filing filing) {
        List<FilingStep> submissions = filings.history(filing.id()).stream()
                .filter(step -> step.action().equals(Move.SUBMIT.name())
                        || step.action().equals(Move.CONFIRM_WILLINGNESS.name()))
                .toList();
        if (submissions.isEmpty()) {
            throw Problem.of(HttpStatus.CONFLICT, "NOT_SUBMITTED");
        }
        FilingStep newest = submissions.get(submissions.size() - 1);
        LocalDate submittedOn = newest.at().atZone(clock.getZone()).toLocalDate();
        return new Receipt(
                filing.number() + "-" + submissions.size(),
                filing.number(),
                submittedOn,
                filing.itemCode(),
                filing.itemVersion(),
                filing.title(),
                filing.department(),
                filing.creditCode(),
                filing.enterpriseName(),
                filing.estimate(),
                newest.dueOn(),
                newest.dueOn() == null ? null : stepDays.days(submittedOn, Objects.requireNonNull(newest.dueOn())),
                claimLines.of(filing.id()).size(),
                documents.of(filing.id()));
    }
}
