package org.fourplusone.fund.filing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourplusone.fund.call.Item;
import org.fourplusone.fund.call.NoticeOrder;
import org.fourplusone.fund.ledger.FilingBalance;
import org.fourplusone.fund.ledger.Line;
import org.fourplusone.starter.money.Money;
import org.fourplusone.starter.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A filing as it is answered. Lists carry the first part only.
 *
 * @param amount approved, else reviewed, else the frozen estimate's most; for the enterprise the latter until its award is on
 *     public notice, as with {@code reviewed}, {@code approved} and everything that tells of them
 * @param actions the moves open to the caller now
 * @param workingDaysLeft working days from tomorrow to {@code dueOn}, negative after it; absent where the calendar ends
 * @param overdue whether {@code dueOn} has passed
 * @param waitingFor the gate that it waits at, because a service does not answer; absent otherwise
 * @param documents what the item asks, and which files are there for it
 * @param trace policy-service's whole answer, frozen at submission, at review and before each payment; for the enterprise the
 *     submission's until its award is on public notice
 * @param estimate the frozen estimate
 * @param experts every draw for every seat; for the enterprise without whom it seated
 * @param score the mean of the experts' scores, two decimals
 * @param approvals how many approvers have signed
 */
public record FilingView(
        String id,
        String number,
        State state,
        Text stateName,
        String itemCode,
        int itemVersion,
        Text title,
        Text department,
        Track track,
        Line line,
        NoticeOrder noticeOrder,
        String callId,
        int year,
        String creditCode,
        String enterpriseName,
        @Nullable String project,
        @Nullable Money amount,
        @Nullable Money estimated,
        @Nullable Money reviewed,
        @Nullable Boolean recommended,
        @Nullable Money approved,
        @Nullable LocalDate dueOn,
        @Nullable Integer workingDaysLeft,
        @Nullable Boolean overdue,
        @Nullable Wait waitingFor,
        Instant createdAt,
        @Nullable Instant submittedAt,
        long version,
        List<String> actions,
        @JsonUnwrapped @Nullable Detail detail) {

    /**
     * The rest of one filing; its fields stand beside the others in the answer.
     *
     * @param duplicates the numbers of other filings that handed in the same bytes, by the file's name; for officers
     * @param sameNumbers the numbers of other enterprises' filings that claim the same contract, certificate or booth number,
     *     by the id of the claim line; for officers
     * @param form what its call asks: fact keys and kinds of claim lines
     * @param account the account that the enterprise confirmed, where it did
     * @param entitlement policy-service's list that it was opened from, for officers
     * @param steps each state it has been in since it was submitted, with its working days and its limit
     * @param workingDays what the fund's offices took so far: all steps less those that waited for the enterprise; absent
     *     where no calendar covers the days
     */
    public record Detail(
            List<Paper> documents,
            @Nullable Map<String, List<String>> duplicates,
            @Nullable Map<String, List<String>> sameNumbers,
            Item.@Nullable Form form,
            List<ClaimLine> claimLines,
            @Nullable JsonNode trace,
            @Nullable JsonNode estimate,
            Map<String, JsonNode> facts,
            @Nullable JsonNode contact,
            List<Drawn> experts,
            @Nullable String score,
            List<Decisions.Decision> decisions,
            int approvals,
            FilingBalance money,
            PayeeAccounts.@Nullable Shown account,
            @Nullable String entitlement,
            List<StepDays.Stay> steps,
            @Nullable Integer workingDays,
            List<TimelineStep> history) {}

    /** A document: {@code provided} when at least one file is there or the system has it. */
    public record Paper(
            String code, @Nullable Text name, boolean required, boolean provided, List<Documents.File> files) {}

    /**
     * A draw for a seat. Who was drawn, out of whom, why somebody stepped off and what the expert wrote is for officers; an
     * expert who has yet to score does not see the others' scores, nor an enterprise before its award is public.
     *
     * @param seed a decimal number beyond what a JSON number carries safely
     */
    public record Drawn(
            int seat,
            int turn,
            @Nullable String expert,
            @Nullable String seed,
            @Nullable List<String> pool,
            List<Criterion> criteria,
            Instant drawnAt,
            ExpertSeats.@Nullable Recusal recusal,
            @Nullable Integer score,
            @Nullable Map<String, Integer> marks,
            @Nullable String opinion) {

        static Drawn of(ExpertSeats.Draw draw, boolean named, boolean told) {
            return new Drawn(
                    draw.seat(),
                    draw.turn(),
                    named ? draw.expert() : null,
                    named ? Long.toString(draw.seed()) : null,
                    named ? draw.pool() : null,
                    draw.criteria(),
                    draw.drawnAt(),
                    draw.recusal(),
                    told ? draw.score() : null,
                    told ? draw.marks() : null,
                    told && named ? draw.opinion() : null);
        }
    }

    /**
     * One line of the timeline: {@code actor} is the role for an enterprise, the person for an officer, who also sees on
     * whose behalf it was. {@code text} holds the note for an officer; for an enterprise only what it wrote itself or is told
     * by a letter, a public notice or the bank.
     */
    public record TimelineStep(
            Instant at,
            String step,
            String actor,
            @Nullable String onBehalfOf,
            String role,
            Text text,
            @Nullable State state,
            @Nullable LocalDate dueOn) {}
}
